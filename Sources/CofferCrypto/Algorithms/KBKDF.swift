internal import COpenSSL
internal import CSodium
// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import Synchronization

/// The key derivation function of NIST SP 800-108r1, counter mode, with HMAC-SHA256, through libcrypto.
///
/// A 32-bit counter stands before the fixed input `label ‖ 0x00 ‖ context ‖ L`, where L is the number of bits derived
/// as 32 bits, big-endian. Labels hold no zero byte, so no two pairs of label and context give the same input.
public enum KBKDF {
    /// Derives `count` bytes into locked memory.
    public static func derive(key: SharedSecret, label: String, context: [UInt8] = [], count: Int) -> SecretBytes {
        key.withUnsafeBytes { derive(key: $0, label: label, context: context, count: count) }
    }

    public static func derive(
        key: UnsafeRawBufferPointer, label: String, context: [UInt8] = [], count: Int
    ) -> SecretBytes {
        SecretBytes(count: count) { output in
            context.withUnsafeBytes { derive(key: key, label: label, context: $0, into: output) }
        }
    }

    /// Fills `output`. The key and the label must not be empty, nor `output`.
    public static func derive(
        key: UnsafeRawBufferPointer, label: String, context: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) {
        precondition(
            !key.isEmpty && !label.isEmpty && !output.isEmpty, "a derivation needs a key, a label and an output")
        var label = label
        label.withUTF8 { label in
            assert(!label.contains(0), "a label holds no zero byte")
            let label = UnsafeRawBufferPointer(label)
            // libcrypto takes an empty context to mean "as before", so that one gets a derivation of its own.
            guard !context.isEmpty else {
                return Derivation(hasFixedInputOnly: false).run(key, label, context, into: output)
            }
            DerivationPool.shared.withDerivation { $0.run(key, label, context, into: output) }
        }
    }

    /// With the fixed input as a whole, as NIST's vectors give it.
    static func derive(key: [UInt8], fixedInput: [UInt8], count: Int) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: count)
        key.withUnsafeBytes { key in
            fixedInput.withUnsafeBytes { input in
                output.withUnsafeMutableBytes {
                    Derivation(hasFixedInputOnly: true)
                        .run(key, UnsafeRawBufferPointer(start: nil, count: 0), input, into: $0)
                }
            }
        }
        return output
    }
}

/// One EVP_KDF_CTX, set up for counter mode with HMAC-SHA256. Setting up costs more than deriving.
private final class Derivation: @unchecked Sendable {
    // SAFETY: used by one thread at a time: its maker, or the one that took it from the pool.
    private let context: OpaquePointer

    init(hasFixedInputOnly: Bool) {
        guard let context = EVP_KDF_CTX_new(CryptoLibrary.shared.kbkdf) else { CryptoLibrary.failed("KBKDF") }
        self.context = context
        var flag: Int32 = hasFixedInputOnly ? 0 : 1
        let ok = withUnsafeMutablePointer(to: &flag) { flag in
            let parameters = [
                Self.text("mode", "COUNTER"), Self.text("mac", "HMAC"), Self.text("digest", "SHA256"),
                OSSL_PARAM_construct_int(("use-l" as StaticString).characters, flag),
                OSSL_PARAM_construct_int(("use-separator" as StaticString).characters, flag),
                OSSL_PARAM_construct_end(),
            ]
            return EVP_KDF_CTX_set_params(context, parameters)
        }
        guard ok == 1 else { CryptoLibrary.failed("KBKDF parameters") }
    }

    deinit { EVP_KDF_CTX_free(context) }

    /// Derives, then puts a key of zeros in the real one's place: libcrypto wipes what it replaces.
    func run(
        _ key: UnsafeRawBufferPointer, _ label: UnsafeRawBufferPointer, _ info: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) {
        let ok = withUnsafeTemporaryAllocation(of: OSSL_PARAM.self, capacity: 4) { parameters in
            parameters.initializeElement(at: 0, to: Self.octets("key", key))
            parameters.initializeElement(at: 1, to: Self.octets("salt", label))
            parameters.initializeElement(at: 2, to: Self.octets("info", info))
            parameters.initializeElement(at: 3, to: OSSL_PARAM_construct_end())
            return EVP_KDF_derive(
                context, output.bindMemory(to: UInt8.self).baseAddress, output.count, parameters.baseAddress)
        }
        guard ok == 1 else {
            if let start = output.baseAddress { sodium_memzero(start, output.count) }
            CryptoLibrary.failed("KBKDF")
        }
        let wiped = withUnsafeTemporaryAllocation(byteCount: 32, alignment: 16) { zeros in
            zeros.initializeMemory(as: UInt8.self, repeating: 0)
            return withUnsafeTemporaryAllocation(of: OSSL_PARAM.self, capacity: 2) { parameters in
                parameters.initializeElement(
                    at: 0, to: Self.octets("key", UnsafeRawBufferPointer(zeros)))
                parameters.initializeElement(at: 1, to: OSSL_PARAM_construct_end())
                return EVP_KDF_CTX_set_params(context, parameters.baseAddress)
            }
        }
        guard wiped == 1 else { CryptoLibrary.failed("wiping a key") }
    }

    // The names are those of OSSL_KDF_PARAM_… in `core_names.h`.
    private static func octets(_ parameter: StaticString, _ bytes: UnsafeRawBufferPointer) -> OSSL_PARAM {
        // The value is only read, though C's type doesn't say so.
        OSSL_PARAM_construct_octet_string(
            parameter.characters, UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }

    private static func text(_ parameter: StaticString, _ value: StaticString) -> OSSL_PARAM {
        OSSL_PARAM_construct_utf8_string(parameter.characters, UnsafeMutablePointer(mutating: value.characters), 0)
    }
}

/// Derivations that are set up and hold no key.
private final class DerivationPool: Sendable {
    static let shared = DerivationPool()

    private let idle = Mutex<[Derivation]>([])

    func withDerivation(_ body: (Derivation) -> Void) {
        let derivation = idle.withLock { $0.popLast() } ?? Derivation(hasFixedInputOnly: false)
        body(derivation)
        // More than threads at once there can't be; sixteen is enough for those of one machine.
        idle.withLock { if $0.count < 16 { $0.append(derivation) } }
    }
}
