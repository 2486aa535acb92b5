// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// `application/x-www-form-urlencoded`.
enum FormEncoding {
    /// Decodes `+` and `%XX`. Nil where an escape is broken or the result is not UTF-8.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.contains(where: { $0 == 0x25 || $0 == 0x2b }) else {
            return String(validating: bytes, as: UTF8.self)
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            switch bytes[at] {
            case 0x2b: decoded.append(0x20)
            case 0x25:
                guard at + 2 < bytes.endIndex, let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2]) else {
                    return nil
                }
                decoded.append(high << 4 | low)
                at += 2
            default: decoded.append(bytes[at])
            }
            at += 1
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// Appends, with everything but `A-Z a-z 0-9 - _ . ~` escaped.
    static func append(_ bytes: some Sequence<UInt8>, to text: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: text.append(byte)
            default:
                text.append(0x25)
                text.append(hex(byte >> 4))
                text.append(hex(byte & 15))
            }
        }
    }

    private static func hex(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }
}
