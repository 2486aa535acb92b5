// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferTesting
import Testing

@testable import CofferKMS

@Suite("A grant's constraints")
struct GrantConstraintTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let context: [String: String]?
        let equals: Bool
        let subset: Bool
        var testDescription: String { "\(context ?? [:])" }
    }

    /// Against the constraint `App: bot, stage: é` with é of one scalar.
    static let cases = [
        Case(context: ["App": "bot", "stage": "\u{e9}"], equals: true, subset: true),
        Case(context: ["app": "bot", "STAGE": "\u{e9}"], equals: true, subset: true),
        Case(context: ["App": "bot", "stage": "\u{e9}", "more": "x"], equals: false, subset: true),
        Case(context: ["App": "bot", "app": "bot", "stage": "\u{e9}"], equals: false, subset: true),
        Case(context: ["App": "bot", "app": "other", "stage": "\u{e9}"], equals: false, subset: true),
        Case(context: ["App": "Bot", "stage": "\u{e9}"], equals: false, subset: false),
        Case(context: ["App": "bot", "stage": "e\u{301}"], equals: false, subset: false),
        Case(context: ["App": "bot"], equals: false, subset: false),
        Case(context: ["App ": "bot", "stage": "\u{e9}"], equals: false, subset: false),
        Case(context: ["App": "\u{e9}", "stage": "bot"], equals: false, subset: false),
        Case(context: [:], equals: false, subset: false),
        Case(context: nil, equals: false, subset: false),
    ]

    @Test("names count without regard to case, values exactly, pairs each once", arguments: cases)
    func contexts(given: Case) async throws {
        let vault = try TestVault()
        let constraint = ["App": "bot", "stage": "\u{e9}"]
        for (constraints, isMet) in [
            (KMS.GrantConstraints(encryptionContextEquals: constraint), given.equals),
            (KMS.GrantConstraints(encryptionContextSubset: constraint), given.subset),
        ] {
            let key = try await vault.createKey()
            let name = "user\(isMet)\(constraints.encryptionContextEquals == nil)"
            let user = try vault.plainUser(name)
            try await vault.grant(
                key, to: vault.userARN(name), ["Encrypt", "Decrypt", "GenerateDataKey", "DescribeKey", "RetireGrant"],
                constraints)
            #expect(try await vault.mayEncrypt(key, given.context, as: user) == isMet)
            let data = KMS.GenerateDataKeyInput(keyId: key, encryptionContext: given.context, keySpec: "AES_128")
            #expect((try await vault.code(KMS.GenerateDataKey.self, data, as: user) == nil) == isMet)
            let blob = try await vault.encrypt("geheim", key, given.context)
            let opening = KMS.DecryptInput(ciphertextBlob: blob, encryptionContext: given.context)
            #expect((try await vault.code(KMS.Decrypt.self, opening, as: user) == nil) == isMet)
            // What has no context isn't constrained.
            try await vault.call(KMS.DescribeKey.self, .init(keyId: key), as: user)
            let grant = try #require(await vault.grants(key).first?.grantId)
            try await vault.call(KMS.RetireGrant.self, .init(keyId: key, grantId: grant), as: user)
        }
    }

    @Test("an empty map constrains nothing")
    func empty() async throws {
        let vault = try TestVault()
        let user = try vault.plainUser("ann")
        for constraints in [KMS.GrantConstraints(encryptionContextEquals: [:]), .init(encryptionContextSubset: [:])] {
            let key = try await vault.createKey()
            try await vault.grant(key, to: vault.userARN("ann"), ["Encrypt"], constraints)
            #expect(try await vault.mayEncrypt(key, as: user))
            #expect(try await vault.mayEncrypt(key, ["a": "b"], as: user))
        }
    }

    @Test("held against a plain reading of the rules, for every context of a small world")
    func againstReading() {
        var random = SeededRandom(seed: 61)
        for _ in 0..<300 {
            let drawn = SmallWorld.constraint(&random)
            let constraints = drawn.record
            for context in SmallWorld.contexts {
                #expect(
                    constraints.isMet(by: context, sourceARN: nil) == drawn.allows(context), "\(drawn) \(context)")
            }
            #expect(constraints.isMet(by: nil, sourceARN: nil))
        }
    }

    @Test("what is passed on never allows a context that wasn't held, and the same may be passed on as it is")
    func delegation() {
        var random = SeededRandom(seed: 62)
        var within = 0
        for _ in 0..<4000 {
            let (held, wanted) = (SmallWorld.constraint(&random), SmallWorld.constraint(&random))
            #expect(held.record.isWithin(held.record))
            #expect(held.record.isWithin(SmallWorld.Constraint.none.record))
            guard wanted.record.isWithin(held.record) else { continue }
            within += 1
            for context in SmallWorld.contexts where wanted.record.isMet(by: context, sourceARN: nil) {
                #expect(
                    held.record.isMet(by: context, sourceARN: nil), "\(held) passed on as \(wanted) allows \(context)")
            }
        }
        #expect(within > 500)
    }

    @Test("a source that is asked for is asked for further on too")
    func sources() {
        let (source, other) = ("arn:aws:s3:::a", "arn:aws:s3:::b")
        func constraints(_ source: String?) -> GrantRecord.Constraints { .init(sourceARN: source) }
        #expect(constraints(source).isWithin(constraints(source)))
        #expect(constraints(source).isWithin(constraints(nil)))
        #expect(!constraints(nil).isWithin(constraints(source)))
        #expect(!constraints(other).isWithin(constraints(source)))
        #expect(!constraints(source).isMet(by: nil, sourceARN: nil))
        #expect(!constraints(source).isMet(by: [:], sourceARN: other))
        #expect(constraints(source).isMet(by: [:], sourceARN: source))
    }
}

