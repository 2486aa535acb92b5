// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// The few DER headers of keys that libcrypto has no encoder for (X.690).
enum DER {
    static func header(_ tag: UInt8, _ count: Int) -> [UInt8] {
        switch count {
        case ..<0x80: [tag, UInt8(count)]
        case ..<0x100: [tag, 0x81, UInt8(count)]
        default: [tag, 0x82, UInt8(count >> 8), UInt8(count & 0xff)]
        }
    }

    /// Everything of a SubjectPublicKeyInfo (RFC 5280 §4.1) that stands before the key's own bytes.
    static func publicKeyPrefix(_ spec: KeyPairSpec) -> [UInt8] {
        let algorithm = header(0x30, spec.objectIdentifier.count) + spec.objectIdentifier
        let bits = header(0x03, spec.rawPublicKeyCount + 1) + [0]
        return header(0x30, algorithm.count + bits.count + spec.rawPublicKeyCount) + algorithm + bits
    }

    /// Everything of a PrivateKeyInfo (RFC 5958) that stands before the seed: an OCTET STRING for Ed25519 (RFC 8410),
    /// `[0]` for ML-DSA and ML-KEM (RFC 9881, RFC 9935).
    static func privateKeyPrefix(_ spec: KeyPairSpec) -> [UInt8] {
        let algorithm = header(0x30, spec.objectIdentifier.count) + spec.objectIdentifier
        let seed = header(spec == .ed25519 ? 0x04 : 0x80, spec.seedCount)
        let key = header(0x04, seed.count + spec.seedCount) + seed
        let version: [UInt8] = [0x02, 0x01, 0x00]
        return header(0x30, version.count + algorithm.count + key.count + spec.seedCount) + version + algorithm + key
    }

    static func privateKey(_ seed: UnsafeRawBufferPointer, _ spec: KeyPairSpec) -> SharedSecret {
        let prefix = privateKeyPrefix(spec)
        return SharedSecret(
            SecretBytes(count: prefix.count + seed.count) { output in
                output.copyBytes(from: prefix)
                UnsafeMutableRawBufferPointer(rebasing: output[prefix.count...]).copyMemory(from: seed)
            })
    }

    /// The seed of what `privateKey` wrote; nil for any other bytes.
    static func seed(of encoded: UnsafeRawBufferPointer, _ spec: KeyPairSpec) -> UnsafeRawBufferPointer? {
        let prefix = privateKeyPrefix(spec)
        guard encoded.count == prefix.count + spec.seedCount, encoded.starts(with: prefix) else { return nil }
        return UnsafeRawBufferPointer(rebasing: encoded[prefix.count...])
    }

    static func publicKey(_ raw: some Collection<UInt8>, _ spec: KeyPairSpec) -> [UInt8] { publicKeyPrefix(spec) + raw }

    /// The key's own bytes of what `publicKey` wrote; nil for any others.
    static func rawPublicKey(of encoded: [UInt8], _ spec: KeyPairSpec) -> ArraySlice<UInt8>? {
        let prefix = publicKeyPrefix(spec)
        guard encoded.count == prefix.count + spec.rawPublicKeyCount, encoded.starts(with: prefix) else { return nil }
        return encoded[prefix.count...]
    }
}
