// SPDX-License-Identifier: Apache-2.0
internal import COpenSSL
internal import CSodium
internal import CofferBase

/// A key of libcrypto's: RSA, or one on an elliptic curve.
final class EVPKey: @unchecked Sendable {
    // SAFETY: it isn't changed once it is made, and libcrypto locks what operations share of it (blinding, exports).
    let pointer: OpaquePointer

    /// Takes the reference over.
    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { EVP_PKEY_free(pointer) }

    static func generate(_ spec: KeyPairSpec) -> EVPKey {
        _ = CryptoLibrary.shared
        let name = spec.family == .rsa ? "RSA" : spec == .sm2 ? "SM2" : "EC"
        guard let context = EVP_PKEY_CTX_new_from_name(nil, name, nil) else { CryptoLibrary.failed("key generation") }
        defer { EVP_PKEY_CTX_free(context) }
        var made: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1 else { CryptoLibrary.failed("key generation") }
        switch spec.family {
        case .rsa:
            guard EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(spec.modulusBits)) == 1
            else { CryptoLibrary.failed("key generation") }
        default:
            if let curve = spec.curve, spec != .sm2, EVP_PKEY_CTX_set_group_name(context, curve) != 1 {
                CryptoLibrary.failed("key generation")
            }
        }
        guard EVP_PKEY_generate(context, &made) == 1, let made else { CryptoLibrary.failed("key generation") }
        return EVPKey(made)
    }

    /// Reads DER of one structure (`PrivateKeyInfo` or `SubjectPublicKeyInfo`), strictly: nothing may follow it.
    ///
    /// libcrypto is told which kind of key to read: of others it would believe enough to compute with it for seconds.
    static func decode(
        _ der: UnsafeRawBufferPointer, structure: StaticString, isPrivate: Bool, _ spec: KeyPairSpec
    ) throws(KeyFormatError) -> EVPKey {
        // Whatever structure libcrypto is asked for, it takes a bare RSA or curve key too.
        guard isPrivate ? DERLength.isPrivateKeyInfo(der) : DERLength.isWhole(der) else { throw .malformed }
        _ = CryptoLibrary.shared
        // libcrypto keeps the place's address, and those of the texts, until the key is read: literals stay where they are.
        let place = UnsafeMutablePointer<OpaquePointer?>.allocate(capacity: 1)
        place.initialize(to: nil)
        defer { place.deallocate() }
        let format: StaticString = "DER"
        let type: StaticString = spec.family == .rsa ? "RSA" : spec == .ed25519 ? "ED25519" : spec == .sm2 ? "SM2" : "EC"
        let selection = isPrivate ? coffer_select_key_pair : coffer_select_public_key
        guard
            let context = OSSL_DECODER_CTX_new_for_pkey(
                place, format.characters, structure.characters, type.characters, selection, nil, nil)
        else { CryptoLibrary.failed("decoding a key") }
        defer {
            OSSL_DECODER_CTX_free(context)
            ERR_clear_error()
        }
        var start = der.bindMemory(to: UInt8.self).baseAddress
        var left = der.count
        let isRead = OSSL_DECODER_from_data(context, &start, &left) == 1
        guard let key = place.pointee else { throw .malformed }
        let made = EVPKey(key)
        guard isRead, left == 0 else { throw .malformed }
        return made
    }

    /// Whether an RSA key has two primes of about half its length, and exponents no longer than it needs. Testing longer
    /// numbers takes hours, and they fill the locked heap.
    func hasUsualParts(_ spec: KeyPairSpec) -> Bool {
        guard spec.family == .rsa else { return true }
        func bits(_ name: String) -> Int? {
            var number: OpaquePointer?
            guard EVP_PKEY_get_bn_param(pointer, name, &number) == 1 else { return nil }
            defer { BN_clear_free(number) }
            return Int(BN_num_bits(number))
        }
        defer { ERR_clear_error() }
        guard let e = bits("e"), e <= 256, let d = bits("d"), d <= spec.modulusBits, let p = bits("rsa-factor1"),
            let q = bits("rsa-factor2")
        else { return false }
        return max(p, q) <= spec.modulusBits / 2 + 64 && bits("rsa-factor3") == nil
    }

    /// Takes the key's DER alone, of which there is one: what libcrypto reads and would write otherwise is refused.
    static func decode(publicKey der: [UInt8], _ spec: KeyPairSpec) throws(KeyFormatError) -> EVPKey {
        // Array's own method throws untyped errors.
        let result = der.withUnsafeBytes { bytes in
            Result { () throws(KeyFormatError) in
                try decode(bytes, structure: "SubjectPublicKeyInfo", isPrivate: false, spec)
            }
        }
        let key = try result.get()
        try key.check(spec)
        guard spec.family == .rsa || key.isPoint, key.publicKey == der else { throw .malformed }
        return key
    }

    /// Throws unless it is a key of that kind, length or curve.
    func check(_ spec: KeyPairSpec) throws(KeyFormatError) {
        switch spec.family {
        case .rsa:
            guard EVP_PKEY_is_a(pointer, "RSA") == 1, EVP_PKEY_get_bits(pointer) == spec.modulusBits
            else { throw .otherSpec }
        case .ellipticCurve:
            // libcrypto finds the name of a curve whose parameters are spelled out, and overlooks differences in them.
            guard EVP_PKEY_is_a(pointer, spec == .sm2 ? "SM2" : "EC") == 1,
                text(OSSL_PKEY_PARAM_GROUP_NAME) == spec.curve, namesCurve
            else { throw .otherSpec }
        case .ed25519:
            guard EVP_PKEY_is_a(pointer, "ED25519") == 1 else { throw .otherSpec }
        case .mlDSA, .mlKEM: throw .otherSpec
        }
    }

    private func text(_ parameter: String) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
            var length = 0
            guard
                EVP_PKEY_get_utf8_string_param(pointer, parameter, text.baseAddress, text.count, &length) == 1,
                let start = text.baseAddress
            else { return nil }
            return String(cString: start)
        }
    }

    private var namesCurve: Bool {
        var isExplicit: Int32 = 1
        return EVP_PKEY_get_int_param(pointer, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &isExplicit) == 1
            && isExplicit == 0
    }

    /// That a public key is a point of its curve and not the one at infinity, under which anybody could sign. RFC 5480
    /// forbids the hybrid form.
    private var isPoint: Bool {
        guard text(OSSL_PKEY_PARAM_EC_POINT_CONVERSION_FORMAT) != OSSL_PKEY_EC_POINT_CONVERSION_FORMAT_HYBRID,
            let context = EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil)
        else { return false }
        defer {
            EVP_PKEY_CTX_free(context)
            ERR_clear_error()
        }
        return EVP_PKEY_public_check_quick(context) == 1
    }

    /// That the parts belong together, and that an RSA key's factors are primes.
    var isConsistent: Bool {
        guard let context = EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil) else { return false }
        defer {
            EVP_PKEY_CTX_free(context)
            ERR_clear_error()
        }
        return EVP_PKEY_check(context) == 1
    }

    /// Has a key on a curve written as new ones are, with its public key and that uncompressed, however it came. For
    /// who holds the key alone.
    func normalise() {
        guard
            EVP_PKEY_set_utf8_string_param(
                pointer, OSSL_PKEY_PARAM_EC_POINT_CONVERSION_FORMAT,
                OSSL_PKEY_EC_POINT_CONVERSION_FORMAT_UNCOMPRESSED) == 1,
            EVP_PKEY_set_int_param(pointer, OSSL_PKEY_PARAM_EC_INCLUDE_PUBLIC, 1) == 1
        else { CryptoLibrary.failed("writing a curve's key") }
    }

    /// DER of a SubjectPublicKeyInfo.
    var publicKey: [UInt8] {
        let count = i2d_PUBKEY(pointer, nil)
        guard count > 0 else { CryptoLibrary.failed("encoding a public key") }
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, written in
            var place = buffer.baseAddress
            guard i2d_PUBKEY(pointer, &place) == count else { CryptoLibrary.failed("encoding a public key") }
            written = Int(count)
        }
    }

    /// DER of a PrivateKeyInfo, into locked memory.
    var privateKey: SharedSecret {
        guard let info = EVP_PKEY2PKCS8(pointer) else { CryptoLibrary.failed("encoding a private key") }
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        let count = i2d_PKCS8_PRIV_KEY_INFO(info, nil)
        guard count > 0 else { CryptoLibrary.failed("encoding a private key") }
        return SharedSecret(
            SecretBytes(count: Int(count)) { output in
                var place: UnsafeMutablePointer<UInt8>? = output.octets
                guard i2d_PKCS8_PRIV_KEY_INFO(info, &place) == count
                else { CryptoLibrary.failed("encoding a private key") }
            })
    }

    /// The 32 bytes of an Ed25519 private key.
    var ed25519Seed: SharedSecret {
        SharedSecret(
            SecretBytes(count: 32) { output in
                var count = output.count
                guard EVP_PKEY_get_raw_private_key(pointer, output.octets, &count) == 1, count == 32
                else { CryptoLibrary.failed("reading an Ed25519 key") }
            })
    }
}

