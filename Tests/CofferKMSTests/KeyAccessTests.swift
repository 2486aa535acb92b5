// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

@Suite("Who may use a key")
struct KeyAccessTests {
    let vault: TestVault
    private static let all = #"{"Statement":{"Effect":"Allow","Action":"kms:*","Resource":"*"}}"#

    init() throws { vault = try TestVault() }

    @Test("a user without rights is refused, and the refusal is in the trail")
    func denied() async throws {
        let key = try await vault.createKey()
        let user = try vault.user("ann", policy: #"{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#)
        let error = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "geheim")), as: user)
        #expect(error.code == "AccessDeniedException")
        #expect(
            error.message
                == "User: arn:aws:iam::111122223333:user/ann is not authorized to perform: kms:Encrypt on resource: "
                + "\(vault.arn(key)) because no identity-based policy allows the kms:Encrypt action")
        #expect(try vault.event("Encrypt")["errorCode"] == "AccessDenied")
    }

    @Test("IAM allows count only where the key policy lets the account in")
    func keyPolicyRules() async throws {
        let key = try await vault.createKey()
        let user = try vault.user("ann", policy: Self.all)
        let plaintext = SharedSecret(utf8: "geheim")
        try await vault.call(KMS.Encrypt.self, .init(keyId: key, plaintext: plaintext), as: user)
        try await vault.call(
            KMS.PutKeyPolicy.self,
            .init(
                keyId: key,
                policy: #"{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Resource":"*","#
                    + #""Action":["kms:PutKeyPolicy","kms:Describe*"]}}"#))
        #expect(
            try await vault.refusal(KMS.Encrypt.self, .init(keyId: key, plaintext: plaintext), as: user).code
                == "AccessDeniedException")
        #expect(
            try await vault.refusal(KMS.Encrypt.self, .init(keyId: key, plaintext: plaintext)).code
                == "AccessDeniedException")
        try await vault.call(KMS.DescribeKey.self, .init(keyId: key), as: user)
    }

    @Test("conditions on context, alias, tags and rotation period decide")
    func conditions() async throws {
        let key = try await vault.createKey(.init(tags: [.init(tagKey: "team", tagValue: "red")]))
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        func user(_ name: String, _ condition: String) throws -> Credentials {
            try vault.user(
                name,
                policy: #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:Encrypt","#
                    + "\"Resource\":\"*\",\"Condition\":\(condition)}}")
        }
        func isAllowed(_ user: Credentials, keyID: String? = nil, _ context: [String: String]? = nil) async throws
            -> Bool
        {
            do {
                try await vault.call(
                    KMS.Encrypt.self,
                    .init(keyId: keyID ?? key, plaintext: SharedSecret(utf8: "x"), encryptionContext: context), as: user
                )
                return true
            } catch let error as AWSError where error.code == "AccessDeniedException" {
                return false
            }
        }
        let byContext = try user("a", #"{"StringEquals":{"kms:EncryptionContext:app":"bot"}}"#)
        #expect(try await isAllowed(byContext, ["app": "bot"]))
        #expect(try await !isAllowed(byContext, ["app": "Bot"]))
        #expect(try await !isAllowed(byContext))
        let byAlias = try user("b", #"{"StringEquals":{"kms:RequestAlias":"alias/app"}}"#)
        #expect(try await isAllowed(byAlias, keyID: "alias/app"))
        #expect(try await !isAllowed(byAlias))
        let byAnyAlias = try user("c", #"{"ForAnyValue:StringEquals":{"kms:ResourceAliases":"alias/app"}}"#)
        #expect(try await isAllowed(byAnyAlias))
        let byTag = try user("d", #"{"StringEquals":{"aws:ResourceTag/team":"red","kms:KeySpec":"SYMMETRIC_DEFAULT"}}"#)
        #expect(try await isAllowed(byTag))
        try await vault.call(KMS.UntagResource.self, .init(keyId: key, tagKeys: ["team"]))
        #expect(try await !isAllowed(byTag))
        try await vault.call(KMS.DeleteAlias.self, .init(aliasName: "alias/app"))
        #expect(try await !isAllowed(byAnyAlias))
    }

    @Test("ReEncrypt needs both rights")
    func reEncrypt() async throws {
        let from = try await vault.createKey()
        let to = try await vault.createKey()
        let blob = try await vault.encrypt("geheim", from)
        func user(_ name: String, _ statements: String) throws -> Credentials {
            try vault.user(name, policy: #"{"Statement":[\#(statements)]}"#)
        }
        let allowFrom = #"{"Effect":"Allow","Action":"kms:ReEncryptFrom","Resource":"\#(vault.arn(from))"}"#
        let allowTo = #"{"Effect":"Allow","Action":"kms:ReEncryptTo","Resource":"\#(vault.arn(to))"}"#
        let input = KMS.ReEncryptInput(destinationKeyId: to, ciphertextBlob: blob)
        for (name, statements) in [("x", allowFrom), ("y", allowTo)] {
            let half = try user(name, statements)
            #expect(try await vault.refusal(KMS.ReEncrypt.self, input, as: half).code == "AccessDeniedException")
        }
        try await vault.call(KMS.ReEncrypt.self, input, as: try user("z", allowFrom + "," + allowTo))
    }

    @Test("a policy that locks its author out is refused unless asked for")
    func lockout() async throws {
        let key = try await vault.createKey()
        let policy =
            #"{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"#
            + #""Action":"kms:Encrypt","Resource":"*"}}"#
        let error = try await vault.refusal(KMS.PutKeyPolicy.self, .init(keyId: key, policy: policy))
        #expect(
            error
                == AWSError(
                    "MalformedPolicyDocumentException",
                    "The new key policy will not allow you to update the key policy in the future."))
        #expect(try await vault.refusal(KMS.CreateKey.self, .init(policy: policy)) == error)
        try await vault.call(
            KMS.PutKeyPolicy.self, .init(keyId: key, policy: policy, bypassPolicyLockoutSafetyCheck: true))
        let unknown =
            #"{"Statement":{"Effect":"Allow","#
            + #""Principal":{"AWS":["111122223333","arn:aws:iam::111122223333:user/nobody"]},"#
            + #""Action":"kms:*","Resource":"*"}}"#
        let invalid = try await vault.refusal(KMS.CreateKey.self, .init(policy: unknown))
        #expect(invalid.message == "Policy contains a statement with one or more invalid principals.")
        let broken = try await vault.refusal(KMS.CreateKey.self, .init(policy: "{"))
        #expect(broken.code == "MalformedPolicyDocumentException")
    }

    @Test("the default policy reads as AWS writes it, and only `default` is a policy's name")
    func policyText() async throws {
        let key = try await vault.createKey()
        let output = try await vault.call(KMS.GetKeyPolicy.self, .init(keyId: key))
        #expect(output.policyName == "default")
        #expect(
            output.policy == """
                {
                  "Version" : "2012-10-17",
                  "Id" : "key-default-1",
                  "Statement" : [ {
                    "Sid" : "Enable IAM User Permissions",
                    "Effect" : "Allow",
                    "Principal" : {
                      "AWS" : "arn:aws:iam::111122223333:root"
                    },
                    "Action" : "kms:*",
                    "Resource" : "*"
                  } ]
                }
                """)
        let error = try await vault.refusal(KMS.GetKeyPolicy.self, .init(keyId: key, policyName: "other"))
        #expect(error == AWSError("NotFoundException", "No such policy exists"))
        #expect(try await vault.call(KMS.ListKeyPolicies.self, .init(keyId: key)).policyNames == ["default"])
    }

    @Test("another account uses a key where both sides allow, and can't tell which keys there are")
    func crossAccount() async throws {
        let key = try await vault.createKey()
        let other = try #require(AccountID("444455556666"))
        let stranger = try vault.user("bob", policy: Self.all, in: other)
        let plaintext = SharedSecret(utf8: "geheim")
        let existing = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: vault.arn(key), plaintext: plaintext), as: stranger)
        let missing = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: vault.arn(UniqueID.uuid()), plaintext: plaintext), as: stranger)
        #expect(existing.code == "AccessDeniedException")
        #expect(missing.code == existing.code)
        try await vault.call(
            KMS.PutKeyPolicy.self,
            .init(
                keyId: key,
                policy: #"{"Statement":{"Effect":"Allow","Principal":{"AWS":["111122223333","444455556666"]},"#
                    + #""Action":"kms:*","Resource":"*"}}"#))
        let blob = try #require(
            await vault.call(KMS.Encrypt.self, .init(keyId: vault.arn(key), plaintext: plaintext), as: stranger)
                .ciphertextBlob)
        #expect(try await vault.decrypt(blob) == "geheim")
        #expect(try await vault.decrypt(blob, keyID: vault.arn(key), as: stranger) == "geheim")
        // The operations that AWS keeps within an account stay there.
        let management = try await vault.refusal(KMS.DisableKey.self, .init(keyId: vault.arn(key)), as: stranger)
        #expect(management.code == "AccessDeniedException")
    }
}
