// SPDX-License-Identifier: Apache-2.0

/// Appends XML to a byte buffer.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []

    init(reserving capacity: Int = 512) { bytes.reserveCapacity(capacity) }

    mutating func open(_ name: String) {
        bytes.append(0x3c)
        bytes += name.utf8
        bytes.append(0x3e)
    }

    mutating func open(_ name: String, namespace: String) {
        raw("<")
        bytes += name.utf8
        raw(" xmlns=\"")
        text(namespace)
        raw("\">")
    }

    mutating func close(_ name: String) {
        raw("</")
        bytes += name.utf8
        bytes.append(0x3e)
    }

    mutating func element(_ name: String, _ content: String) {
        open(name)
        text(content)
        close(name)
    }

    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func raw(_ ascii: [UInt8]) { bytes += ascii }

    mutating func text(_ content: String) {
        var content = content
        content.withUTF8 { text(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// Escapes what has a meaning. What XML 1.0 can't carry at all (most control characters, U+FFFE and U+FFFF)
    /// becomes U+FFFD.
    mutating func text(utf8: UnsafeRawBufferPointer) {
        for (index, byte) in utf8.enumerated() {
            switch byte {
            case 0x26: raw("&amp;")
            case 0x3c: raw("&lt;")
            case 0x3e: raw("&gt;")
            case 0x22: raw("&quot;")
            case 0x27: raw("&apos;")
            case 0x0d: raw("&#xD;")
            case 0x09, 0x0a: bytes.append(byte)
            case 0..<0x20: raw("\u{fffd}")
            case 0xbe, 0xbf:
                bytes.append(byte)
                if index >= 2, utf8[index - 1] == 0xbf, utf8[index - 2] == 0xef { bytes[bytes.count - 1] = 0xbd }
            default: bytes.append(byte)
            }
        }
    }
}
