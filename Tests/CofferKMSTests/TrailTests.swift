// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

/// What the trail holds of each use of a key.
///
/// Source: KMS Developer Guide, the examples of "Logging AWS KMS API calls with AWS CloudTrail".
@Suite("The trail of keys' uses")
struct TrailTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    private static let text = SharedSecret(utf8: "geheim")
    private static let context = ["app": "bot"]
    private static let contextInTrail: JSONValue = ["app": "bot"]

    private func material(_ key: String) async throws -> JSONValue {
        let metadata = try await vault.call(KMS.DescribeKey.self, .init(keyId: key)).keyMetadata
        return .string(try #require(metadata?.currentKeyMaterialId))
    }

    @Test("encryption: key, context and algorithm, and the material in the additional data")
    func encryption() async throws {
        let key = try await vault.createKey()
        let material = try await material(key)
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        let blob = try await vault.encrypt("geheim", "alias/app", Self.context)
        try vault.expectUse(
            "Encrypt",
            [
                "keyId": "alias/app", "encryptionContext": Self.contextInTrail,
                "encryptionAlgorithm": "SYMMETRIC_DEFAULT",
            ],
            additional: ["keyMaterialId": material], of: [key])
        _ = try await vault.decrypt(blob, Self.context)
        try vault.expectUse(
            "Decrypt", ["encryptionContext": Self.contextInTrail, "encryptionAlgorithm": "SYMMETRIC_DEFAULT"],
            additional: ["keyMaterialId": material], of: [key])
        _ = try await vault.decrypt(blob, Self.context, keyID: vault.arn(key))
        try vault.expectUse(
            "Decrypt",
            [
                "keyId": .string(vault.arn(key)), "encryptionContext": Self.contextInTrail,
                "encryptionAlgorithm": "SYMMETRIC_DEFAULT",
            ], additional: ["keyMaterialId": material], of: [key])
        _ = try await vault.encrypt("geheim", key)
        try vault.expectUse(
            "Encrypt", ["keyId": .string(key), "encryptionAlgorithm": "SYMMETRIC_DEFAULT"],
            additional: ["keyMaterialId": material], of: [key])
    }

    @Test("re-encryption: both keys, and the materials that have names")
    func reEncryption() async throws {
        let (key, other) = (try await vault.createKey(), try await vault.makeKey(.rsa))
        let material = try await material(key)
        let blob = try await vault.encrypt("geheim", key, Self.context)
        let there = try await vault.call(
            KMS.ReEncrypt.self,
            .init(
                destinationKeyId: other, ciphertextBlob: blob, sourceEncryptionContext: Self.context,
                destinationEncryptionAlgorithm: "RSAES_OAEP_SHA_256"))
        try vault.expectUse(
            "ReEncrypt",
            [
                "sourceEncryptionContext": Self.contextInTrail, "sourceEncryptionAlgorithm": "SYMMETRIC_DEFAULT",
                "destinationKeyId": .string(other), "destinationEncryptionAlgorithm": "RSAES_OAEP_SHA_256",
            ], additional: ["sourceKeyMaterialId": material], of: [key, other])
        try await vault.call(
            KMS.ReEncrypt.self,
            .init(
                destinationKeyId: key, ciphertextBlob: there.ciphertextBlob, sourceKeyId: other,
                destinationEncryptionContext: Self.context, sourceEncryptionAlgorithm: "RSAES_OAEP_SHA_256"))
        try vault.expectUse(
            "ReEncrypt",
            [
                "sourceKeyId": .string(other), "sourceEncryptionAlgorithm": "RSAES_OAEP_SHA_256",
                "destinationKeyId": .string(key), "destinationEncryptionContext": Self.contextInTrail,
                "destinationEncryptionAlgorithm": "SYMMETRIC_DEFAULT",
            ], additional: ["destinationKeyMaterialId": material], of: [other, key])
    }

    @Test("data keys: what was asked for, and the material")
    func dataKeys() async throws {
        let key = try await vault.createKey()
        let id = JSONValue.string(key)
        let additional: JSONValue = ["keyMaterialId": try await material(key)]
        try await vault.call(
            KMS.GenerateDataKey.self, .init(keyId: key, encryptionContext: Self.context, keySpec: "AES_256"))
        try vault.expectUse(
            "GenerateDataKey", ["keyId": id, "encryptionContext": Self.contextInTrail, "keySpec": "AES_256"],
            additional: additional, of: [key])
        try await vault.call(KMS.GenerateDataKeyWithoutPlaintext.self, .init(keyId: key, numberOfBytes: 24))
        try vault.expectUse(
            "GenerateDataKeyWithoutPlaintext", ["keyId": id, "numberOfBytes": 24], additional: additional, of: [key])
        try await vault.call(
            KMS.GenerateDataKeyPair.self,
            .init(keyId: key, keyPairSpec: "ECC_NIST_P256", encryptionContext: Self.context))
        try vault.expectUse(
            "GenerateDataKeyPair",
            ["keyId": id, "encryptionContext": Self.contextInTrail, "keyPairSpec": "ECC_NIST_P256"],
            additional: additional, of: [key])
        try await vault.call(
            KMS.GenerateDataKeyPairWithoutPlaintext.self, .init(keyId: key, keyPairSpec: "ECC_NIST_P256"))
        try vault.expectUse(
            "GenerateDataKeyPairWithoutPlaintext", ["keyId": id, "keyPairSpec": "ECC_NIST_P256"],
            additional: additional, of: [key])
        try await vault.call(KMS.GenerateRandom.self, .init(numberOfBytes: 16))
        try vault.expectUse("GenerateRandom", .null, of: [])
    }

    @Test("signatures and codes: key, algorithm and the kind of message")
    func authenticity() async throws {
        let signing = try await vault.makeKey(.signing)
        let signature = try #require(
            await vault.call(
                KMS.Sign.self, .init(keyId: signing, message: Self.text, signingAlgorithm: "ECDSA_SHA_256")
            ).signature)
        let signed: JSONValue = [
            "keyId": .string(signing), "messageType": "RAW", "signingAlgorithm": "ECDSA_SHA_256",
        ]
        try vault.expectUse("Sign", signed, of: [signing])
        try await vault.call(
            KMS.Verify.self,
            .init(
                keyId: signing, message: Self.text, signature: signature, signingAlgorithm: "ECDSA_SHA_256",
                messageType: "RAW"))
        try vault.expectUse("Verify", signed, of: [signing])

        let hmac = try await vault.makeKey(.hmac)
        let mac = try #require(
            await vault.call(
                KMS.GenerateMac.self, .init(message: Self.text, keyId: hmac, macAlgorithm: "HMAC_SHA_256")
            ).mac)
        let coded: JSONValue = ["keyId": .string(hmac), "macAlgorithm": "HMAC_SHA_256"]
        try vault.expectUse("GenerateMac", coded, of: [hmac])
        try await vault.call(
            KMS.VerifyMac.self, .init(message: Self.text, keyId: hmac, macAlgorithm: "HMAC_SHA_256", mac: mac))
        try vault.expectUse("VerifyMac", coded, of: [hmac])
    }

    @Test("shared secrets: key and algorithm, and not the other's public key")
    func sharedSecrets() async throws {
        let agreement = try await vault.makeKey(.agreement)
        try await vault.call(
            KMS.DeriveSharedSecret.self,
            .init(
                keyId: agreement, keyAgreementAlgorithm: "ECDH", publicKey: PrivateKey.generate(.p256).publicKey))
        try vault.expectUse(
            "DeriveSharedSecret", ["keyId": .string(agreement), "keyAgreementAlgorithm": "ECDH"], of: [agreement])
        let kem = try await vault.makeKey(.encapsulation)
        let blob = try #require(
            await vault.call(KMS.Encapsulate.self, .init(keyId: kem, encapsulationAlgorithm: "ML_KEM"))
                .sharedSecretCiphertextBlob)
        let parameters: JSONValue = ["keyId": .string(kem), "encapsulationAlgorithm": "ML_KEM"]
        try vault.expectUse("Encapsulate", parameters, of: [kem])
        try await vault.call(
            KMS.Decapsulate.self,
            .init(keyId: kem, sharedSecretCiphertextBlob: blob, encapsulationAlgorithm: "ML_KEM"))
        try vault.expectUse("Decapsulate", parameters, of: [kem])
    }

    @Test("looking at a key is an event too")
    func reading() async throws {
        let key = try await vault.makeKey(.signing)
        let parameters: JSONValue = ["keyId": .string(key)]
        try await vault.call(KMS.DescribeKey.self, .init(keyId: key))
        try vault.expectUse("DescribeKey", parameters, of: [key])
        _ = try await vault.publicKey(key)
        try vault.expectUse("GetPublicKey", parameters, of: [key])
        try await vault.call(KMS.GetKeyLastUsage.self, .init(keyId: key))
        try vault.expectUse("GetKeyLastUsage", parameters, of: [key])
        try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        try vault.expectUse("GetKeyRotationStatus", parameters, of: [key])
        try await vault.call(KMS.ListKeyRotations.self, .init(keyId: key))
        try vault.expectUse("ListKeyRotations", parameters, of: [key])
        try await vault.call(KMS.GetKeyPolicy.self, .init(keyId: key, policyName: "default"))
        try vault.expectUse("GetKeyPolicy", ["keyId": .string(key), "policyName": "default"], of: [key])
        try await vault.call(KMS.ListKeyPolicies.self, .init(keyId: key))
        try vault.expectUse("ListKeyPolicies", parameters, of: [key])
        try await vault.call(KMS.ListResourceTags.self, .init(keyId: key))
        try vault.expectUse("ListResourceTags", parameters, of: [key])
        try await vault.call(KMS.ListGrants.self, .init(keyId: key, limit: 10))
        try vault.expectUse("ListGrants", ["keyId": .string(key), "limit": 10], of: [key])
        try await vault.call(KMS.ListAliases.self, .init(limit: 5))
        try vault.expectUse("ListAliases", ["limit": 5], of: [])
        try await vault.call(KMS.ListKeys.self, .init())
        try vault.expectUse("ListKeys", .null, of: [])
    }

    @Test("a failure has its code, its parameters, and no answer; a refusal not even the parameters")
    func failures() async throws {
        let key = try await vault.createKey()
        let blob = try await vault.encrypt("geheim", key)
        _ = try await vault.refusal(
            KMS.Decrypt.self, .init(ciphertextBlob: blob, encryptionContext: ["app": "other"]))
        let event = try vault.event("Decrypt")
        #expect(event["errorCode"] == "InvalidCiphertextException")
        #expect(event["errorMessage"] == nil)
        #expect(event["requestParameters"]?["encryptionContext"]?["app"] == "other")
        #expect(event["responseElements"] == .null)
        #expect(event["additionalEventData"] == nil)
        #expect(event["readOnly"] == true)

        let nobody = try vault.user("nobody", policy: #"{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#)
        _ = try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob), as: nobody)
        let refused = try vault.event("Decrypt")
        #expect(refused["errorCode"] == "AccessDenied")
        #expect(refused["requestParameters"] == .null)
        #expect(refused["userIdentity"]?["userName"] == "nobody")
    }
}

