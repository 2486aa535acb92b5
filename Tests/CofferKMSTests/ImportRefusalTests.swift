// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

/// What ImportKeyMaterial and its kin refuse, in AWS's words as they were recorded.
@Suite("Refused imports")
struct ImportRefusalTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    // MARK: Tokens

    static let invalidToken = AWSError("InvalidImportTokenException", nil)

    @Test("a token serves its own key only, for 24 hours, and as often as one likes")
    func tokens() async throws {
        let key = try await vault.createExternalKey()
        let other = try await vault.createExternalKey()
        let material = SharedSecret.random(count: 32)
        let parameters = try await vault.importParameters(key)
        let later = try await vault.importParameters(key)
        #expect(try await vault.importRefusal(material, other, parameters) == Self.invalidToken)
        // The public key and the token belong together.
        let mixed = ImportParameters(
            token: later.token, algorithm: parameters.algorithm, publicKey: parameters.publicKey)
        #expect(try await vault.importRefusal(material, key, mixed) == .invalidCiphertext)

        try await vault.importMaterial(material, key, later)
        try await vault.importMaterial(material, key, parameters)
        vault.clock.advance(.days(1) - .milliseconds(1))
        try await vault.importMaterial(material, key, parameters)
        vault.clock.advance(.milliseconds(1))
        #expect(
            try await vault.importRefusal(material, key, parameters) == AWSError("ExpiredImportTokenException", nil))
        #expect(try await vault.importRefusal(material, other, parameters) == Self.invalidToken)
    }

    @Test("a token that was changed, cut off or made up is refused")
    func corruptTokens() async throws {
        let key = try await vault.createExternalKey()
        let parameters = try await vault.importParameters(key)
        let material = SharedSecret.random(count: 32)
        var tokens = [Array(parameters.token.dropLast()), parameters.token + [0], [1], UniqueID.bytes(2000)]
        for place in stride(from: 0, to: parameters.token.count, by: parameters.token.count / 8) {
            var token = parameters.token
            token[place] ^= 1
            tokens.append(token)
        }
        for token in tokens {
            let error = try await vault.importRefusal(material, key, parameters) { $0.importToken = token }
            #expect(error == Self.invalidToken)
        }
        #expect(try await vault.metadata(key).keyState == "PendingImport")
    }

    @Test("a token of another vault is refused")
    func foreignToken() async throws {
        let key = try await vault.createExternalKey()
        let stranger = try TestVault()
        let theirs = try await stranger.importParameters(try await stranger.createExternalKey())
        #expect(try await vault.importRefusal(.random(count: 32), key, theirs) == Self.invalidToken)
    }

    // MARK: Parameters

    @Test("an expiry that doesn't go with its model is refused")
    func expiry() async throws {
        let key = try await vault.createExternalKey()
        let parameters = try await vault.importParameters(key)
        let material = SharedSecret.random(count: 32)
        let now = vault.clock.now()
        func refusal(_ model: String?, _ date: Timestamp?) async throws -> AWSError {
            try await vault.importRefusal(material, key, parameters) {
                $0.expirationModel = model
                $0.validTo = date
            }
        }
        let missing = AWSError.validation(
            "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES")
        #expect(try await refusal(nil, nil) == missing)
        #expect(try await refusal("KEY_MATERIAL_EXPIRES", nil) == missing)
        let past = AWSError.validation("ValidTo must be in the future")
        #expect(try await refusal("KEY_MATERIAL_EXPIRES", now - .seconds(1)) == past)
        #expect(try await refusal(nil, now) == past)
        #expect(
            try await refusal(nil, now + .days(365) + .seconds(1))
                == .validation("ValidTo must be less than 365 days in the future"))
        #expect(
            try await refusal("KEY_MATERIAL_DOES_NOT_EXPIRE", now + .days(1))
                == .validation("A validTo date cannot be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE"))
        // The model may be left open where there is a date.
        try await vault.importMaterial(material, key, parameters) {
            $0.expirationModel = nil
            $0.validTo = now + .days(364)
        }
        #expect(try await vault.metadata(key).expirationModel == "KEY_MATERIAL_EXPIRES")
    }

    @Test("what is for symmetric keys only is refused for others", arguments: ["HMAC_256", "ECC_NIST_P256"])
    func symmetricParameters(_ spec: String) async throws {
        let key = try await vault.createExternalKey(spec)
        let parameters = try await vault.importParameters(key)
        let id = String(repeating: "a", count: 64)
        let changes: [(String, (inout KMS.ImportKeyMaterialInput) -> Void)] = [
            ("importType", { $0.importType = "NEW_KEY_MATERIAL" }),
            ("importType", { $0.importType = "EXISTING_KEY_MATERIAL" }),
            ("keyMaterialId", { $0.keyMaterialId = id }),
            ("keyMaterialDescription", { $0.keyMaterialDescription = "x" }),
        ]
        for (name, change) in changes {
            let error = try await vault.importRefusal(.random(count: 32), key, parameters, change)
            #expect(
                error == .validation("Input parameter \(name) cannot be used with \(spec) imported keys."))
        }
    }

    @Test("material that isn't what the request says is refused by name")
    func identifiers() async throws {
        let key = try await vault.createExternalKey()
        let parameters = try await vault.importParameters(key)
        let material = SharedSecret.random(count: 32)
        let id = try #require(try await vault.importMaterial(material, key, parameters).keyMaterialId)
        let unknown = String(repeating: "a", count: 64)

        let known = try await vault.importRefusal(material, key, parameters) { $0.importType = "NEW_KEY_MATERIAL" }
        #expect(
            known
                == AWSError(
                    "IncorrectKeyMaterialException",
                    "Key material (id: \(id)) being imported as NEW_KEY_MATERIAL is already associated with KMS key "
                        + "\(vault.arn(key))."))
        let both = try await vault.importRefusal(material, key, parameters) {
            $0.importType = "NEW_KEY_MATERIAL"
            $0.keyMaterialId = id
        }
        #expect(
            both == .validation("Input parameter keyMaterialId cannot be used with NEW_KEY_MATERIAL importType."))
        let misnamed = try await vault.importRefusal(material, key, parameters) { $0.keyMaterialId = unknown }
        #expect(misnamed == .unexpectedMaterial(unknown))
        let other = try await vault.importRefusal(.random(count: 32), key, parameters) { $0.keyMaterialId = id }
        #expect(other == .unexpectedMaterial(id))
        let unsaid = try await vault.importRefusal(.random(count: 32), key, parameters)
        #expect(unsaid == .unexpectedMaterial(id))
        try await vault.importMaterial(material, key, parameters) { $0.keyMaterialId = id }
    }

    @Test("a key whose material is ours takes none and gives none away")
    func ours() async throws {
        let key = try await vault.createKey()
        let external = try await vault.createExternalKey()
        let parameters = try await vault.importParameters(external)
        let refusal = AWSError(
            "UnsupportedOperationException", "\(vault.arn(key)) origin is AWS_KMS which is not valid for this operation.")
        let asking = KMS.GetParametersForImportInput(
            keyId: key, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048")
        #expect(try await vault.refusal(KMS.GetParametersForImport.self, asking) == refusal)
        #expect(try await vault.importRefusal(.random(count: 32), key, parameters) == refusal)
        #expect(try await vault.refusal(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key)) == refusal)
    }

    @Test("keys whose material AWS doesn't let anybody import can't be made for it", arguments: [
        ("ML_DSA_65", "SIGN_VERIFY"), ("ML_KEM_768", "ENCAPSULATE_DECAPSULATE"),
    ])
    func lattices(_ spec: String, _ usage: String) async throws {
        let error = try await vault.refusal(
            KMS.CreateKey.self, .init(keyUsage: usage, keySpec: spec, origin: "EXTERNAL"))
        #expect(error == .validation("KeySpec \(spec) is not supported for Origin EXTERNAL"))
    }

    @Test("an alias is no key to import into")
    func alias() async throws {
        let key = try await vault.createExternalKey()
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        let asking = KMS.GetParametersForImportInput(
            keyId: "alias/app", wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048")
        #expect(
            try await vault.refusal(KMS.GetParametersForImport.self, asking)
                == AWSError("InvalidArnException", "Key Aliases are not supported for this operation."))
    }
}
