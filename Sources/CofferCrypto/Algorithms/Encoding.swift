// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
    /// Big-endian.
    mutating func append(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }

    /// The text's length in bytes as 32 bits, big-endian, and its UTF-8: joined texts can't be read two ways.
    mutating func append(lengthPrefixed text: String) {
        let utf8 = text.utf8
        append(UInt32(utf8.count))
        append(contentsOf: utf8)
    }
}

/// Base32 with the alphabet of RFC 4648 §6, without padding.
enum Base32 {
    /// The first `characters` of the encoding: 5 bits each.
    static func text(_ bytes: UnsafeRawBufferPointer, characters: Int, lowercase: Bool = false) -> String {
        precondition(characters * 5 <= bytes.count * 8, "5 bits a character")
        let letters: UInt8 = lowercase ? 0x61 : 0x41
        return String(unsafeUninitializedCapacity: characters) { out in
            for index in 0..<characters {
                let bit = index * 5
                let high = UInt16(bytes[bit / 8]) << 8
                let low = bit / 8 + 1 < bytes.count ? UInt16(bytes[bit / 8 + 1]) : 0
                let digit = UInt8((high | low) >> (11 - bit % 8) & 31)
                out[index] = digit < 26 ? letters + digit : 0x32 + digit - 26
            }
            return characters
        }
    }
}

// C functions that take no null pointer. Locked memory always has an address, also where it is of length 0.
extension UnsafeRawBufferPointer {
    var octets: UnsafePointer<UInt8> {
        guard let start = bindMemory(to: UInt8.self).baseAddress else { preconditionFailure("no memory there") }
        return start
    }

    var characters: UnsafePointer<CChar> {
        guard let start = bindMemory(to: CChar.self).baseAddress else { preconditionFailure("no memory there") }
        return start
    }
}

extension UnsafeMutableRawBufferPointer {
    var octets: UnsafeMutablePointer<UInt8> {
        guard let start = bindMemory(to: UInt8.self).baseAddress else { preconditionFailure("no memory there") }
        return start
    }

    var characters: UnsafeMutablePointer<CChar> {
        guard let start = bindMemory(to: CChar.self).baseAddress else { preconditionFailure("no memory there") }
        return start
    }
}