extension TestVault {
    /// That the newest event of that name is of a call that only reads, and holds this and no more.
    func expectUse(
        _ name: String, _ parameters: JSONValue, additional: JSONValue? = nil, of keys: [String],
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        try expectEvent(
            name, parameters, response: .null, additional: additional, isReadOnly: true, of: keys.map { arn($0) },
            location)
    }

    func expectEvent(
        _ name: String, _ parameters: JSONValue, response: JSONValue, additional: JSONValue? = nil, isReadOnly: Bool,
        of resources: [String], _ location: SourceLocation = #_sourceLocation
    ) throws {
        let event = try event(name)
        #expect(event["requestParameters"] == parameters, "\(name)", sourceLocation: location)
        #expect(event["responseElements"] == response, "\(name)", sourceLocation: location)
        #expect(event["additionalEventData"] == additional, "\(name)", sourceLocation: location)
        #expect(event["readOnly"] == .bool(isReadOnly), "\(name)", sourceLocation: location)
        #expect(event["errorCode"] == nil, "\(name)", sourceLocation: location)
        #expect(event["eventType"] == "AwsApiCall", "\(name)", sourceLocation: location)
        let entries = resources.map {
            JSONValue.object(
                JSONObject([
                    (name: "accountId", value: .string(account.description)), (name: "type", value: "AWS::KMS::Key"),
                    (name: "ARN", value: .string($0)),
                ]))
        }
        #expect(event["resources"]?.array ?? [] == entries, "\(name)", sourceLocation: location)
    }
}