/// Contexts of four names, two of which differ from the others in case alone, and two values.
enum SmallWorld {
    static let names = ["a", "A", "b", "B"]
    static let values = ["1", "2"]

    /// All 81 of them.
    static let contexts: [[String: String]] = names.reduce([[:]]) { contexts, name in
        contexts.flatMap { context in
            [context] + values.map { value in context.merging([name: value]) { $1 } }
        }
    }

    enum Constraint: Sendable, Equatable {
        case none
        case equals([String: String])
        case subset([String: String])

        var wire: KMS.GrantConstraints? {
            switch self {
            case .none: nil
            case .equals(let pairs): .init(encryptionContextEquals: pairs)
            case .subset(let pairs): .init(encryptionContextSubset: pairs)
            }
        }

        var record: GrantRecord.Constraints { wire.map { .init($0) } ?? .init() }

        /// As the API reference has it, read one pair at a time.
        func allows(_ context: [String: String]) -> Bool {
            switch self {
            case .none: return true
            case .subset(let pairs): return pairs.allSatisfy { pair in context.contains { Self.isSame($0, pair) } }
            case .equals(let pairs):
                if pairs.isEmpty { return true }
                var rest = context.map { $0 }
                for pair in pairs {
                    guard let index = rest.firstIndex(where: { Self.isSame($0, pair) }) else { return false }
                    rest.remove(at: index)
                }
                return rest.isEmpty
            }
        }

        private static func isSame(_ a: (key: String, value: String), _ b: (key: String, value: String)) -> Bool {
            a.key.lowercased() == b.key.lowercased() && a.value == b.value
        }
    }

    static func constraint(_ random: inout SeededRandom) -> Constraint {
        var pairs: [String: String] = [:]
        for _ in 0..<Int.random(in: 0...3, using: &random) { pairs[random.pick(names)] = random.pick(values) }
        return random.pick([.none, .equals(pairs), .subset(pairs), .subset(pairs)])
    }
}
