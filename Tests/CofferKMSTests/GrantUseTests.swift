// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

@Suite("What a grant allows")
struct GrantUseTests {
    let vault: TestVault
    private let ann: String

    init() throws {
        vault = try TestVault()
        ann = vault.userARN("ann")
    }

    @Test("a user who is given an operation has it at once, that one alone and on that key alone")
    func user() async throws {
        let user = try vault.plainUser("ann")
        let other = try vault.plainUser("carl")
        let key = try await vault.createKey()
        let elsewhere = try await vault.createKey()
        #expect(try await !vault.mayEncrypt(key, as: user))
        let made = try await vault.grant(key, to: ann, ["Encrypt"])
        #expect(try await vault.mayEncrypt(key, as: user))
        #expect(try await vault.mayEncrypt(vault.arn(key), tokens: [made.token], as: user))
        #expect(try await !vault.mayEncrypt(elsewhere, as: user))
        #expect(try await !vault.mayEncrypt(key, tokens: [made.token], as: other))
        let blob = try await vault.encrypt("geheim", key)
        #expect(
            try await vault.code(KMS.Decrypt.self, .init(ciphertextBlob: blob), as: user) == "AccessDeniedException")
        #expect(try await vault.code(KMS.DescribeKey.self, .init(keyId: key), as: user) == "AccessDeniedException")
        try await vault.grant(key, to: ann, ["Decrypt"])
        #expect(try await vault.decrypt(blob, as: user) == "geheim")
    }

    @Test("a grant counts where the key policy keeps the account out, and not one call longer than it is there")
    func revoked() async throws {
        let user = try vault.plainUser("ann")
        let key = try await vault.createKey()
        try await vault.call(
            KMS.PutKeyPolicy.self, .init(keyId: key, policy: Policy.rootAlone, bypassPolicyLockoutSafetyCheck: true))
        for retire in [false, true] {
            let made = try await vault.grant(key, to: ann, ["Encrypt", "RetireGrant"])
            #expect(try await vault.mayEncrypt(key, as: user))
            if retire {
                try await vault.call(KMS.RetireGrant.self, .init(grantToken: made.token), as: user)
            } else {
                try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: made.id))
            }
            #expect(try await !vault.mayEncrypt(key, as: user))
            #expect(try await !vault.mayEncrypt(key, tokens: [made.token], as: user))
        }
    }

    @Test("a role's grant is its sessions', and a session's grant that session's alone")
    func roles() async throws {
        let app = try vault.role("app")
        let other = try vault.role("other")
        let key = try await vault.createKey()
        let byRole = try await vault.grant(key, to: vault.roleARN("app"), ["Encrypt"])
        #expect(try await vault.mayEncrypt(key, as: vault.session(of: app, "one")))
        #expect(try await vault.mayEncrypt(key, as: vault.session(of: app, "two")))
        #expect(try await !vault.mayEncrypt(key, as: vault.session(of: other, "one")))
        try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: byRole.id))
        try await vault.grant(key, to: "arn:aws:sts::111122223333:assumed-role/app/one", ["Encrypt"])
        #expect(try await vault.mayEncrypt(key, as: vault.session(of: app, "one")))
        #expect(try await !vault.mayEncrypt(key, as: vault.session(of: app, "One")))
        #expect(try await !vault.mayEncrypt(key, as: vault.session(of: other, "one")))
    }

    @Test("an account's grant lets its root in, and whom its own policies let")
    func account() async throws {
        let key = try await vault.createKey()
        try await vault.call(
            KMS.PutKeyPolicy.self, .init(keyId: key, policy: Policy.rootAlone, bypassPolicyLockoutSafetyCheck: true))
        let allowed = try vault.user("ann", policy: Policy.allow("kms:Encrypt"))
        let plain = try vault.plainUser("carl")
        #expect(try await !vault.mayEncrypt(key, as: allowed))
        try await vault.grant(key, to: vault.rootARN(), ["Encrypt"])
        #expect(try await vault.mayEncrypt(key, as: allowed))
        #expect(try await !vault.mayEncrypt(key, as: plain))
        #expect(try await vault.mayEncrypt(key, as: vault.owner()))
    }

    @Test("a name that somebody else has again inherits nothing")
    func sameName() async throws {
        let key = try await vault.createKey()
        let user = try vault.plainUser("ann")
        let role = try vault.role("app")
        let session = "arn:aws:sts::111122223333:assumed-role/app/one"
        for name in [ann, vault.roleARN("app"), session] {
            try await vault.grant(key, to: name, ["Encrypt"], retirer: name)
        }
        #expect(try await vault.mayEncrypt(key, as: user))
        #expect(try await vault.mayEncrypt(key, as: vault.session(of: role)))
        try await vault.delete(UserRecord.self, "ann")
        try await vault.delete(RoleRecord.self, "app")
        let newUser = try vault.plainUser("ann")
        let newSession = try vault.session(of: vault.role("app"))
        for caller in [newUser, newSession] {
            #expect(try await !vault.mayEncrypt(key, as: caller))
            for grant in try await vault.grants(key) {
                let retire = KMS.RetireGrantInput(keyId: key, grantId: grant.grantId)
                #expect(try await vault.code(KMS.RetireGrant.self, retire, as: caller) == "AccessDeniedException")
            }
        }
        try await vault.grant(key, to: ann, ["Encrypt"])
        #expect(try await vault.mayEncrypt(key, as: newUser))
    }

    @Test("a Deny anywhere wins")
    func denied() async throws {
        let key = try await vault.createKey()
        let denied = try vault.user("ann", policy: Policy.deny("kms:Encrypt"))
        try await vault.grant(key, to: ann, ["Encrypt"])
        let error = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "x")), as: denied)
        #expect(error.message?.hasSuffix("with an explicit deny in an identity-based policy") == true)

        let role = try vault.role("app")
        try await vault.grant(key, to: vault.roleARN("app"), ["Encrypt"])
        #expect(try await vault.mayEncrypt(key, as: vault.session(of: role)))
        let bounded = try vault.session(of: role, policy: Policy.allow("kms:*", deny: "kms:Encrypt"))
        #expect(try await !vault.mayEncrypt(key, as: bounded))

        let app = vault.roleARN("app")
        let policy =
            #"{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"},"#
            + #"{"Effect":"Deny","Principal":{"AWS":"\#(app)"},"Action":"kms:Encrypt","Resource":"*"}]}"#
        try await vault.call(KMS.PutKeyPolicy.self, .init(keyId: key, policy: policy))
        #expect(try await !vault.mayEncrypt(key, as: vault.session(of: role)))
    }

    @Test("a role's grant ends where the session's policy does")
    func sessionPolicy() async throws {
        let key = try await vault.createKey()
        let role = try vault.role("app")
        try await vault.grant(key, to: vault.roleARN("app"), ["Encrypt"])
        #expect(try await vault.mayEncrypt(key, as: vault.session(of: role, policy: Policy.allow("kms:Encrypt"))))
        let error = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "x")),
            as: vault.session(of: role, policy: Policy.allow("kms:Decrypt")))
        #expect(error.message?.hasSuffix("because no session policy allows the kms:Encrypt action") == true)
    }

    @Test("a grant for one resource's calls is for no call that somebody makes directly")
    func source() async throws {
        let key = try await vault.createKey()
        let user = try vault.plainUser("ann")
        let source = KMS.GrantConstraints(sourceArn: "arn:aws:s3:eu-central-1:111122223333:bucket")
        let made = try await vault.grant(
            key, to: ann, ["Encrypt", "DescribeKey", "CreateGrant", "RetireGrant"], source)
        #expect(try await !vault.mayEncrypt(key, tokens: [made.token], as: user))
        #expect(try await vault.code(KMS.DescribeKey.self, .init(keyId: key), as: user) == "AccessDeniedException")
        let child = KMS.CreateGrantInput(
            keyId: key, operations: ["Encrypt"], granteePrincipal: ann, constraints: source)
        #expect(try await vault.code(KMS.CreateGrant.self, child, as: user) == "AccessDeniedException")
        // Retiring isn't constrained.
        try await vault.call(KMS.RetireGrant.self, .init(grantToken: made.token), as: user)
    }

    @Test("another grant than the first may be the one that fits")
    func several() async throws {
        let key = try await vault.createKey()
        let user = try vault.plainUser("ann")
        for value in 0..<4 {
            try await vault.grant(
                key, to: ann, value == 2 ? ["Encrypt", "Decrypt"] : ["Encrypt"],
                .init(encryptionContextEquals: ["n": "\(value)"]))
        }
        for value in 0..<4 { #expect(try await vault.mayEncrypt(key, ["n": "\(value)"], as: user)) }
        #expect(try await !vault.mayEncrypt(key, ["n": "4"], as: user))
        let blob = try await vault.encrypt("geheim", key, ["n": "2"])
        #expect(try await vault.decrypt(blob, ["n": "2"], as: user) == "geheim")
        let other = try await vault.encrypt("geheim", key, ["n": "1"])
        let input = KMS.DecryptInput(ciphertextBlob: other, encryptionContext: ["n": "1"])
        #expect(try await vault.code(KMS.Decrypt.self, input, as: user) == "AccessDeniedException")
    }

    @Test("a grant that fits is found among hundreds that don't")
    func many() async throws {
        let key = try await vault.createKey()
        let user = try vault.plainUser("ann")
        let scope = vault.scope
        let (name, issuer) = (ann, vault.rootARN())
        try await vault.change { writer in
            for number in 0..<250 {
                try writer.insert(
                    GrantRecord(
                        id: Hex.encode([UInt8](repeating: UInt8(number), count: 32)), keyID: key,
                        region: scope.region.description, name: nil, createdAt: 0,
                        grantee: GrantPrincipal(name: name, isService: false, uniqueID: nil), retirer: nil,
                        issuer: issuer,
                        operations: number == 249 ? ["Encrypt"] : ["Decrypt"], constraints: nil), in: scope)
            }
        }
        #expect(try await vault.mayEncrypt(key, as: user))
    }

    @Test("re-encrypting needs a grant on either key")
    func reEncrypt() async throws {
        let (from, to) = (try await vault.createKey(), try await vault.createKey())
        let user = try vault.plainUser("ann")
        let blob = try await vault.encrypt("geheim", from, ["app": "bot"])
        let input = KMS.ReEncryptInput(
            destinationKeyId: to, ciphertextBlob: blob, sourceEncryptionContext: ["app": "bot"],
            destinationEncryptionContext: ["app": "new"])
        func refused() async throws -> Bool {
            try await vault.code(KMS.ReEncrypt.self, input, as: user) == "AccessDeniedException"
        }
        try await vault.grant(from, to: ann, ["ReEncryptFrom"], .init(encryptionContextEquals: ["app": "bot"]))
        try await vault.grant(to, to: ann, ["ReEncryptTo"], .init(encryptionContextEquals: ["app": "bot"]))
        #expect(try await refused())
        try await vault.grant(to, to: ann, ["ReEncryptTo"], .init(encryptionContextEquals: ["app": "new"]))
        #expect(try await !refused())
        let grants = try await vault.grants(from)
        try await vault.call(KMS.RevokeGrant.self, .init(keyId: from, grantId: try #require(grants.first?.grantId)))
        #expect(try await refused())
    }
}