/// One EVP_PKEY_CTX: an operation with a key.
struct KeyOperation: ~Copyable {
    let context: OpaquePointer

    init(_ key: EVPKey) {
        guard let context = EVP_PKEY_CTX_new_from_pkey(nil, key.pointer, nil) else {
            CryptoLibrary.failed("an operation with a key")
        }
        self.context = context
    }

    deinit {
        EVP_PKEY_CTX_free(context)
        ERR_clear_error()
    }

    /// Padding and hash function of a signature.
    func set(_ algorithm: SigningAlgorithm, for spec: KeyPairSpec) -> Bool {
        guard let digest = algorithm.digest else { return false }
        if spec.family == .rsa {
            let padding = algorithm.isPSS ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING
            guard EVP_PKEY_CTX_set_rsa_padding(context, padding) == 1 else { return false }
        }
        guard EVP_PKEY_CTX_set_signature_md(context, digest.handle) == 1 else { return false }
        guard algorithm.isPSS else { return true }
        return EVP_PKEY_CTX_set_rsa_mgf1_md(context, digest.handle) == 1
            && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1
    }

    func set(_ encryption: KeyPairEncryption) -> Bool {
        guard encryption != .sm2 else { return true }
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_oaep_md(context, encryption.digest.handle) == 1
            && EVP_PKEY_CTX_set_rsa_mgf1_md(context, encryption.digest.handle) == 1
    }
}

/// Whether bytes are one DER element and nothing else: decoders stop at its end and don't say so.
enum DERLength {
    static func isWhole(_ der: UnsafeRawBufferPointer) -> Bool { content(of: der) != nil }

    /// Whether it goes on as RFC 5208 has it: version 0, then an algorithm. Version 1 (RFC 5958) may have a public key
    /// beside the private one, which libcrypto overlooks or refuses.
    static func isPrivateKeyInfo(_ der: UnsafeRawBufferPointer) -> Bool {
        guard let content = content(of: der), content.count > 3 else { return false }
        return content.starts(with: [0x02, 0x01, 0x00, 0x30])
    }

    private static func content(of der: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard der.count >= 2 else { return nil }
        var (start, length) = (2, Int(der[1]))
        if length >= 0x80 {
            let digits = length & 0x7f
            guard (1...3).contains(digits), der.count >= 2 + digits else { return nil }
            (start, length) = (2 + digits, 0)
            for index in 2..<start { length = length << 8 | Int(der[index]) }
            // DER takes the shortest form.
            guard length >= 0x80, length >> (8 * (digits - 1)) > 0 else { return nil }
        }
        return der.count == start + length ? UnsafeRawBufferPointer(rebasing: der[start...]) : nil
    }
}
