// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

@Suite("Retiring and revoking grants")
struct GrantRetiringTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    private func retire(_ made: (id: String, token: String), as caller: Credentials) async throws -> String? {
        try await vault.code(KMS.RetireGrant.self, .init(grantToken: made.token), as: caller)
    }

    @Test("the retiring principal may, the grantee where the grant says so, the key's account, and nobody else")
    func who() async throws {
        let key = try await vault.createKey()
        let retirer = try vault.plainUser("retirer")
        let grantee = try vault.plainUser("grantee")
        let role = try vault.role("app")
        let delegate = try vault.user("delegate", policy: Policy.allow("kms:RetireGrant"))
        let bystander = try vault.plainUser("bystander")
        func grant(_ operations: [String], to name: String, retirer: String?) async throws -> (
            id: String, token: String
        ) {
            try await vault.grant(key, to: name, operations, retirer: retirer)
        }
        let granteeARN = vault.userARN("grantee")
        let retirerARN = vault.userARN("retirer")
        let denied = "AccessDeniedException"

        var made = try await grant(["Encrypt"], to: granteeARN, retirer: retirerARN)
        #expect(try await retire(made, as: bystander) == denied)
        #expect(try await retire(made, as: grantee) == denied)
        #expect(try await retire(made, as: retirer) == nil)

        made = try await grant(["RetireGrant"], to: granteeARN, retirer: retirerARN)
        #expect(try await retire(made, as: grantee) == nil)

        made = try await grant(["Encrypt"], to: granteeARN, retirer: vault.roleARN("app"))
        #expect(try await retire(made, as: retirer) == denied)
        #expect(try await retire(made, as: vault.session(of: role, policy: Policy.allow("kms:Encrypt"))) == denied)
        #expect(try await retire(made, as: vault.session(of: role)) == nil)

        made = try await grant(["Encrypt"], to: granteeARN, retirer: nil)
        #expect(try await retire(made, as: bystander) == denied)
        #expect(try await retire(made, as: delegate) == nil)
        made = try await grant(["Encrypt"], to: granteeARN, retirer: nil)
        #expect(try await retire(made, as: vault.owner()) == nil)
    }

    @Test("a grantee may retire where the account may too")
    func granteeBesidesAccount() async throws {
        let key = try await vault.createKey()
        let grantee = try vault.plainUser("grantee")
        let made = try await vault.grant(
            key, to: vault.userARN("grantee"), ["RetireGrant"], retirer: vault.rootARN())
        #expect(try await retire(made, as: grantee) == nil)
    }

    @Test("key policies have no say in it but a Deny of one's own does")
    func policies() async throws {
        let policy =
            #"{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"},"#
            + #"{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:RetireGrant","Resource":"*"}]}"#
        let key = try await vault.createKey(.init(policy: policy))
        let bystander = try vault.plainUser("bystander")
        let denied = try vault.user("denied", policy: Policy.deny("kms:RetireGrant"))
        let made = try await vault.grant(key, to: vault.rootARN(), ["Encrypt"], retirer: vault.userARN("denied"))
        #expect(try await retire(made, as: bystander) == "AccessDeniedException")
        #expect(try await retire(made, as: denied) == "AccessDeniedException")
    }

    @Test("a grant is named by its token, or by its key and id")
    func naming() async throws {
        let key = try await vault.createKey()
        let elsewhere = try await vault.createKey()
        let made = try await vault.grant(key, to: vault.rootARN(), ["Encrypt"])
        let unknown = String(repeating: "0", count: 64)
        func refusal(_ input: KMS.RetireGrantInput) async throws -> String {
            try await vault.refusal(KMS.RetireGrant.self, input).code
        }
        for incomplete: KMS.RetireGrantInput in [
            .init(), .init(keyId: key), .init(grantId: made.id), .init(grantToken: made.token, grantId: made.id),
            .init(grantToken: made.token, keyId: key), .init(grantToken: made.token, keyId: key, grantId: made.id),
        ] { #expect(try await refusal(incomplete) == "ValidationException") }
        #expect(try await refusal(.init(keyId: elsewhere, grantId: made.id)) == "NotFoundException")
        #expect(try await refusal(.init(keyId: key, grantId: unknown)) == "NotFoundException")
        #expect(try await refusal(.init(keyId: "alias/app", grantId: made.id)) == "InvalidArnException")
        #expect(try await refusal(.init(grantToken: "QUJD")) == "InvalidGrantTokenException")
        #expect(try await vault.grants(key).count == 1)

        // In another Region there is no such grant.
        let there = try await vault.refusal(
            KMS.RetireGrant.self, .init(grantToken: made.token), region: "eu-west-1")
        #expect(there.code == "NotFoundException")

        try await vault.call(KMS.RetireGrant.self, .init(keyId: vault.arn(key), grantId: made.id))
        #expect(try await vault.grants(key).isEmpty)
        let event = try vault.event("RetireGrant")
        #expect(event["requestParameters"] == nil || event["requestParameters"] == .null)
        #expect(event["additionalEventData"]?["grantId"]?.string == made.id)
        #expect(event["responseElements"] == nil || event["responseElements"] == .null)
    }

    @Test("revoking is a right over the key: grantees and retiring principals have it by a policy alone")
    func revoking() async throws {
        let key = try await vault.createKey()
        let elsewhere = try await vault.createKey()
        let grantee = try vault.plainUser("grantee")
        let admin = try vault.user("admin", policy: Policy.allow("kms:RevokeGrant"))
        let name = vault.userARN("grantee")
        let made = try await vault.grant(key, to: name, ["RetireGrant", "CreateGrant"], retirer: name)
        let input = KMS.RevokeGrantInput(keyId: key, grantId: made.id)
        #expect(try await vault.code(KMS.RevokeGrant.self, input, as: grantee) == "AccessDeniedException")
        #expect(
            try await vault.refusal(KMS.RevokeGrant.self, .init(keyId: elsewhere, grantId: made.id)).code
                == "NotFoundException")
        #expect(
            try await vault.refusal(KMS.RevokeGrant.self, .init(keyId: "alias/app", grantId: made.id)).code
                == "InvalidArnException")
        try await vault.call(KMS.RevokeGrant.self, input, as: admin)
        #expect(try await vault.refusal(KMS.RevokeGrant.self, input, as: admin).code == "NotFoundException")
        let event = try #require(
            vault.events("RevokeGrant").last { $0["errorCode"] == nil || $0["errorCode"] == .null })
        #expect(event["requestParameters"]?["grantId"]?.string == made.id)
        #expect(event["requestParameters"]?["keyId"]?.string == key)
    }

    @Test("whoever retires or revokes a grant at the same time as others, one does and it counts once")
    func race() async throws {
        let vault = try TestVault { $0.quotas.grantsPerKey = 2 }
        let key = try await vault.createKey()
        let made = try await vault.grant(key, to: vault.rootARN(), ["Encrypt"])
        let codes = try await withThrowingTaskGroup(of: String?.self) { group in
            for number in 0..<12 {
                group.addTask {
                    number.isMultiple(of: 2)
                        ? try await vault.code(KMS.RetireGrant.self, .init(grantToken: made.token))
                        : try await vault.code(KMS.RevokeGrant.self, .init(keyId: key, grantId: made.id))
                }
            }
            return try await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(codes.count { $0 == nil } == 1)
        #expect(codes.allSatisfy { $0 == nil || $0 == "NotFoundException" })
        for _ in 0..<2 { try await vault.grant(key, to: vault.rootARN(), ["Encrypt"]) }
        let full = KMS.CreateGrantInput(keyId: key, operations: ["Encrypt"], granteePrincipal: vault.rootARN())
        #expect(try await vault.code(KMS.CreateGrant.self, full) == "LimitExceededException")
    }
}
