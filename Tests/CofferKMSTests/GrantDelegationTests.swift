// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferTesting
import Testing

@testable import CofferKMS

@Suite("Passing a grant on")
struct GrantDelegationTests {
    let vault: TestVault
    private let holder: Credentials
    private let receiver: Credentials

    init() throws {
        vault = try TestVault()
        holder = try vault.plainUser("holder")
        receiver = try vault.plainUser("receiver")
    }

    private func passOn(
        _ key: String, _ operations: [String], _ constraints: KMS.GrantConstraints? = nil, as caller: Credentials? = nil
    ) async throws -> String? {
        try await vault.code(
            KMS.CreateGrant.self,
            .init(
                keyId: key, operations: operations, granteePrincipal: vault.userARN("receiver"),
                constraints: constraints),
            as: caller ?? holder)
    }

    private func hold(_ key: String, _ operations: [String], _ constraints: KMS.GrantConstraints? = nil) async throws {
        try await vault.grant(key, to: vault.userARN("holder"), operations, constraints)
    }

    @Test("a policy that allows CreateGrant lets one give what one doesn't have")
    func byPolicy() async throws {
        let key = try await vault.createKey()
        let admin = try vault.user("admin", policy: Policy.allow("kms:CreateGrant"))
        #expect(try await !vault.mayEncrypt(key, as: admin))
        #expect(try await passOn(key, ["Encrypt"], as: admin) == nil)
        #expect(try await vault.mayEncrypt(key, as: receiver))
    }

