// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import FoundationEssentials

/// What GetParametersForImport hands out and ImportKeyMaterial takes back: sealed, and bound to the key and a time. The
/// private key that the material comes encrypted for is in it, wrapped, so nothing is stored in between.
struct ImportToken: Codable, Sendable {
    /// `account region id`.
    let key: String
    let algorithm: String
    let wrappingSpec: String
    /// Milliseconds since 1970.
    let expiresAt: Int64
    /// base64 of the wrapped private key.
    let wrapped: String

    static let lifetime = Duration.days(1)

    /// Makes a pair. An RSA_4096 key takes seconds.
    static func make(
        for key: PreparedKey, _ wrapping: ImportWrapping, algorithm: String, at now: Timestamp, _ keyring: Keyring
    ) throws -> (token: [UInt8], publicKey: [UInt8], expiresAt: Timestamp) {
        let expiresAt = now + lifetime
        let pair = PrivateKey.generate(wrapping.spec)
        let name = name(of: key)
        let wrapped = keyring.wrap(pair.encoded, binding: binding(name, expiresAt.milliseconds))
        let token = ImportToken(
            key: name, algorithm: algorithm, wrappingSpec: wrapping.spec.rawValue, expiresAt: expiresAt.milliseconds,
            wrapped: Base64.encode(wrapped.bytes))
        let sealed = SealedToken.seal(
            Array(try JSONEncoder().encode(token)), purpose: .importTokens, keyring: keyring)
        guard let bytes = Base64.decode(sealed) else { throw AWSError.internalFailure }
        return (bytes, pair.publicKey, expiresAt)
    }

    /// - Throws: InvalidImportTokenException for what this vault didn't seal for this key, ExpiredImportTokenException.
    static func open(
        _ bytes: [UInt8], for key: PreparedKey, at now: Timestamp, _ keyring: Keyring
    ) throws -> (wrapping: ImportWrapping, privateKey: PrivateKey) {
        let invalid = AWSError("InvalidImportTokenException", nil)
        guard
            let payload = SealedToken.open(Base64.encode(bytes), purpose: .importTokens, keyring: keyring),
            let token = try? JSONDecoder().decode(ImportToken.self, from: Data(payload)), token.key == name(of: key),
            let wrapped = Base64.decode(token.wrapped)
        else { throw invalid }
        guard now.milliseconds < token.expiresAt else { throw AWSError("ExpiredImportTokenException", nil) }
        let wrapping = try ImportWrapping(token.algorithm, token.wrappingSpec, for: key.spec)
        guard
            let encoded = try? keyring.unwrap(WrappedKey(bytes: wrapped), binding: binding(token.key, token.expiresAt)),
            let privateKey = try? PrivateKey(encoded: encoded, spec: wrapping.spec)
        else { throw invalid }
        return (wrapping, privateKey)
    }

    private static func name(of key: PreparedKey) -> String {
        "\(key.scope.account) \(key.scope.region) \(key.record.id)"
    }

    private static func binding(_ key: String, _ expiresAt: Int64) -> WrapBinding {
        WrapBinding(table: "kms-import-token", rowID: "\(key) \(expiresAt)", version: 1)
    }
}
