// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Crypto
internal import FoundationEssentials

/// ML-DSA (FIPS 204) and ML-KEM (FIPS 203) private keys, through swift-crypto.
///
/// The seed stays in locked memory; what swift-crypto expands it to lies in ordinary memory, which it offers no other
/// way for. It isn't copied, and goes with this object.
struct LatticePrivateKey: Sendable {
    private let key: Key

    private enum Key: Sendable {
        case mlDSA65(MLDSA65.PrivateKey)
        case mlDSA87(MLDSA87.PrivateKey)
        case mlKEM768(MLKEM768.PrivateKey)
        case mlKEM1024(MLKEM1024.PrivateKey)
    }

    /// `seed` has the spec's length, with which expanding it can't fail.
    init(seed: CofferBase.SharedSecret, _ spec: KeyPairSpec) {
        precondition(seed.count == spec.seedCount && spec.seedCount > 0, "a seed of the spec's length")
        do {
            key = try seed.withUnsafeBytes { seed throws -> Key in
                switch spec {
                case .mlDSA65: return .mlDSA65(try MLDSA65.PrivateKey(seedRepresentation: seed, publicKey: nil))
                case .mlDSA87: return .mlDSA87(try MLDSA87.PrivateKey(seedRepresentation: seed, publicKey: nil))
                case .mlKEM768: return .mlKEM768(try MLKEM768.PrivateKey(seedRepresentation: seed, publicKey: nil))
                default: return .mlKEM1024(try MLKEM1024.PrivateKey(seedRepresentation: seed, publicKey: nil))
                }
            }
        } catch { CryptoLibrary.failed("expanding a seed") }
    }

    var publicKey: [UInt8] {
        switch key {
        case .mlDSA65(let key): Array(key.publicKey.rawRepresentation)
        case .mlDSA87(let key): Array(key.publicKey.rawRepresentation)
        case .mlKEM768(let key): Array(key.publicKey.rawRepresentation)
        case .mlKEM1024(let key): Array(key.publicKey.rawRepresentation)
        }
    }

    /// Hedged, with an empty context string.
    func sign(_ message: UnsafeRawBufferPointer) -> [UInt8]? {
        switch key {
        case .mlDSA65(let key): (try? key.signature(for: message)).map { Array($0) }
        case .mlDSA87(let key): (try? key.signature(for: message)).map { Array($0) }
        default: nil
        }
    }

    func decapsulate(_ ciphertext: [UInt8]) -> CofferBase.SharedSecret? {
        let secret: SymmetricKey? =
            switch key {
            case .mlKEM768(let key): try? key.decapsulate(ciphertext)
            case .mlKEM1024(let key): try? key.decapsulate(ciphertext)
            default: nil
            }
        return secret.map { $0.withUnsafeBytes { CofferBase.SharedSecret(copying: $0) } }
    }
}

/// ML-DSA and ML-KEM public keys.
struct LatticePublicKey: Sendable {
    private let key: Key

    private enum Key: Sendable {
        case mlDSA65(MLDSA65.PublicKey)
        case mlDSA87(MLDSA87.PublicKey)
        case mlKEM768(MLKEM768.PublicKey)
        case mlKEM1024(MLKEM1024.PublicKey)
    }

    init?(raw: some Collection<UInt8>, _ spec: KeyPairSpec) {
        let raw = Array(raw)
        do {
            switch spec {
            case .mlDSA65: key = .mlDSA65(try MLDSA65.PublicKey(rawRepresentation: raw))
            case .mlDSA87: key = .mlDSA87(try MLDSA87.PublicKey(rawRepresentation: raw))
            case .mlKEM768: key = .mlKEM768(try MLKEM768.PublicKey(rawRepresentation: raw))
            case .mlKEM1024: key = .mlKEM1024(try MLKEM1024.PublicKey(rawRepresentation: raw))
            default: return nil
            }
        } catch { return nil }
    }

    func isValid(_ signature: [UInt8], of message: UnsafeRawBufferPointer) -> Bool {
        switch key {
        case .mlDSA65(let key): key.isValidSignature(signature, for: message)
        case .mlDSA87(let key): key.isValidSignature(signature, for: message)
        default: false
        }
    }

    func encapsulate() -> (secret: CofferBase.SharedSecret, ciphertext: [UInt8])? {
        let result: KEM.EncapsulationResult? =
            switch key {
            case .mlKEM768(let key): try? key.encapsulate()
            case .mlKEM1024(let key): try? key.encapsulate()
            default: nil
            }
        return result.map { result in
            (result.sharedSecret.withUnsafeBytes { CofferBase.SharedSecret(copying: $0) }, Array(result.encapsulated))
        }
    }
}
