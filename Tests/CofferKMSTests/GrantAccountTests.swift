// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

@Suite("Grants across accounts")
struct GrantAccountTests {
    let vault: TestVault
    let other: AccountID

    init() throws {
        vault = try TestVault()
        other = try vault.otherAccount()
    }

    @Test("a stranger's own account has to agree to a grant of the key's account")
    func fromKeyOwner() async throws {
        let key = vault.arn(try await vault.createKey())
        let plain = try vault.plainUser("plain", in: other)
        let allowed = try vault.user("allowed", policy: Policy.allow("kms:Encrypt"), in: other)
        let denied = try vault.user("denied", policy: Policy.allow("kms:*", deny: "kms:Encrypt"), in: other)
        for user in [plain, allowed, denied] { #expect(try await !vault.mayEncrypt(key, as: user)) }
        for name in ["plain", "allowed", "denied"] {
            try await vault.grant(key, to: vault.userARN(name, in: other), ["Encrypt"])
        }
        #expect(try await !vault.mayEncrypt(key, as: plain))
        #expect(try await vault.mayEncrypt(key, as: allowed))
        #expect(try await !vault.mayEncrypt(key, as: denied))
        // The key's account has a user of that name too.
        #expect(try await !vault.mayEncrypt(key, as: vault.plainUser("allowed")))
    }

    @Test("an account is let in as a whole, and its own policies say whom of it")
    func toAccount() async throws {
        let key = vault.arn(try await vault.createKey())
        let plain = try vault.plainUser("plain", in: other)
        let allowed = try vault.user("allowed", policy: Policy.allow("kms:Encrypt"), in: other)
        let root = try vault.owner(of: other)
        try await vault.grant(key, to: vault.rootARN(of: other), ["Encrypt"])
        #expect(try await !vault.mayEncrypt(key, as: plain))
        #expect(try await vault.mayEncrypt(key, as: allowed))
        #expect(try await vault.mayEncrypt(key, as: root))
    }

    @Test("what an account passes on to its own people needs no policy besides")
    func delegated() async throws {
        let key = vault.arn(try await vault.createKey())
        let plain = try vault.plainUser("plain", in: other)
        let root = try vault.owner(of: other)
        let bounded = try vault.session(of: vault.role("app", in: other), policy: Policy.allow("s3:*"), in: other)
        try await vault.grant(key, to: vault.rootARN(of: other), ["Encrypt", "CreateGrant"])
        try await vault.grant(key, to: vault.userARN("plain", in: other), ["Encrypt"], as: root)
        try await vault.grant(key, to: "arn:aws:iam::\(other):role/app", ["Encrypt"], as: root)
        #expect(try await vault.mayEncrypt(key, as: plain))
        #expect(try await !vault.mayEncrypt(key, as: bounded))
        let issuers = try await vault.grants(key).compactMap(\.issuingAccount)
        #expect(issuers.sorted() == [vault.rootARN(), vault.rootARN(of: other), vault.rootARN(of: other)])
    }

    @Test("of two grants to a stranger the one that is enough by itself counts, whichever is found first")
    func strongest() async throws {
        for isDelegatedFirst in [true, false] {
            let key = try await vault.createKey()
            let name = "bob\(isDelegatedFirst)"
            let user = try vault.plainUser(name, in: other)
            let scope = vault.scope
            let issuers = [vault.rootARN(of: other), vault.rootARN()]
            let grantee = vault.userARN(name, in: other)
            try await vault.change { writer in
                for (index, issuer) in (isDelegatedFirst ? issuers : issuers.reversed()).enumerated() {
                    try writer.insert(
                        GrantRecord(
                            id: "\(index)\(key)", keyID: key, region: scope.region.description,
                            name: nil, createdAt: 0,
                            grantee: GrantPrincipal(name: grantee, isService: false, uniqueID: nil), retirer: nil,
                            issuer: issuer, operations: ["Encrypt"], constraints: nil), in: scope)
                }
            }
            #expect(try await vault.mayEncrypt(vault.arn(key), as: user), "delegated first: \(isDelegatedFirst)")
        }
    }

    @Test("a stranger learns of no key and no grant, nor of a key's state")
    func secrecy() async throws {
        let key = vault.arn(try await vault.createKey())
        let missing = vault.arn(UniqueID.uuid())
        let made = try await vault.grant(key, to: vault.rootARN(), ["Encrypt"])
        let stranger = try vault.user("bob", policy: Policy.allow("kms:*"), in: other)
        func answers(_ key: String, _ grant: String) async throws -> [AWSError] {
            [
                try await vault.refusal(
                    KMS.CreateGrant.self,
                    .init(keyId: key, operations: ["Encrypt"], granteePrincipal: vault.rootARN(of: other)), as: stranger
                ),
                try await vault.refusal(KMS.ListGrants.self, .init(keyId: key), as: stranger),
                try await vault.refusal(KMS.RevokeGrant.self, .init(keyId: key, grantId: grant), as: stranger),
                try await vault.refusal(KMS.RetireGrant.self, .init(keyId: key, grantId: grant), as: stranger),
            ]
        }
        let unknown = String(repeating: "0", count: 64)
        let expected = try await answers(missing, unknown)
        for error in expected { #expect(error.code == "AccessDeniedException") }
        #expect(try await answers(key, made.id) == expected)
        #expect(try await answers(key, unknown) == expected)
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        #expect(try await answers(key, made.id) == expected)
    }

    @Test("a retiring principal of another account needs that account's consent as well")
    func retiring() async throws {
        let key = vault.arn(try await vault.createKey())
        let plain = try vault.plainUser("plain", in: other)
        let allowed = try vault.user("allowed", policy: Policy.allow("kms:RetireGrant"), in: other)
        for (name, user, isAllowed) in [("plain", plain, false), ("allowed", allowed, true)] {
            let made = try await vault.grant(
                key, to: vault.rootARN(), ["Encrypt"], retirer: vault.userARN(name, in: other))
            let byID = KMS.RetireGrantInput(keyId: key, grantId: made.id)
            let byToken = KMS.RetireGrantInput(grantToken: made.token)
            #expect((try await vault.code(KMS.RetireGrant.self, byID, as: user) == nil) == isAllowed)
            let again = try await vault.code(KMS.RetireGrant.self, byToken, as: user)
            #expect(again == (isAllowed ? "NotFoundException" : "AccessDeniedException"))
        }
    }
}
