// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferCrypto

/// What GetParametersForImport hands out, and how material is encrypted for it.
struct ImportParameters: Sendable {
    let token: [UInt8]
    let algorithm: String
    let publicKey: PublicKey

    private var encryption: KeyPairEncryption { algorithm.hasSuffix("SHA_1") ? .oaepSHA1 : .oaepSHA256 }

    /// As the guide's "Step 3: Encrypt the key material" has it.
    func encrypt(_ material: SharedSecret) throws -> [UInt8] {
        guard algorithm.hasPrefix("RSA_AES_KEY_WRAP") else {
            return try #require(material.withUnsafeBytes { publicKey.encrypt($0, encryption) })
        }
        let inner = SharedSecret.random(count: 32)
        let wrappedKey = try #require(inner.withUnsafeBytes { publicKey.encrypt($0, encryption) })
        return wrappedKey + (try #require(KeyWrap.wrap(material, key: inner)))
    }
}

extension TestVault {
    func createExternalKey(
        _ spec: String = "SYMMETRIC_DEFAULT", usage: String? = nil, multiRegion: Bool = false
    ) async throws -> String {
        let usual: String? =
            spec.hasPrefix("HMAC") ? "GENERATE_VERIFY_MAC" : spec == "SYMMETRIC_DEFAULT" ? nil : "SIGN_VERIFY"
        return try await createKey(
            .init(keyUsage: usage ?? usual, keySpec: spec, origin: "EXTERNAL", multiRegion: multiRegion))
    }

    func importParameters(
        _ key: String, _ algorithm: String = "RSAES_OAEP_SHA_256", _ wrapping: KeyPairSpec = .rsa2048,
        region: String? = nil
    ) async throws -> ImportParameters {
        let output = try await call(
            KMS.GetParametersForImport.self,
            .init(keyId: key, wrappingAlgorithm: algorithm, wrappingKeySpec: wrapping.rawValue), region: region)
        #expect(output.keyId == arn(key, region: region))
        #expect(output.parametersValidTo == clock.now() + .days(1))
        let der = try #require(output.publicKey).withUnsafeBytes { Array($0) }
        return ImportParameters(
            token: try #require(output.importToken), algorithm: algorithm,
            publicKey: try PublicKey(der: der, spec: wrapping))
    }

    /// Imports material that doesn't expire unless `change` says otherwise.
    @discardableResult
    func importMaterial(
        _ material: SharedSecret, _ key: String, _ parameters: ImportParameters, region: String? = nil,
        _ change: (inout KMS.ImportKeyMaterialInput) -> Void = { _ in }
    ) async throws -> KMS.ImportKeyMaterialOutput {
        try await call(
            KMS.ImportKeyMaterial.self, try importInput(material, key, parameters, change), region: region)
    }

    func importRefusal(
        _ material: SharedSecret, _ key: String, _ parameters: ImportParameters, region: String? = nil,
        _ change: (inout KMS.ImportKeyMaterialInput) -> Void = { _ in }
    ) async throws -> AWSError {
        try await refusal(
            KMS.ImportKeyMaterial.self, try importInput(material, key, parameters, change), region: region)
    }

    private func importInput(
        _ material: SharedSecret, _ key: String, _ parameters: ImportParameters,
        _ change: (inout KMS.ImportKeyMaterialInput) -> Void
    ) throws -> KMS.ImportKeyMaterialInput {
        var input = KMS.ImportKeyMaterialInput(
            keyId: key, importToken: parameters.token, encryptedKeyMaterial: try parameters.encrypt(material),
            expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE")
        change(&input)
        return input
    }

    /// All of a key's materials, as ListKeyRotations has them.
    func materials(_ key: String, region: String? = nil) async throws -> [KMS.RotationsListEntry] {
        let output = try await call(
            KMS.ListKeyRotations.self, .init(keyId: key, includeKeyMaterial: "ALL_KEY_MATERIAL"), region: region)
        return try #require(output.rotations)
    }
}

extension KMS.ImportKeyMaterialInput {
    /// Lets the material expire.
    mutating func expire(at date: Timestamp) {
        expirationModel = "KEY_MATERIAL_EXPIRES"
        validTo = date
    }
}

extension AWSError {
    /// IncorrectKeyMaterialException in AWS's words.
    static func unexpectedMaterial(_ id: String?) -> AWSError {
        AWSError(
            "IncorrectKeyMaterialException",
            "Imported key material does not have the expected identifier (\(id ?? "none")).")
    }
}
