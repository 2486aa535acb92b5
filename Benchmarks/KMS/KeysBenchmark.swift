// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import AWSSigning
internal import AWSWire
internal import CofferBase
internal import CofferEngine
internal import CofferLocal

/// What a call costs in a vault with that many keys: signed requests through the whole engine, with its durable log.
enum KeysBenchmark {
    /// Requests at once.
    private static let tasks = 128
    private static let calls = 20_000

    static func run(folder: String, count: Int) async throws {
        let folder = VaultFolder(path: folder)
        let opened = ContinuousClock.now
        guard let lock = try VaultLock.take(folder, purpose: "benchmark") else { return print("the vault is in use") }
        let unsealing = Unsealing(attempts: 1) { _ in throw NoPassphrase() }
        let local = try LocalVault.open(folder, lock: lock, unsealing: unsealing, control: ProcessControl(version: "0"))
        let signer = RequestSigner(local)
        _ = await local.engine.respond(to: try signer.request("ListKeys", KMS.ListKeysInput(limit: 1)))
        show("open_to_first_reply_ms", milliseconds(since: opened))

        var keys = try await list(local, signer)
        if keys.count < count {
            let start = ContinuousClock.now
            let made = count - keys.count
            try await create(made, local, signer)
            show("keys_created_per_second", Double(made) / milliseconds(since: start) * 1000, digits: 0)
            keys = try await list(local, signer)
        }
        show("keys", Double(keys.count), digits: 0)
        let few = Array(keys.prefix(10))
        for (name, keys) in [("same_ten", few), ("all", keys)] {
            var rates: [Double] = []
            for round in 0..<3 {
                // Spread evenly over the keys, each met for the first time where there are enough.
                let requests = try (round * calls..<(round + 1) * calls).map { index in
                    try signer.request(
                        "Encrypt",
                        KMS.EncryptInput(
                            keyId: keys[(index &* 7919) % keys.count], plaintext: SharedSecret(utf8: "sixteen bytes...")))
                }
                rates.append(try await rate(requests, local))
            }
            show("encrypt_per_second_over_\(name)", median(rates), digits: 0)
        }
        try local.close()
    }

    private static func list(_ local: LocalVault, _ signer: RequestSigner) async throws -> [String] {
        var keys: [String] = []
        var marker: String?
        repeat {
            let reply = await local.engine.respond(
                to: try signer.request("ListKeys", KMS.ListKeysInput(limit: 1000, marker: marker)))
            let page = try KMS.ListKeysOutput(wire: JSONWire.decode(reply.body, as: KMS.ListKeysOutput.shape))
            keys += (page.keys ?? []).compactMap(\.keyId)
            marker = page.nextMarker
        } while marker != nil
        return keys
    }

    private static func create(_ count: Int, _ local: LocalVault, _ signer: RequestSigner) async throws {
        let share = (count + tasks - 1) / tasks
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<tasks {
                let mine = min(share, max(0, count - task * share))
                group.addTask {
                    for _ in 0..<mine {
                        let reply = await local.engine.respond(to: try signer.request("CreateKey", KMS.CreateKeyInput()))
                        guard reply.status == 200 else { throw Refused(body: String(decoding: reply.body, as: UTF8.self)) }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Calls a second.
    static func rate(_ requests: [AWSRequest], _ local: LocalVault) async throws -> Double {
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    for index in stride(from: task, to: requests.count, by: tasks) {
                        let reply = await local.engine.respond(to: requests[index])
                        guard reply.status == 200 else { throw Refused(body: String(decoding: reply.body, as: UTF8.self)) }
                    }
                }
            }
            try await group.waitForAll()
        }
        return Double(requests.count) / milliseconds(since: start) * 1000
    }

    private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
        let elapsed = ContinuousClock.now - start
        return Double(elapsed.components.seconds) * 1000 + Double(elapsed.components.attoseconds) * 1e-15
    }

    private struct NoPassphrase: Error {}
    private struct Refused: Error { let body: String }
}

struct RequestSigner: Sendable {
    private let credentials: Credentials
    private let region: String

    init(_ credentials: Credentials, _ region: Region) {
        self.credentials = credentials
        self.region = region.description
    }

    /// Signs as the vault's owner.
    init(_ local: LocalVault) {
        guard let owner = try? local.ownerCredentials() else { preconditionFailure("the vault has an owner") }
        self.init(owner, local.region)
    }

    func request<I: AWSStructure>(_ operation: String, _ input: I) throws -> AWSRequest {
        var request = AWSRequest(
            headers: HeaderFields([
                ("content-type", "application/x-amz-json-1.1"), ("x-amz-target", "TrentService.\(operation)"),
                ("host", "localhost"),
            ]), body: JSONWire.encode(input.wire, shape: I.shape))
        try Signer.sign(&request, credentials: credentials, region: region, service: "kms", at: SystemClock().now())
        return request
    }
}
