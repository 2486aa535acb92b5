// SPDX-License-Identifier: Apache-2.0
internal import COpenSSL
internal import CSodium
internal import CofferBase
internal import CofferCrypto
internal import Crypto
internal import FoundationEssentials

/// Holds `PrivateKey.sign`, which is what Sign calls once it is authorised, against the library's call with everything
/// set up beforehand, in turns. Both sign the same digest, or the same message where the library hashes.
enum SigningBenchmark {
    private static let message = [UInt8](repeating: 0x61, count: 32)

    static func run() {
        for (spec, algorithm, count) in [
            (KeyPairSpec.rsa2048, SigningAlgorithm.pssSHA256, 100), (.rsa3072, .pkcs1SHA256, 50),
            (.rsa4096, .pssSHA512, 20), (.p256, .ecdsaSHA256, 2000), (.p384, .ecdsaSHA384, 100),
            (.p521, .ecdsaSHA512, 50), (.secp256k1, .ecdsaSHA256, 200), (.ed25519, .ed25519, 2000),
            (.mlDSA65, .mlDSA, 200), (.mlDSA87, .mlDSA, 200),
        ] {
            compare(spec, algorithm, count)
        }
    }

    private static func compare(_ spec: KeyPairSpec, _ algorithm: SigningAlgorithm, _ count: Int) {
        let made = PrivateKey.generate(spec)
        guard let key = try? PrivateKey(encoded: made.encoded, spec: spec),
            let library = LibraryCall(made.encoded, spec, algorithm)
        else { return print("\(spec.rawValue): can't be measured") }
        let digest = algorithm.digest.map { [UInt8](repeating: 0x61, count: $0.count) } ?? message
        let form: MessageForm = algorithm.digest == nil ? .raw : .digest
        var ratios: [Double] = []
        var ours: [Double] = []
        // Lattice signatures take a random number of tries, so single runs differ.
        for _ in 0..<21 {
            let theirs = seconds(count) { library.sign(digest) }
            let mine = seconds(count) {
                _ = digest.withUnsafeBytes { key.sign($0, form, as: algorithm) }
            }
            ratios.append(mine / theirs)
            ours.append(mine / Double(count) * 1e6)
        }
        show("sign_\(spec.rawValue.lowercased())_us", median(ours), digits: 1)
        show("sign_\(spec.rawValue.lowercased())_to_library", median(ratios), digits: 3)
    }

    private static func seconds(_ count: Int, _ body: () -> Void) -> Double {
        let start = ContinuousClock.now
        for _ in 0..<count { body() }
        let elapsed = ContinuousClock.now - start
        return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    }
}

/// The library's own signing call, ready to go.
private struct LibraryCall {
    private let call: ([UInt8]) -> Void

    init?(_ encoded: CofferBase.SharedSecret, _ spec: KeyPairSpec, _ algorithm: SigningAlgorithm) {
        switch spec {
        case .ed25519:
            var publicKey = [UInt8](repeating: 0, count: 32)
            var secretKey = [UInt8](repeating: 0, count: 64)
            encoded.withUnsafeBytes { bytes in
                _ = crypto_sign_seed_keypair(&publicKey, &secretKey, Array(bytes.suffix(32)))
            }
            let key = secretKey
            call = { message in
                var signature = [UInt8](repeating: 0, count: 64)
                _ = crypto_sign_detached(&signature, nil, message, UInt64(message.count), key)
            }
        case .mlDSA65:
            guard let key = try? MLDSA65.PrivateKey(seedRepresentation: Self.seed(encoded), publicKey: nil) else {
                return nil
            }
            call = { message in _ = try? key.signature(for: message) }
        case .mlDSA87:
            guard let key = try? MLDSA87.PrivateKey(seedRepresentation: Self.seed(encoded), publicKey: nil) else {
                return nil
            }
            call = { message in _ = try? key.signature(for: message) }
        default:
            guard let context = Self.context(encoded, spec, algorithm) else { return nil }
            call = { digest in
                var signature = [UInt8](repeating: 0, count: 1024)
                var count = signature.count
                _ = EVP_PKEY_sign(context, &signature, &count, digest, digest.count)
            }
        }
    }

    func sign(_ message: [UInt8]) { call(message) }

    private static func seed(_ encoded: CofferBase.SharedSecret) -> [UInt8] {
        encoded.withUnsafeBytes { Array($0.suffix(32)) }
    }

    private static func context(
        _ encoded: CofferBase.SharedSecret, _ spec: KeyPairSpec, _ algorithm: SigningAlgorithm
    ) -> OpaquePointer? {
        let key = encoded.withUnsafeBytes { bytes -> OpaquePointer? in
            var place = bytes.bindMemory(to: UInt8.self).baseAddress
            return d2i_AutoPrivateKey(nil, &place, bytes.count)
        }
        guard let key, let context = EVP_PKEY_CTX_new_from_pkey(nil, key, nil), EVP_PKEY_sign_init(context) == 1
        else { return nil }
        let name = algorithm.rawValue
        let digest = name.hasSuffix("256") ? EVP_sha256() : name.hasSuffix("384") ? EVP_sha384() : EVP_sha512()
        if spec.modulusBits > 0 {
            let padding = name.contains("PSS") ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING
            guard EVP_PKEY_CTX_set_rsa_padding(context, padding) == 1 else { return nil }
        }
        guard EVP_PKEY_CTX_set_signature_md(context, digest) == 1 else { return nil }
        if name.contains("PSS"), EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) != 1 { return nil }
        return context
    }
}
