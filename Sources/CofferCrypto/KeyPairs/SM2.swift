// SPDX-License-Identifier: Apache-2.0
internal import COpenSSL
internal import CofferBase

/// SM2 signatures (GB/T 32918.2) with SM3, through libcrypto.
///
/// A message is hashed together with the signer's default identity, `1234567812345678`, as the standard has it and AWS
/// does; a digest is taken as it comes.
enum SM2 {
    private static let identity = Array("1234567812345678".utf8)

    static func sign(_ message: UnsafeRawBufferPointer, _ form: MessageForm, _ key: EVPKey) -> [UInt8]? {
        var count = Int(EVP_PKEY_get_size(key.pointer))
        let signature = [UInt8](unsafeUninitializedCapacity: count) { output, written in
            let isMade: Bool
            switch form {
            case .digest:
                let operation = KeyOperation(key)
                isMade =
                    message.count == DigestAlgorithm.sm3.count && EVP_PKEY_sign_init(operation.context) == 1
                    && EVP_PKEY_sign(operation.context, output.baseAddress, &count, message.octets, message.count) == 1
            case .raw:
                isMade = withDigest(key) { digest in
                    EVP_DigestSignInit(digest, nil, DigestAlgorithm.sm3.handle, nil, key.pointer) == 1
                        && EVP_DigestSign(
                            digest, output.baseAddress, &count, message.bindMemory(to: UInt8.self).baseAddress,
                            message.count) == 1
                }
            }
            written = isMade ? count : 0
        }
        return signature.isEmpty ? nil : signature
    }

    static func isValid(
        _ signature: [UInt8], of message: UnsafeRawBufferPointer, _ form: MessageForm, _ key: EVPKey
    ) -> Bool {
        switch form {
        case .digest:
            let operation = KeyOperation(key)
            return message.count == DigestAlgorithm.sm3.count && EVP_PKEY_verify_init(operation.context) == 1
                && EVP_PKEY_verify(operation.context, signature, signature.count, message.octets, message.count) == 1
        case .raw:
            return withDigest(key) { digest in
                EVP_DigestVerifyInit(digest, nil, DigestAlgorithm.sm3.handle, nil, key.pointer) == 1
                    && EVP_DigestVerify(
                        digest, signature, signature.count, message.bindMemory(to: UInt8.self).baseAddress,
                        message.count) == 1
            }
        }
    }

    /// ECDH: the x coordinate of the shared point. libcrypto's EVP functions derive with keys of other curves alone.
    static func agree(_ key: EVPKey, with other: EVPKey) -> SharedSecret? {
        guard let group = EC_GROUP_new_by_curve_name(NID_sm2), let context = BN_CTX_secure_new(),
            let theirs = EC_POINT_new(group), let shared = EC_POINT_new(group), let x = BN_secure_new()
        else { CryptoLibrary.failed("SM2") }
        var scalar = BN_secure_new()
        defer {
            BN_clear_free(scalar)
            BN_clear_free(x)
            EC_POINT_clear_free(shared)
            EC_POINT_free(theirs)
            BN_CTX_free(context)
            EC_GROUP_free(group)
            ERR_clear_error()
        }
        var encoded = [UInt8](repeating: 0, count: 2 * coordinateCount + 1)
        var count = 0
        guard
            EVP_PKEY_get_octet_string_param(
                other.pointer, OSSL_PKEY_PARAM_PUB_KEY, &encoded, encoded.count, &count) == 1,
            EC_POINT_oct2point(group, theirs, encoded, count, context) == 1,
            EVP_PKEY_get_bn_param(key.pointer, OSSL_PKEY_PARAM_PRIV_KEY, &scalar) == 1,
            EC_POINT_mul(group, shared, nil, theirs, scalar, context) == 1,
            EC_POINT_get_affine_coordinates(group, shared, x, nil, context) == 1
        else { return nil }
        return SharedSecret(
            SecretBytes(count: coordinateCount) { output in
                guard BN_bn2binpad(x, output.octets, Int32(coordinateCount)) == Int32(coordinateCount)
                else { CryptoLibrary.failed("SM2") }
            })
    }

    private static let coordinateCount = 32

    private static func withDigest(_ key: EVPKey, _ body: (OpaquePointer) -> Bool) -> Bool {
        guard let digest = EVP_MD_CTX_new() else { CryptoLibrary.failed("SM2") }
        let operation = KeyOperation(key)
        defer {
            EVP_MD_CTX_free(digest)
            ERR_clear_error()
        }
        guard EVP_PKEY_CTX_set1_id(operation.context, identity, Int32(identity.count)) == 1 else { return false }
        EVP_MD_CTX_set_pkey_ctx(digest, operation.context)
        return body(digest)
    }
}
