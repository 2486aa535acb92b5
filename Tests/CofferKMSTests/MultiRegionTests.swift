// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

@Suite("Multi-Region keys")
struct MultiRegionTests {
    let vault: TestVault
    let regions = ["eu-central-1", "eu-west-1", "us-east-1"]

    init() throws { vault = try TestVault() }

    @Test("a multi-Region key is known by its id, and others aren't of that form")
    func identifier() async throws {
        for _ in 0..<20 {
            let key = try await vault.createMultiRegionKey(replicas: [])
            #expect(key.wholeMatch(of: /mrk-[0-9a-f]{32}/) != nil)
        }
        let single = try await vault.createKey()
        #expect(single.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
        #expect(try await vault.metadata(single).multiRegion == false)
        #expect(try await vault.metadata(single).multiRegionConfiguration == nil)
    }

    @Test("what one Region seals every other one opens, and answers with its own ARN")
    func encryption() async throws {
        let key = try await vault.createMultiRegionKey(replicas: ["us-east-1", "eu-west-1"])
        for origin in regions {
            let blob = try await vault.encrypt("geheim", key, ["app": "bot"], region: origin)
            for region in regions {
                for keyID in [nil, key, vault.arn(key, region: region)] {
                    let output = try await vault.call(
                        KMS.Decrypt.self,
                        .init(ciphertextBlob: blob, encryptionContext: ["app": "bot"], keyId: keyID), region: region)
                    #expect(output.plaintext?.withText { $0 } == "geheim")
                    #expect(output.keyId == vault.arn(key, region: region))
                }
            }
        }
    }

