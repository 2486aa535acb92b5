// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import Crypto

/// A key derived from an access key's secret for one scope, in locked memory.
///
/// Whoever holds it can sign requests of that day, region and service, and can't learn the secret from it.
public struct SigningKey: Sendable {
    public let scope: CredentialScope
    // Named in full: Crypto has a type of that name too.
    private let bytes: CofferBase.SharedSecret

    public init(secret: CofferBase.SharedSecret, scope: CredentialScope) {
        self.scope = scope
        let prefix = Array("AWS4".utf8)
        let start = SecretBytes(count: prefix.count + secret.count) { target in
            target.copyBytes(from: prefix)
            secret.withUnsafeBytes { source in
                UnsafeMutableRawBufferPointer(rebasing: target[prefix.count...]).copyMemory(from: source)
            }
        }
        let day = Self.next(start, scope.date)
        let region = Self.next(day, scope.region)
        let service = Self.next(region, scope.service)
        bytes = CofferBase.SharedSecret(Self.next(service, CredentialScope.terminator))
    }

    private static func next(_ key: borrowing SecretBytes, _ text: String) -> SecretBytes {
        let code = key.withUnsafeBytes { raw in
            HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: raw))
        }
        return SecretBytes(count: code.byteCount) { target in code.withUnsafeBytes { target.copyMemory(from: $0) } }
    }

    /// The signature of a string to sign: 64 lower-case hexadecimal digits.
    func signature(of stringToSign: [UInt8]) -> [UInt8] {
        let code = bytes.withUnsafeBytes { raw in
            HMAC<SHA256>.authenticationCode(for: stringToSign, using: SymmetricKey(data: raw))
        }
        var out: [UInt8] = []
        out.reserveCapacity(64)
        out.append(hex: code)
        return out
    }
}
