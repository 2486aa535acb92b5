// SPDX-License-Identifier: Apache-2.0

/// A set of byte values.
struct ByteClass: Sendable, Hashable {
    private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init() {}

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { insert(byte) }
    }

    func contains(_ byte: UInt8) -> Bool {
        let word =
            switch byte >> 6 {
            case 0: bits.0
            case 1: bits.1
            case 2: bits.2
            default: bits.3
            }
        return word >> UInt64(byte & 63) & 1 == 1
    }

    mutating func insert(_ byte: UInt8) {
        let bit = UInt64(1) << UInt64(byte & 63)
        switch byte >> 6 {
        case 0: bits.0 |= bit
        case 1: bits.1 |= bit
        case 2: bits.2 |= bit
        default: bits.3 |= bit
        }
    }

    /// How many byte values are in it.
    var count: Int {
        bits.0.nonzeroBitCount + bits.1.nonzeroBitCount + bits.2.nonzeroBitCount + bits.3.nonzeroBitCount
    }

    /// Calls `body` for each value in the set, the lowest first.
    func forEach(_ body: (UInt8) -> Void) {
        for (index, word) in [bits.0, bits.1, bits.2, bits.3].enumerated() {
            var rest = word
            while rest != 0 {
                body(UInt8(index * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }

    static func == (a: ByteClass, b: ByteClass) -> Bool { a.bits == b.bits }

    func hash(into hasher: inout Hasher) {
        hasher.combine(bits.0)
        hasher.combine(bits.1)
        hasher.combine(bits.2)
        hasher.combine(bits.3)
    }
}

/// ASCII questions about one byte, without Unicode tables.
extension UInt8 {
    var isLower: Bool { self >= 0x61 && self <= 0x7a }
    var isUpper: Bool { self >= 0x41 && self <= 0x5a }
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetter: Bool { (self | 0x20).isLower }
    var isAlphanumeric: Bool { isLetter || isDigit }
    /// A letter, a digit or an underscore.
    var isWord: Bool { isAlphanumeric || self == 0x5f }
    /// The lower-case form of an ASCII letter; every other byte as it is.
    var lowercased: UInt8 { isUpper ? self | 0x20 : self }
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    var isHexDigit: Bool { isDigit || ((self | 0x20) >= 0x61 && (self | 0x20) <= 0x66) }
}
