// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferPipeline
import CofferTesting
import Synchronization
import Testing

@testable import CofferKMS

/// Many use three keys while others rotate, switch off, delete and restore them, and give and take a grant.
@Suite("A key that changes while it is used")
struct KeyConcurrencyTests {
    /// Whether something is known to be shut: it was shut, and nobody began to open it since.
    private final class Gate: Sendable {
        private struct State {
            var isShut = false
            var openings = 0
            var openers = 0
        }

        private let state = Mutex(State())

        /// The number of the shutting that holds now; nil where it may be open.
        var shut: Int? { state.withLock { $0.isShut ? $0.openings : nil } }

        func opening<R>(_ body: () async throws -> R) async rethrows -> R {
            state.withLock { state in
                state.isShut = false
                state.openings += 1
                state.openers += 1
            }
            defer { state.withLock { $0.openers -= 1 } }
            return try await body()
        }

        /// - Parameter body: returns whether it has shut it.
        func shutting(_ body: () async throws -> Bool) async rethrows {
            let before = state.withLock { $0.openers == 0 ? $0.openings : nil }
            guard try await body() else { return }
            state.withLock { state in
                if state.openers == 0, state.openings == before { state.isShut = true }
            }
        }
    }

    private struct Keys: Sendable {
        let symmetric, mac, pair: String
        let blob: [UInt8]
        let tag: [UInt8]
        var all: [String] { [symmetric, mac, pair] }
    }

    private final class Made: Sendable {
        let blobs = Mutex<[[UInt8]]>([])
        let signatures = Mutex<[[UInt8]]>([])
        /// How the calls ended: by code, or "done".
        let codes = Mutex<[String: Int]>([:])
        let workers = Atomic(0)
        /// Calls that began when the key was shut, or the grant gone, and ended before that changed.
        let whileShut = Atomic(0)
    }

    private let vault: TestVault
    private let grantee: Credentials
    private let made = Made()
    private static let rounds = 40
    private static let text = "geheim"
    private static let context = ["app": "bot"]
    private static let states: Set<String> = ["DisabledException", "KMSInvalidStateException"]

    init() throws {
        vault = try TestVault { $0.quotas.onDemandRotationsPerKey = 1000 }
        grantee = try vault.plainUser("ann")
    }

