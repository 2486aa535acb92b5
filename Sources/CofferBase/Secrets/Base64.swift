// SPDX-License-Identifier: Apache-2.0
internal import CSodium

/// Standard base64 (RFC 4648 §4, padded), through libsodium, whose codec runs in constant time.
public enum Base64 {
    public enum Alphabet: Sendable {
        case standard
        case urlSafeNoPadding

        var variant: Int32 {
            switch self {
            case .standard: Int32(sodium_base64_VARIANT_ORIGINAL)
            case .urlSafeNoPadding: Int32(sodium_base64_VARIANT_URLSAFE_NO_PADDING)
            }
        }
    }

    public static func encode(_ bytes: [UInt8], alphabet: Alphabet = .standard) -> String {
        String(decoding: bytes.withUnsafeBytes { encodedBytes($0, alphabet: alphabet) }, as: UTF8.self)
    }

    /// The ASCII bytes of the base64 text, for writing a secret into a reply without a `String` between.
    public static func encodedBytes(_ bytes: UnsafeRawBufferPointer, alphabet: Alphabet = .standard) -> [UInt8] {
        let capacity = sodium_base64_encoded_len(bytes.count, alphabet.variant)
        return [UInt8](unsafeUninitializedCapacity: capacity) { out, count in
            guard let target = out.baseAddress else { return }
            target.withMemoryRebound(to: CChar.self, capacity: capacity) { text in
                _ = sodium_bin2base64(
                    text, capacity, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, alphabet.variant)
            }
            count = capacity - 1
        }
    }

    /// Nil unless the text is strict, canonical base64.
    public static func decode(_ text: some StringProtocol, alphabet: Alphabet = .standard) -> [UInt8]? {
        var text = String(text)
        return text.withUTF8 { decode(UnsafeRawBufferPointer($0), alphabet: alphabet) }
    }

    public static func decode(_ text: UnsafeRawBufferPointer, alphabet: Alphabet = .standard) -> [UInt8]? {
        if text.isEmpty { return [] }
        // libsodium takes some bytes beyond ASCII for digits where the platform's `char` is signed.
        guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
        var valid = false
        let capacity = text.count / 4 * 3 + 3
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { out, count in
            guard let target = out.baseAddress else { return }
            var end: UnsafePointer<CChar>?
            let characters = text.bindMemory(to: CChar.self).baseAddress
            valid =
                sodium_base642bin(
                    target, capacity, characters, text.count, nil, &count, &end, alphabet.variant) == 0
                && end == characters?.advanced(by: text.count)
            if !valid { count = 0 }
        }
        return valid ? bytes : nil
    }
}