    @Test("a grant that allows CreateGrant lets one give what is in it, all of it in the one grant")
    func byGrant() async throws {
        let key = try await vault.createKey()
        let denied = "AccessDeniedException"
        try await hold(key, ["Encrypt", "Decrypt"])
        #expect(try await passOn(key, ["Encrypt"]) == denied)
        try await hold(key, ["CreateGrant", "GenerateDataKey"])
        #expect(try await passOn(key, ["Encrypt"]) == denied)
        #expect(try await passOn(key, ["GenerateDataKey", "Encrypt"]) == denied)
        #expect(try await passOn(key, ["GenerateDataKey", "CreateGrant"]) == nil)
        // One who has it may pass it on further.
        #expect(try await passOn(key, ["GenerateDataKey"], as: receiver) == nil)
        #expect(try await passOn(key, ["DescribeKey"], as: receiver) == denied)
        // Elsewhere it is worth nothing.
        #expect(try await passOn(vault.createKey(), ["GenerateDataKey"]) == denied)
        let error = try await vault.refusal(
            KMS.CreateGrant.self, .init(keyId: key, operations: ["Encrypt"], granteePrincipal: vault.rootARN()),
            as: holder)
        #expect(
            error.message
                == "User: \(vault.userARN("holder")) is not authorized to perform: kms:CreateGrant on resource: "
                + "\(vault.arn(key)) because no identity-based policy allows the kms:CreateGrant action")
    }

    @Test("rights of one's own don't go with it")
    func ownRights() async throws {
        let key = try await vault.createKey()
        let rich = try vault.user("rich", policy: Policy.allow("kms:Encrypt"))
        try await vault.grant(key, to: vault.userARN("rich"), ["CreateGrant", "Decrypt"])
        #expect(try await passOn(key, ["Encrypt"], as: rich) == "AccessDeniedException")
        #expect(try await passOn(key, ["Decrypt"], as: rich) == nil)
    }

    @Test("constraints may become stricter on the way and never looser")
    func constraints() async throws {
        let (bot, more) = (["app": "bot"], ["app": "bot", "stage": "test"])
        let denied = "AccessDeniedException"
        func subset(_ context: [String: String]) -> KMS.GrantConstraints { .init(encryptionContextSubset: context) }
        func equals(_ context: [String: String]) -> KMS.GrantConstraints { .init(encryptionContextEquals: context) }

        let bySubset = try await vault.createKey()
        try await hold(bySubset, ["CreateGrant", "Encrypt"], subset(bot))
        for wider in [
            nil, subset([:]), equals([:]), subset(["app": "Bot"]), equals(["stage": "test"]), subset(["stage": "bot"]),
        ] {
            #expect(try await passOn(bySubset, ["Encrypt"], wider) == denied)
        }
        for narrower in [subset(bot), subset(more), subset(["APP": "bot"]), equals(bot), equals(more)] {
            #expect(try await passOn(bySubset, ["Encrypt"], narrower) == nil)
        }

        let byEquals = try await vault.createKey()
        try await hold(byEquals, ["CreateGrant", "Encrypt"], equals(bot))
        for wider in [nil, subset(bot), subset(more), equals(more), equals(["app": "other"])] {
            #expect(try await passOn(byEquals, ["Encrypt"], wider) == denied)
        }
        #expect(try await passOn(byEquals, ["Encrypt"], equals(bot)) == nil)
    }

    @Test("a grant that was passed on stays where the one that it came from goes")
    func independence() async throws {
        let key = try await vault.createKey()
        try await hold(key, ["CreateGrant", "Encrypt"])
        let parent = try #require(await vault.grants(key).first?.grantId)
        #expect(try await passOn(key, ["Encrypt"]) == nil)
        try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: parent))
        #expect(try await vault.mayEncrypt(key, as: receiver))
        #expect(try await passOn(key, ["Encrypt"]) == "AccessDeniedException")
    }

    // MARK: Any grants

    private struct Drawn {
        let operations: [String]
        let constraint: SmallWorld.Constraint

        init(_ random: inout SeededRandom, mayPassOn: Int) {
            let all = ["Encrypt", "Decrypt", "GenerateDataKey", "DescribeKey"].filter { _ in random.chance(50) }
            let operations = random.chance(mayPassOn) ? all + ["CreateGrant"] : all
            self.operations = operations.isEmpty ? ["Encrypt"] : operations
            constraint = SmallWorld.constraint(&random)
        }

        func allows(_ operation: String, _ context: [String: String]) -> Bool {
            operations.contains(operation) && (operation == "DescribeKey" || constraint.allows(context))
        }

        /// Everything that the other one allows, in this small world.
        func covers(_ other: Drawn) -> Bool {
            operations.contains("CreateGrant") && Set(other.operations).isSubset(of: operations)
                && SmallWorld.contexts.allSatisfy { !other.constraint.allows($0) || constraint.allows($0) }
        }
    }

    @Test("whatever grants somebody holds, what is passed on is what one of them allows, and all such is passed on")
    func anyGrants() async throws {
        var random = SeededRandom(seed: 63)
        var (passed, refused) = (0, 0)
        for _ in 0..<25 {
            let key = try await vault.createKey()
            let held = (0..<Int.random(in: 1...3, using: &random)).map { _ in Drawn(&random, mayPassOn: 70) }
            for grant in held { try await hold(key, grant.operations, grant.constraint.wire) }
            for _ in 0..<6 {
                let wanted = Drawn(&random, mayPassOn: 20)
                let code = try await passOn(key, wanted.operations, wanted.constraint.wire)
                let isCovered = held.contains { $0.covers(wanted) }
                #expect((code == nil) == isCovered, "\(held) passed on as \(wanted)")
                guard code == nil else {
                    refused += 1
                    continue
                }
                passed += 1
                try await expectNotWider(wanted, than: held, key, &random)
            }
        }
        #expect(passed > 15 && refused > 15)
    }

    /// Tries the grant that was passed on, and then takes it away.
    private func expectNotWider(
        _ wanted: Drawn, than held: [Drawn], _ key: String, _ random: inout SeededRandom
    ) async throws {
        for _ in 0..<3 {
            let context = random.pick(SmallWorld.contexts)
            let isAllowed = try await vault.mayEncrypt(key, context, as: receiver)
            #expect(isAllowed == wanted.allows("Encrypt", context), "\(wanted) \(context)")
            if isAllowed { #expect(try await vault.mayEncrypt(key, context, as: holder), "\(held) \(context)") }
        }
        let receiverARN = vault.userARN("receiver")
        for grant in try await vault.grants(key) where grant.granteePrincipal == receiverARN {
            let id = try #require(grant.grantId)
            try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: id))
        }
    }
}