    private func makeKeys() async throws -> Keys {
        let mac = try await vault.createKey(.init(keyUsage: "GENERATE_VERIFY_MAC", keySpec: "HMAC_256"))
        let symmetric = try await vault.createKey()
        let tag = try await vault.call(
            KMS.GenerateMac.self,
            .init(message: SharedSecret(utf8: Self.text), keyId: mac, macAlgorithm: "HMAC_SHA_256"))
        return Keys(
            symmetric: symmetric, mac: mac,
            pair: try await vault.createKey(.init(keyUsage: "SIGN_VERIFY", keySpec: "ECC_NIST_P256")),
            blob: try await vault.encrypt(Self.text, symmetric, Self.context), tag: try #require(tag.mac))
    }

    // MARK: Using

    /// One call, whose result is checked or kept to be checked.
    private func use(_ keys: Keys, _ operation: Int, as caller: Credentials?) async throws {
        let text = SharedSecret(utf8: Self.text)
        switch operation {
        case 0:
            let output = try await vault.call(
                KMS.Encrypt.self, .init(keyId: keys.symmetric, plaintext: text, encryptionContext: Self.context),
                as: caller)
            let blob = try #require(output.ciphertextBlob)
            made.blobs.withLock { $0.append(blob) }
        case 1:
            let blobs = made.blobs.withLock { $0 }
            #expect(try await vault.decrypt(blobs.last ?? keys.blob, Self.context, as: caller) == Self.text)
        case 2:
            let output = try await vault.call(
                KMS.Sign.self, .init(keyId: keys.pair, message: text, signingAlgorithm: "ECDSA_SHA_256"), as: caller)
            let signature = try #require(output.signature)
            made.signatures.withLock { $0.append(signature) }
        case 3:
            let output = try await vault.call(
                KMS.GenerateMac.self, .init(message: text, keyId: keys.mac, macAlgorithm: "HMAC_SHA_256"), as: caller)
            #expect(output.mac == keys.tag)
        default:
            let output = try await vault.call(
                KMS.VerifyMac.self,
                .init(message: text, keyId: keys.mac, macAlgorithm: "HMAC_SHA_256", mac: keys.tag), as: caller)
            #expect(output.macValid == true)
        }
    }

    /// - Parameter gates: of the keys, and of the grant.
    private func work(_ keys: Keys, _ gates: (keys: Gate, grant: Gate), number: Int) async throws {
        var random = SeededRandom(seed: UInt64(number))
        let isGrantee = number.isMultiple(of: 2)
        for round in 0..<2000 {
            // On until somebody has met the key shut.
            if round >= Self.rounds, made.whileShut.load(ordering: .relaxed) > 0 { break }
            let before = (gates.keys.shut, gates.grant.shut)
            var code = "done"
            do {
                try await use(keys, random.pick([0, 1, 2, 3, 4]), as: isGrantee ? grantee : nil)
            } catch let error as AWSError {
                code = error.code
                let isExpected = Self.states.contains(code) || (isGrantee && code == "AccessDeniedException")
                #expect(isExpected, "\(error)")
            }
            let after = (gates.keys.shut, gates.grant.shut)
            let ended = code
            made.codes.withLock { $0[ended, default: 0] += 1 }
            let isShut =
                (before.0 != nil && before.0 == after.0) || (isGrantee && before.1 != nil && before.1 == after.1)
            guard isShut else { continue }
            made.whileShut.add(1, ordering: .relaxed)
            #expect(code != "done", "carried out after the key was switched off, or its grant taken")
        }
        made.workers.subtract(1, ordering: .sequentiallyConsistent)
    }

    // MARK: Changing

    private var isWorking: Bool { made.workers.load(ordering: .sequentiallyConsistent) > 0 }

    /// Whether a change was made; it may find the key in a state that it isn't for.
    private func change<O: AWSOperation>(_ operation: O.Type, _ input: O.Input) async throws -> Bool {
        let code = try await vault.code(operation, input)
        #expect(code == nil || Self.states.contains(code ?? ""), "\(O.name)")
        return code == nil
    }

    private func enable(_ keys: Keys, _ gate: Gate) async throws {
        try await gate.opening {
            for key in keys.all { _ = try await change(KMS.EnableKey.self, .init(keyId: key)) }
        }
    }

    private func switchOffAndOn(_ keys: Keys, _ gate: Gate) async throws {
        while isWorking {
            try await gate.shutting {
                var isOff = true
                for key in keys.all { isOff = try await change(KMS.DisableKey.self, .init(keyId: key)) && isOff }
                return isOff
            }
            try await pause(keys)
            try await enable(keys, gate)
        }
    }

    private func deleteAndRestore(_ keys: Keys, _ gate: Gate) async throws {
        while isWorking {
            try await gate.shutting {
                for key in keys.all {
                    let input = KMS.ScheduleKeyDeletionInput(keyId: key, pendingWindowInDays: 7)
                    let isScheduled = try await change(KMS.ScheduleKeyDeletion.self, input)
                    #expect(isScheduled)
                }
                return true
            }
            try await pause(keys)
            for key in keys.all { #expect(try await change(KMS.CancelKeyDeletion.self, .init(keyId: key))) }
            try await enable(keys, gate)
            try await pause(keys)
        }
    }

    /// Lets others get some calls in between.
    private func pause(_ keys: Keys) async throws {
        for _ in 0..<8 where isWorking { try await vault.call(KMS.DescribeKey.self, .init(keyId: keys.mac)) }
    }

    private func rotate(_ keys: Keys) async throws {
        for _ in 0..<200 where isWorking {
            _ = try await change(KMS.RotateKeyOnDemand.self, .init(keyId: keys.symmetric))
        }
    }

    private func giveAndTake(_ keys: Keys, _ gate: Gate) async throws {
        let operations = [
            (keys.symmetric, ["Encrypt", "Decrypt"]), (keys.mac, ["GenerateMac", "VerifyMac"]), (keys.pair, ["Sign"]),
        ]
        while isWorking {
            var given: [(key: String, id: String)] = []
            try await gate.opening {
                for (key, operations) in operations {
                    do {
                        given.append((key, try await vault.grant(key, to: vault.userARN("ann"), operations).id))
                    } catch let error as AWSError {
                        #expect(Self.states.contains(error.code), "\(error)")
                    }
                }
            }
            try await gate.shutting {
                for (key, id) in given { try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: id)) }
                return true
            }
            try await pause(keys)
        }
    }

