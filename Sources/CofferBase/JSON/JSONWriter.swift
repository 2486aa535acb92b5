// SPDX-License-Identifier: Apache-2.0

/// Appends JSON text to a byte buffer.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init(reserving capacity: Int = 512) { bytes.reserveCapacity(capacity) }

    /// Appends bytes that already are JSON.
    public mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    public mutating func raw(_ json: [UInt8]) { bytes.append(contentsOf: json) }
    public mutating func byte(_ value: UInt8) { bytes.append(value) }

    /// A quoted, escaped string.
    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// A quoted, escaped string from UTF-8, for a secret that must not become a `String`.
    public mutating func string(utf8: UnsafeRawBufferPointer) {
        bytes.append(0x22)
        var start = 0
        for index in 0..<utf8.count where utf8[index] < 0x20 || utf8[index] == 0x22 || utf8[index] == 0x5c {
            bytes.append(contentsOf: utf8[start..<index])
            escape(utf8[index])
            start = index + 1
        }
        bytes.append(contentsOf: utf8[start...])
        bytes.append(0x22)
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(0x5c)
        switch byte {
        case 0x22, 0x5c: bytes.append(byte)
        case 0x08: bytes.append(0x62)
        case 0x0c: bytes.append(0x66)
        case 0x0a: bytes.append(0x6e)
        case 0x0d: bytes.append(0x72)
        case 0x09: bytes.append(0x74)
        default:
            raw("u00")
            bytes.append(Hex.digit(byte >> 4))
            bytes.append(Hex.digit(byte & 15))
        }
    }

    public mutating func integer(_ value: Int64) { bytes.append(contentsOf: String(value).utf8) }

    /// The shortest text that reads back as the same number; a non-finite one, which JSON lacks, as null.
    public mutating func double(_ value: Double) {
        guard value.isFinite else { return raw("null") }
        let text = value.description
        // "-0" would read back as the integer 0.
        bytes.append(contentsOf: (text.hasSuffix(".0") && text != "-0.0" ? String(text.dropLast(2)) : text).utf8)
    }

    public mutating func bool(_ value: Bool) { value ? raw("true") : raw("false") }

    public mutating func value(_ value: JSONValue, indent: Int? = nil) { write(value, indent, 0) }

    private mutating func write(_ value: JSONValue, _ indent: Int?, _ level: Int) {
        switch value {
        case .null: raw("null")
        case .bool(let flag): bool(flag)
        case .integer(let number): integer(number)
        case .double(let number): double(number)
        case .string(let text): string(text)
        case .array(let elements):
            bytes.append(0x5b)
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(0x2c) }
                newline(indent, level + 1)
                write(element, indent, level + 1)
            }
            if !elements.isEmpty { newline(indent, level) }
            bytes.append(0x5d)
        case .object(let object):
            bytes.append(0x7b)
            for (index, member) in object.members.enumerated() {
                if index > 0 { bytes.append(0x2c) }
                newline(indent, level + 1)
                string(member.name)
                bytes.append(0x3a)
                if indent != nil { bytes.append(0x20) }
                write(member.value, indent, level + 1)
            }
            if !object.isEmpty { newline(indent, level) }
            bytes.append(0x7d)
        }
    }

    private mutating func newline(_ indent: Int?, _ level: Int) {
        guard let indent else { return }
        bytes.append(0x0a)
        bytes.append(contentsOf: repeatElement(0x20, count: indent * level))
    }
}

extension JSONValue {
    /// One line of UTF-8, or with two spaces of indentation for people.
    public func encoded(pretty: Bool = false) -> [UInt8] {
        var writer = JSONWriter()
        writer.value(self, indent: pretty ? 2 : nil)
        return writer.bytes
    }

    public func text(pretty: Bool = false) -> String { String(decoding: encoded(pretty: pretty), as: UTF8.self) }
}
