// SPDX-License-Identifier: Apache-2.0
internal import COpenSSL
public import CofferBase

/// HMAC (RFC 2104, FIPS 198-1) as KMS offers it, through libcrypto.
public enum HMACAlgorithm: String, CaseIterable, Sendable {
    case sha224 = "HMAC_SHA_224"
    case sha256 = "HMAC_SHA_256"
    case sha384 = "HMAC_SHA_384"
    case sha512 = "HMAC_SHA_512"

    public var digest: DigestAlgorithm {
        switch self {
        case .sha224: .sha224
        case .sha256: .sha256
        case .sha384: .sha384
        case .sha512: .sha512
        }
    }

    /// The code: as long as the digest.
    public func code(key: SharedSecret, _ message: UnsafeRawBufferPointer) -> [UInt8] {
        guard let context = EVP_MAC_CTX_new(CryptoLibrary.shared.hmac) else { CryptoLibrary.failed("HMAC") }
        defer { EVP_MAC_CTX_free(context) }
        return key.withUnsafeBytes { key in
            let isReady = withUnsafeTemporaryAllocation(of: OSSL_PARAM.self, capacity: 2) { parameters in
                parameters.initializeElement(
                    at: 0, to: OSSL_PARAM_construct_utf8_string(Self.parameter, UnsafeMutablePointer(mutating: name), 0))
                parameters.initializeElement(at: 1, to: OSSL_PARAM_construct_end())
                return EVP_MAC_init(context, key.octets, key.count, parameters.baseAddress) == 1
            }
            // A null pointer would mean "the rest of the call follows", so an empty message is never passed on.
            guard isReady,
                message.isEmpty
                    || EVP_MAC_update(context, message.bindMemory(to: UInt8.self).baseAddress, message.count) == 1
            else { CryptoLibrary.failed("HMAC") }
            return [UInt8](unsafeUninitializedCapacity: digest.count) { code, written in
                guard EVP_MAC_final(context, code.baseAddress, &written, digest.count) == 1, written == digest.count
                else { CryptoLibrary.failed("HMAC") }
            }
        }
    }

    /// Compares in constant time; a code of another length is none.
    public func isValid(_ code: [UInt8], key: SharedSecret, _ message: UnsafeRawBufferPointer) -> Bool {
        constantTimeEqual(self.code(key: key, message), code)
    }

    // Literals, which stay where they are: OSSL_PARAM keeps pointers.
    private static let parameterName: StaticString = "digest"
    private static var parameter: UnsafePointer<CChar> { parameterName.characters }

    private var name: UnsafePointer<CChar> {
        let name: StaticString =
            switch self {
            case .sha224: "SHA2-224"
            case .sha256: "SHA2-256"
            case .sha384: "SHA2-384"
            case .sha512: "SHA2-512"
            }
        return name.characters
    }
}