    // MARK: Afterwards

    @Test("each call is carried out whole or refused for what was so then, and all that was sealed opens afterwards")
    func together() async throws {
        let keys = try await makeKeys()
        let gates = (keys: Gate(), grant: Gate())
        let workers = 8
        made.workers.store(workers, ordering: .sequentiallyConsistent)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<workers { group.addTask { try await work(keys, gates, number: number) } }
            group.addTask { try await switchOffAndOn(keys, gates.keys) }
            group.addTask { try await deleteAndRestore(keys, gates.keys) }
            group.addTask { try await rotate(keys) }
            group.addTask { try await giveAndTake(keys, gates.grant) }
            try await group.waitForAll()
        }
        try await enable(keys, gates.keys)

        let blobs = made.blobs.withLock { $0 }
        for blob in blobs + [keys.blob] { #expect(try await vault.decrypt(blob, Self.context) == Self.text) }
        for signature in made.signatures.withLock({ $0 }) {
            let output = try await vault.call(
                KMS.Verify.self,
                .init(
                    keyId: keys.pair, message: SharedSecret(utf8: Self.text), signature: signature,
                    signingAlgorithm: "ECDSA_SHA_256"))
            #expect(output.signatureValid == true)
        }
        let codes = made.codes.withLock { $0 }
        #expect(codes.values.reduce(0, +) >= workers * Self.rounds)
        #expect(codes["done", default: 0] > 0 && codes.count > 1, "\(codes)")
        #expect(made.whileShut.load(ordering: .relaxed) > 0)
        try expectOrderOfLog(keys)
    }

    /// The log has everything in the order in which it took effect: nothing was done with a key between its switching
    /// off and on, nor by the grantee while there was no grant.
    private func expectOrderOfLog(_ keys: Keys) throws {
        let uses: Set<String> = ["Encrypt", "Decrypt", "Sign", "GenerateMac", "VerifyMac"]
        var shut: Set<String> = []
        var grants: [String: Int] = [:]
        var used = 0
        for record in try vault.log() {
            let event = try JSONValue(parsing: record)
            guard event["errorCode"] == nil || event["errorCode"] == .null,
                let key = event["resources"]?.array?.first?["ARN"]?.string, let name = event["eventName"]?.string
            else { continue }
            switch name {
            case "DisableKey", "ScheduleKeyDeletion": shut.insert(key)
            case "EnableKey": shut.remove(key)
            case "CreateGrant": grants[key, default: 0] += 1
            case "RevokeGrant": grants[key, default: 0] -= 1
            case _ where uses.contains(name):
                used += 1
                #expect(!shut.contains(key), "\(name) after the key was switched off")
                if event["userIdentity"]?["userName"] == "ann" {
                    #expect(grants[key, default: 0] > 0, "\(name) without a grant")
                }
            default: continue
            }
        }
        #expect(used > 0 && Set(keys.all.map { vault.arn($0) }).isSuperset(of: shut))
    }
}
