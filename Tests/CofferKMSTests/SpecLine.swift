// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import Testing

/// What AWS says of a key of one spec and usage.
///
/// Source: metadata recorded from AWS (2026-09); for ML-KEM the KMS Developer Guide, "Key spec reference".
struct SpecLine: Sendable, CustomTestStringConvertible {
    let spec: String
    let usage: String
    /// In AWS's order.
    let algorithms: [String]
    /// Of the DER, where it is always the same.
    var publicKeyLength: Int?

    var testDescription: String { "\(spec) \(usage)" }
    var isSymmetric: Bool { spec == "SYMMETRIC_DEFAULT" }
    var isImportable: Bool { !spec.hasPrefix("ML_") }

    static let all: [SpecLine] =
        [
            SpecLine(spec: "SYMMETRIC_DEFAULT", usage: "ENCRYPT_DECRYPT", algorithms: ["SYMMETRIC_DEFAULT"]),
            SpecLine(spec: "ECC_SECG_P256K1", usage: "SIGN_VERIFY", algorithms: ["ECDSA_SHA_256"], publicKeyLength: 88),
            SpecLine(
                spec: "ECC_NIST_EDWARDS25519", usage: "SIGN_VERIFY",
                algorithms: ["ED25519_PH_SHA_512", "ED25519_SHA_512"], publicKeyLength: 44),
            SpecLine(
                spec: "ML_DSA_65", usage: "SIGN_VERIFY", algorithms: ["ML_DSA_SHAKE_256"], publicKeyLength: 1974),
            SpecLine(
                spec: "ML_DSA_87", usage: "SIGN_VERIFY", algorithms: ["ML_DSA_SHAKE_256"], publicKeyLength: 2614),
            SpecLine(
                spec: "ML_KEM_768", usage: "ENCAPSULATE_DECAPSULATE", algorithms: ["ML_KEM"], publicKeyLength: 1206),
            SpecLine(
                spec: "ML_KEM_1024", usage: "ENCAPSULATE_DECAPSULATE", algorithms: ["ML_KEM"], publicKeyLength: 1590),
        ] + rsa + curves + hmac

    private static let rsa = [("RSA_2048", 294), ("RSA_3072", 422), ("RSA_4096", 550)].flatMap {
        spec, length -> [SpecLine] in
        [
            SpecLine(
                spec: spec, usage: "ENCRYPT_DECRYPT", algorithms: ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"],
                publicKeyLength: length),
            SpecLine(
                spec: spec, usage: "SIGN_VERIFY",
                algorithms: [
                    "RSASSA_PKCS1_V1_5_SHA_256", "RSASSA_PKCS1_V1_5_SHA_384", "RSASSA_PKCS1_V1_5_SHA_512",
                    "RSASSA_PSS_SHA_256", "RSASSA_PSS_SHA_384", "RSASSA_PSS_SHA_512",
                ], publicKeyLength: length),
        ]
    }

    private static let curves = [
        ("ECC_NIST_P256", "ECDSA_SHA_256", 91), ("ECC_NIST_P384", "ECDSA_SHA_384", 120),
        ("ECC_NIST_P521", "ECDSA_SHA_512", 158),
    ].flatMap { spec, algorithm, length -> [SpecLine] in
        [
            SpecLine(spec: spec, usage: "SIGN_VERIFY", algorithms: [algorithm], publicKeyLength: length),
            SpecLine(spec: spec, usage: "KEY_AGREEMENT", algorithms: ["ECDH"], publicKeyLength: length),
        ]
    }

    private static let hmac = ["224", "256", "384", "512"].map {
        SpecLine(spec: "HMAC_\($0)", usage: "GENERATE_VERIFY_MAC", algorithms: ["HMAC_SHA_\($0)"])
    }

    /// Those of that usage; nil for the usages that the key hasn't.
    func algorithms(for usage: String) -> [String]? { usage == self.usage ? algorithms : nil }

    /// What doesn't depend on where the material comes from: each member that has to be there, and none that hasn't.
    func check(_ metadata: KMS.KeyMetadata) {
        #expect(metadata.keySpec == spec)
        #expect(metadata.customerMasterKeySpec == spec)
        #expect(metadata.keyUsage == usage)
        #expect(metadata.encryptionAlgorithms == algorithms(for: "ENCRYPT_DECRYPT"))
        #expect(metadata.signingAlgorithms == algorithms(for: "SIGN_VERIFY"))
        #expect(metadata.macAlgorithms == algorithms(for: "GENERATE_VERIFY_MAC"))
        #expect(metadata.keyAgreementAlgorithms == algorithms(for: "KEY_AGREEMENT"))
        #expect(metadata.encapsulationAlgorithms == algorithms(for: "ENCAPSULATE_DECAPSULATE"))
        #expect(metadata.keyManager == "CUSTOMER")
        #expect(metadata.description == "")
        #expect(metadata.awsAccountId == "111122223333")
        #expect(metadata.multiRegion == false)
        #expect(metadata.multiRegionConfiguration == nil)
        #expect(metadata.expirationModel == nil)
        #expect(metadata.validTo == nil)
        #expect(metadata.deletionDate == nil)
        #expect(metadata.pendingDeletionWindowInDays == nil)
        #expect(metadata.customKeyStoreId == nil)
        #expect(metadata.cloudHsmClusterId == nil)
        #expect(metadata.xksKeyConfiguration == nil)
    }
}
