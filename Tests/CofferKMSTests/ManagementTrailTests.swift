// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

/// What the trail holds of each change to a key.
///
/// Source: KMS Developer Guide, the examples of "Logging AWS KMS API calls with AWS CloudTrail". Since December 2022
/// some of the calls that answer nothing show the key's ARN as their answer, and others don't.
@Suite("The trail of keys' changes")
struct ManagementTrailTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    private func expectChange(
        _ name: String, _ parameters: JSONValue, response: JSONValue, additional: JSONValue? = nil, of keys: [String],
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        try vault.expectEvent(
            name, parameters, response: response, additional: additional, isReadOnly: false, of: keys, location)
    }

    @Test("making, changing and deleting a key")
    func lifecycle() async throws {
        let made = try #require(
            await vault.call(
                KMS.CreateKey.self,
                .init(
                    description: "test", keyUsage: "SIGN_VERIFY", keySpec: "ECC_NIST_P256",
                    tags: [.init(tagKey: "team", tagValue: "red")])
            ).keyMetadata)
        let key = made.keyId
        let arn = vault.arn(key)
        let id = JSONValue.string(key)
        let named: JSONValue = ["keyId": .string(arn)]
        try expectChange(
            "CreateKey",
            [
                "description": "test", "keyUsage": "SIGN_VERIFY", "keySpec": "ECC_NIST_P256",
                "tags": [["tagKey": "team", "tagValue": "red"]],
            ],
            response: [
                "keyMetadata": [
                    "aWSAccountId": "111122223333", "keyId": id, "arn": .string(arn),
                    "creationDate": "Nov 23, 2026, 12:00:00 PM", "enabled": true, "description": "test",
                    "keyUsage": "SIGN_VERIFY", "keyState": "Enabled", "origin": "AWS_KMS", "keyManager": "CUSTOMER",
                    "customerMasterKeySpec": "ECC_NIST_P256", "keySpec": "ECC_NIST_P256",
                    "signingAlgorithms": ["ECDSA_SHA_256"], "multiRegion": false,
                ]
            ], of: [arn])
        try await vault.call(KMS.UpdateKeyDescription.self, .init(keyId: key, description: "other"))
        try expectChange("UpdateKeyDescription", ["keyId": id, "description": "other"], response: .null, of: [arn])
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        try expectChange("DisableKey", ["keyId": id], response: named, of: [arn])
        try await vault.call(KMS.EnableKey.self, .init(keyId: key))
        try expectChange("EnableKey", ["keyId": id], response: named, of: [arn])
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: 7))
        try expectChange(
            "ScheduleKeyDeletion", ["keyId": id, "pendingWindowInDays": 7],
            response: [
                "keyId": .string(arn), "keyState": "PendingDeletion", "deletionDate": "Nov 30, 2026, 12:00:00 PM",
                "pendingWindowInDays": 7,
            ], of: [arn])
        try await vault.call(KMS.CancelKeyDeletion.self, .init(keyId: key))
        try expectChange("CancelKeyDeletion", ["keyId": id], response: named, of: [arn])
    }

    @Test("tags, policies and rotation")
    func settings() async throws {
        let key = try await vault.createKey()
        let arn = vault.arn(key)
        let id = JSONValue.string(key)
        let named: JSONValue = ["keyId": .string(arn)]
        try await vault.call(KMS.TagResource.self, .init(keyId: key, tags: [.init(tagKey: "a", tagValue: "b")]))
        try expectChange(
            "TagResource", ["keyId": id, "tags": [["tagKey": "a", "tagValue": "b"]]], response: named, of: [arn])
        try await vault.call(KMS.UntagResource.self, .init(keyId: key, tagKeys: ["a"]))
        try expectChange("UntagResource", ["keyId": id, "tagKeys": ["a"]], response: named, of: [arn])
        let policy = KeyPolicyText.standard(for: vault.scope)
        try await vault.call(KMS.PutKeyPolicy.self, .init(keyId: key, policy: policy, policyName: "default"))
        try expectChange(
            "PutKeyPolicy", ["keyId": id, "policyName": "default", "policy": .string(policy)], response: .null,
            of: [arn])
        try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: 90))
        try expectChange(
            "EnableKeyRotation", ["keyId": id, "rotationPeriodInDays": 90], response: named, of: [arn])
        try await vault.call(KMS.DisableKeyRotation.self, .init(keyId: key))
        try expectChange("DisableKeyRotation", ["keyId": id], response: .null, of: [arn])
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        #expect(try vault.event("RotateKeyOnDemand")["requestParameters"] == ["keyId": id])
        #expect(try vault.event("RotateKeyOnDemand")["readOnly"] == false)
    }

    @Test("aliases stand beside their key among the resources")
    func aliases() async throws {
        let (one, two) = (try await vault.createKey(), try await vault.createKey())
        let alias = "arn:aws:kms:eu-central-1:111122223333:alias/app"
        func parameters(_ key: String) -> JSONValue { ["aliasName": "alias/app", "targetKeyId": .string(key)] }
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: one))
        try expectChange(
            "CreateAlias", parameters(one), response: ["keyId": .string(vault.arn(one))], of: [vault.arn(one), alias])
        try await vault.call(KMS.UpdateAlias.self, .init(aliasName: "alias/app", targetKeyId: two))
        try expectChange(
            "UpdateAlias", parameters(two), response: ["keyId": .string(vault.arn(two))], of: [alias, vault.arn(two)])
        try await vault.call(KMS.DeleteAlias.self, .init(aliasName: "alias/app"))
        try expectChange(
            "DeleteAlias", ["aliasName": "alias/app"], response: ["keyId": .string(vault.arn(two))],
            of: [alias, vault.arn(two)])
    }

    @Test("grants, and never their tokens")
    func grants() async throws {
        let key = try await vault.createKey()
        let arn = vault.arn(key)
        let root = "arn:aws:iam::111122223333:root"
        let input = KMS.CreateGrantInput(
            keyId: key, operations: ["Decrypt"], granteePrincipal: root, retiringPrincipal: root,
            constraints: .init(encryptionContextSubset: ["app": "bot"]), name: "reader")
        let made = try await vault.call(KMS.CreateGrant.self, input)
        let grant = JSONValue.string(try #require(made.grantId))
        try expectChange(
            "CreateGrant",
            [
                "keyId": .string(key), "operations": ["Decrypt"], "granteePrincipal": .string(root),
                "retiringPrincipal": .string(root), "constraints": ["encryptionContextSubset": ["app": "bot"]],
                "name": "reader",
            ], response: ["keyId": .string(arn), "grantId": grant], of: [arn])
        try await vault.call(KMS.RetireGrant.self, .init(grantToken: made.grantToken))
        try expectChange("RetireGrant", .null, response: .null, additional: ["grantId": grant], of: [arn])
        let second = try #require(await vault.call(KMS.CreateGrant.self, input).grantId)
        try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: second))
        try expectChange(
            "RevokeGrant", ["keyId": .string(key), "grantId": .string(second)], response: .null, of: [arn])
    }

    @Test("importing material names it, and deleting it too")
    func imports() async throws {
        let key = try await vault.makeKey(.external)
        let arn = vault.arn(key)
        let id = JSONValue.string(key)
        let metadata = try await vault.call(KMS.DescribeKey.self, .init(keyId: key)).keyMetadata
        let material = JSONValue.string(try #require(metadata?.currentKeyMaterialId))
        let made = try await vault.call(
            KMS.GetParametersForImport.self,
            .init(keyId: key, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048"))
        try vault.expectUse(
            "GetParametersForImport",
            ["keyId": id, "wrappingAlgorithm": "RSAES_OAEP_SHA_256", "wrappingKeySpec": "RSA_2048"], of: [key])
        let der = try #require(made.publicKey).withUnsafeBytes { Array($0) }
        let wrapping = try PublicKey(der: der, spec: .rsa2048)
        let wrapped = try #require(TestVault.importedBytes(32).withUnsafeBytes { wrapping.encrypt($0, .oaepSHA256) })
        try await vault.call(
            KMS.ImportKeyMaterial.self,
            .init(
                keyId: key, importToken: try #require(made.importToken), encryptedKeyMaterial: wrapped,
                expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE", importType: "EXISTING_KEY_MATERIAL",
                keyMaterialDescription: "first"))
        let named: JSONValue = ["keyId": .string(arn), "keyMaterialId": material]
        try expectChange(
            "ImportKeyMaterial",
            [
                "keyId": id, "expirationModel": "KEY_MATERIAL_DOES_NOT_EXPIRE", "importType": "EXISTING_KEY_MATERIAL",
                "keyMaterialDescription": "first",
            ], response: named, of: [arn])
        try await vault.call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key))
        try expectChange("DeleteImportedKeyMaterial", ["keyId": id], response: named, of: [arn])
    }

    @Test("replicating a key shows the replica as it is being made, and its policy")
    func replicas() async throws {
        let key = try await vault.makeKey(.multiRegion)
        let arn = vault.arn(key)
        let id = JSONValue.string(key)
        let output = try await vault.call(
            KMS.ReplicateKey.self,
            .init(
                keyId: key, replicaRegion: "us-east-1", description: "copy",
                tags: [.init(tagKey: "team", tagValue: "red")]))
        let replica = "arn:aws:kms:us-east-1:111122223333:key/\(key)"
        let regions: JSONValue = [
            "multiRegionKeyType": "REPLICA", "primaryKey": ["arn": .string(arn), "region": "eu-central-1"],
            "replicaKeys": [["arn": .string(replica), "region": "us-east-1"]],
        ]
        let tags: JSONValue = [["tagKey": "team", "tagValue": "red"]]
        try expectChange(
            "ReplicateKey", ["keyId": id, "replicaRegion": "us-east-1", "description": "copy", "tags": tags],
            response: [
                "replicaKeyMetadata": [
                    "aWSAccountId": "111122223333", "keyId": id, "arn": .string(replica),
                    "creationDate": "Nov 23, 2026, 12:00:00 PM", "enabled": false, "description": "copy",
                    "keyUsage": "ENCRYPT_DECRYPT", "keyState": "Creating", "origin": "AWS_KMS",
                    "keyManager": "CUSTOMER", "customerMasterKeySpec": "SYMMETRIC_DEFAULT",
                    "keySpec": "SYMMETRIC_DEFAULT", "encryptionAlgorithms": ["SYMMETRIC_DEFAULT"], "multiRegion": true,
                    "multiRegionConfiguration": regions,
                ],
                "replicaPolicy": .string(try #require(output.replicaPolicy)), "replicaTags": tags,
            ], of: [arn])
        try await vault.call(KMS.UpdatePrimaryRegion.self, .init(keyId: key, primaryRegion: "us-east-1"))
        try expectChange(
            "UpdatePrimaryRegion", ["keyId": id, "primaryRegion": "us-east-1"], response: ["keyId": .string(arn)],
            of: [arn])
    }
}
