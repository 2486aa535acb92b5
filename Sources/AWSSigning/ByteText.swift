// SPDX-License-Identifier: Apache-2.0

/// Letters, digits, `-`, `.`, `_` and `~`: the bytes that RFC 3986 leaves unencoded.
func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5a, 0x61...0x7a, 0x30...0x39, 0x2d, 0x2e, 0x5f, 0x7e: true
    default: false
    }
}

func hexValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    case 0x41...0x46: digit - 0x41 + 10
    default: nil
    }
}

func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }

private func hexDigit(_ value: UInt8, _ letters: UInt8) -> UInt8 { value < 10 ? 0x30 + value : letters - 10 + value }

extension [UInt8] {
    mutating func append(text: String) { append(contentsOf: text.utf8) }

    /// Lower-case hexadecimal, as digests and signatures are written.
    mutating func append(hex bytes: some Sequence<UInt8>) {
        for byte in bytes {
            append(hexDigit(byte >> 4, 0x61))
            append(hexDigit(byte & 15, 0x61))
        }
    }

    /// `%XX` for all but unreserved bytes, and `/` where the text is a path.
    mutating func append(percentEncoding bytes: some Sequence<UInt8>, keepingSlash: Bool = false) {
        for byte in bytes {
            if isUnreserved(byte) || (keepingSlash && byte == 0x2f) {
                append(byte)
            } else {
                append(0x25)
                append(hexDigit(byte >> 4, 0x41))
                append(hexDigit(byte & 15, 0x41))
            }
        }
    }
}

/// The bytes that a percent-encoded text stands for; nil where an escape is broken.
func percentDecoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
        switch byte {
        case 0x25:
            guard let high = rest.next().flatMap(hexValue), let low = rest.next().flatMap(hexValue) else { return nil }
            out.append(high << 4 | low)
        case 0x2b where plusIsSpace: out.append(0x20)
        default: out.append(byte)
        }
    }
    return out
}
