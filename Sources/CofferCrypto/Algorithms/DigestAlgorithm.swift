// SPDX-License-Identifier: Apache-2.0
internal import COpenSSL

/// Hash functions that signatures, MACs and key wrapping name (FIPS 180-4; SM3 is GB/T 32905), through libcrypto.
public enum DigestAlgorithm: String, CaseIterable, Sendable {
    case sha1 = "SHA1"
    case sha224 = "SHA2-224"
    case sha256 = "SHA2-256"
    case sha384 = "SHA2-384"
    case sha512 = "SHA2-512"
    case sm3 = "SM3"

    /// The digest's length in bytes.
    public var count: Int {
        switch self {
        case .sha1: 20
        case .sha224: 28
        case .sha256, .sm3: 32
        case .sha384: 48
        case .sha512: 64
        }
    }

    var handle: OpaquePointer {
        guard let handle = CryptoLibrary.shared.digest(self) else { CryptoLibrary.failed("a digest that it lacks") }
        return handle
    }

    public func hash(_ message: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { digest, written in
            var length: UInt32 = 0
            guard
                EVP_Digest(message.baseAddress, message.count, digest.baseAddress, &length, handle, nil) == 1,
                length == count
            else { CryptoLibrary.failed("a digest") }
            written = count
        }
    }
}