    @Test("a ciphertext doesn't open where its key has no replica, nor under another Region's ARN")
    func elsewhere() async throws {
        let key = try await vault.createMultiRegionKey()
        let blob = try await vault.encrypt("geheim", key)
        #expect(
            try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob), region: "eu-west-1")
                == AWSError("InvalidCiphertextException", nil))
        let incorrect = AWSError(
            "IncorrectKeyException",
            "The key ID in the request does not identify a CMK that can perform this operation.")
        let primary = vault.arn(key)
        #expect(
            try await vault.refusal(
                KMS.Decrypt.self, .init(ciphertextBlob: blob, keyId: primary), region: "us-east-1") == incorrect)
        #expect(
            try await vault.refusal(
                KMS.ReEncrypt.self,
                .init(destinationKeyId: key, ciphertextBlob: blob, sourceKeyId: primary), region: "us-east-1")
                == incorrect)
        #expect(
            try await vault.refusal(
                KMS.Encrypt.self, .init(keyId: primary, plaintext: SharedSecret(utf8: "x")), region: "us-east-1")
                == AWSError("NotFoundException", "Invalid arn eu-central-1"))
    }

    @Test("what one Region signs another one verifies")
    func signatures() async throws {
        let key = try await vault.createMultiRegionKey(.init(keyUsage: "SIGN_VERIFY", keySpec: "ECC_NIST_P256"))
        let message = SharedSecret(utf8: "message")
        let signature = try await vault.call(
            KMS.Sign.self, .init(keyId: key, message: message, signingAlgorithm: "ECDSA_SHA_256"), region: "us-east-1"
        ).signature
        let verified = try await vault.call(
            KMS.Verify.self,
            .init(keyId: key, message: message, signature: try #require(signature), signingAlgorithm: "ECDSA_SHA_256"))
        #expect(verified.signatureValid == true)
        var keys: [[UInt8]?] = []
        for region in ["eu-central-1", "us-east-1"] {
            let output = try await vault.call(KMS.GetPublicKey.self, .init(keyId: key), region: region)
            keys.append(output.publicKey.map { $0.withUnsafeBytes { Array($0) } })
        }
        #expect(keys[0] != nil)
        #expect(keys[0] == keys[1])
    }

    @Test("the same HMAC key makes the same code in each Region")
    func codes() async throws {
        let key = try await vault.createMultiRegionKey(.init(keyUsage: "GENERATE_VERIFY_MAC", keySpec: "HMAC_384"))
        let message = SharedSecret(utf8: "message")
        var codes: [[UInt8]?] = []
        for region in ["eu-central-1", "us-east-1"] {
            let input = KMS.GenerateMacInput(message: message, keyId: key, macAlgorithm: "HMAC_SHA_384")
            codes.append(try await vault.call(KMS.GenerateMac.self, input, region: region).mac)
        }
        #expect(codes[0]?.count == 48)
        #expect(codes[0] == codes[1])
    }

    @Test("each of the related keys tells where all of them are, and which it is")
    func metadata() async throws {
        let key = try await vault.createMultiRegionKey(.init(description: "Original"), replicas: [])
        let alone = try #require(try await vault.metadata(key).multiRegionConfiguration)
        #expect(alone.multiRegionKeyType == "PRIMARY")
        #expect(alone.primaryKey?.arn == vault.arn(key))
        #expect(alone.replicaKeys?.isEmpty == true)

        let made = try await vault.replicate(key, to: "us-east-1")
        #expect(made.arn == vault.arn(key, region: "us-east-1"))
        #expect(made.keyId == key)
        #expect(made.keyState == "Creating")
        #expect(made.enabled == false)
        #expect(made.currentKeyMaterialId == nil)
        #expect(made.multiRegionConfiguration?.multiRegionKeyType == "REPLICA")
        try await vault.replicate(key, to: "eu-west-1")
        let material = try await vault.metadata(key).currentKeyMaterialId
        #expect(material != nil)
        for region in regions {
            let metadata = try await vault.metadata(key, region: region)
            #expect(metadata.multiRegion == true)
            #expect(metadata.keyState == "Enabled")
            #expect(metadata.currentKeyMaterialId == material)
            #expect(metadata.description == (region == "eu-central-1" ? "Original" : ""))
            let all = try #require(metadata.multiRegionConfiguration)
            #expect(all.multiRegionKeyType == (region == "eu-central-1" ? "PRIMARY" : "REPLICA"))
            #expect(all.primaryKey?.region == "eu-central-1")
            #expect(all.primaryKey?.arn == vault.arn(key))
            #expect(all.replicaKeys?.map(\.region) == ["eu-west-1", "us-east-1"])
            #expect(
                all.replicaKeys?.map(\.arn)
                    == [vault.arn(key, region: "eu-west-1"), vault.arn(key, region: "us-east-1")])
        }
    }

    @Test("a replica has a policy, tags, aliases, grants, a description and a state of its own")
    func independence() async throws {
        let key = try await vault.createMultiRegionKey(
            .init(description: "Original", tags: [.init(tagKey: "team", tagValue: "a")]), replicas: [])
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        let user = try vault.user(
            "ann", policy: #"{"Statement":{"Effect":"Allow","Action":"kms:*","Resource":"*"}}"#)
        try await vault.call(
            KMS.CreateGrant.self,
            .init(keyId: key, operations: ["Decrypt"], granteePrincipal: "arn:aws:iam::111122223333:user/ann"))
        let policy =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"}"#
            + #","Action":"kms:*","Resource":"*"},{"Effect":"Deny","Principal":{"AWS":"#
            + #""arn:aws:iam::111122223333:user/ann"},"Action":"kms:Decrypt","Resource":"*"}]}"#
        let output = try await vault.call(
            KMS.ReplicateKey.self,
            .init(
                keyId: key, replicaRegion: "us-east-1", policy: policy, description: "Copy",
                tags: [.init(tagKey: "team", tagValue: "b")]))
        #expect(output.replicaTags?.map(\.tagValue) == ["b"])
        #expect(output.replicaPolicy?.contains("Deny") == true)

        let there = "us-east-1"
        #expect(try await vault.metadata(key).description == "Original")
        #expect(try await vault.metadata(key, region: there).description == "Copy")
        let tags = try await vault.call(KMS.ListResourceTags.self, .init(keyId: key), region: there).tags
        #expect(tags?.map(\.tagValue) == ["b"])
        let grants = try await vault.call(KMS.ListGrants.self, .init(keyId: key), region: there).grants
        #expect(grants?.isEmpty == true)
        let aliases = try await vault.call(KMS.ListAliases.self, .init(keyId: key), region: there).aliases
        #expect(aliases?.isEmpty == true)
        #expect(
            try await vault.refusal(KMS.DescribeKey.self, .init(keyId: "alias/app"), region: there).code
                == "NotFoundException")

        let blob = try await vault.encrypt("geheim", key)
        #expect(try await vault.decrypt(blob, as: user) == "geheim")
        let denied = try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob), as: user, region: there)
        #expect(denied.code == "AccessDeniedException")

        try await vault.call(KMS.DisableKey.self, .init(keyId: key), region: there)
        #expect(try await vault.decrypt(blob) == "geheim")
        #expect(
            try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob), region: there)
                == AWSError("DisabledException", "\(vault.arn(key, region: there)) is disabled."))
    }

    @Test("a replica without a policy has the usual one, and a reply without tags says nothing of them")
    func defaults() async throws {
        let key = try await vault.createMultiRegionKey(replicas: [])
        let output = try await vault.call(KMS.ReplicateKey.self, .init(keyId: key, replicaRegion: "us-east-1"))
        #expect(output.replicaTags == nil)
        #expect(output.replicaPolicy == KeyPolicyText.standard(for: try vault.scope(of: "us-east-1")))
        let synchronized = try vault.event("SynchronizeMultiRegionKey")
        #expect(synchronized["awsRegion"] == "us-east-1")
        #expect(try vault.event("ReplicateKey")["resources"]?.array?.first?["ARN"]?.string == vault.arn(key))
    }

    @Test("where a key can't be replicated to or from, the reason is AWS's")
    func refusals() async throws {
        let key = try await vault.createMultiRegionKey()
        func refusal(_ region: String, _ key: String, from: String? = nil) async throws -> AWSError {
            try await vault.refusal(
                KMS.ReplicateKey.self, .init(keyId: key, replicaRegion: region), region: from)
        }
        #expect(
            try await refusal("eu-central-1", key)
                == .validation("eu-central-1 cannot have a replica because it contains the primary."))
        #expect(
            try await refusal("cn-north-1", key)
                == .validation("The replica key Region must be in the same AWS partition as the primary key Region."))
        #expect(
            try await refusal("us-invalid-1", key)
                == .validation(
                    "Region us-invalid-1 is not a valid Region or multi-Region keys are not supported in Region "
                        + "us-invalid-1."))
        let exists = AWSError(
            "AlreadyExistsException", "You can create only one replica of each primary key in each AWS Region.")
        #expect(try await refusal("us-east-1", key) == exists)
        _ = try await vault.scheduleDeletion(key, region: "us-east-1")
        #expect(try await refusal("us-east-1", key) == exists)

        let replica = vault.arn(key, region: "us-east-1")
        #expect(
            try await refusal("eu-west-1", key, from: "us-east-1")
                == AWSError("UnsupportedOperationException", "\(replica) is not a multi-region primary key."))
        let single = try await vault.createKey()
        #expect(
            try await refusal("eu-west-1", single)
                == AWSError("UnsupportedOperationException", "\(vault.arn(single)) is not a multi-region primary key."))
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        #expect(
            try await refusal("eu-west-1", key) == AWSError("DisabledException", "\(vault.arn(key)) is disabled."))
        let empty = try await vault.createExternalKey(multiRegion: true)
        #expect(try await refusal("us-east-1", empty) == .invalidState("\(vault.arn(empty)) is pending import."))
        #expect(
            try await refusal("us-east-1", "alias/app")
                == AWSError("InvalidArnException", "Key Aliases are not supported for this operation."))
    }

    @Test("two replications to one Region at the same time make one replica")
    func race() async throws {
        let key = try await vault.createMultiRegionKey(replicas: [])
        let vault = vault
        let outcomes = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    do {
                        try await vault.replicate(key, to: "us-east-1")
                        return nil
                    } catch { return (error as? AWSError)?.code ?? "other" }
                }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == nil } == 1)
        #expect(outcomes.count { $0 == "AlreadyExistsException" } == 5)
    }
}
