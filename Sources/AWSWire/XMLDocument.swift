// SPDX-License-Identifier: Apache-2.0

/// Why a text is not the XML we take. Never quotes the text.
public struct XMLError: Error, Sendable, Equatable, CustomStringConvertible {
    public let reason: String
    /// Bytes before the place.
    public let offset: Int
    public var description: String { "\(reason) at byte \(offset)" }
}

/// One element: AWS's replies have either text or elements in one, and attributes that say nothing.
struct XMLElement: Sendable {
    let name: String
    var text: String = ""
    var children: [XMLElement] = []

    subscript(name: String) -> XMLElement? { children.first { $0.name == name } }

    /// Reads a document. Bounded in depth and number of elements; a DTD is refused, so no entity can be defined.
    static func parse(_ bytes: [UInt8]) throws(XMLError) -> XMLElement {
        var parser = XMLParser(text: bytes)
        return try parser.document()
    }
}

private struct XMLParser {
    private static let deepest = 64
    private static let mostElements = 100_000

    let text: [UInt8]
    var at = 0
    var elements = 0

    init(text: [UInt8]) { self.text = text }

    mutating func document() throws(XMLError) -> XMLElement {
        if text.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
        try skipMisc()
        let root = try element(depth: 0)
        try skipMisc()
        guard at == text.count else { throw error("text after the end of the document") }
        return root
    }

    private func error(_ reason: String) -> XMLError { XMLError(reason: reason, offset: min(at, text.count)) }

    private func looking(at word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard at + count <= text.count else { return false }
        for index in 0..<count where text[at + index] != word.utf8Start[index] { return false }
        return true
    }

    private mutating func skipSpace() {
        while at < text.count, Self.isSpace(text[at]) { at += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 }

    /// Space, comments and processing instructions.
    private mutating func skipMisc() throws(XMLError) {
        while true {
            skipSpace()
            if looking(at: "<?") {
                try skip(to: "?>")
            } else if looking(at: "<!--") {
                at += 4
                try skip(to: "-->")
            } else {
                return
            }
        }
    }

    private mutating func skip(to end: StaticString) throws(XMLError) {
        while !looking(at: end) {
            guard at < text.count else { throw error("the text ends too early") }
            at += 1
        }
        at += end.utf8CodeUnitCount
    }

    private mutating func name() throws(XMLError) -> String {
        let start = at
        while at < text.count {
            switch text[at] {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x3a, 0x5f, 0x80...:
                at += 1
                continue
            default: break
            }
            break
        }
        guard at > start, at - start <= 256, !(0x30...0x39).contains(text[start]), text[start] != 0x2d,
            text[start] != 0x2e,
            let name = String(validating: text[start..<at], as: UTF8.self)
        else { throw error("a name was expected") }
        return name
    }

    private mutating func element(depth: Int) throws(XMLError) -> XMLElement {
        guard depth < Self.deepest else { throw error("nested deeper than \(Self.deepest) levels") }
        elements += 1
        guard elements <= Self.mostElements else { throw error("more than \(Self.mostElements) elements") }
        guard at < text.count, text[at] == 0x3c else { throw error("an element was expected") }
        at += 1
        var element = XMLElement(name: try name())
        if try attributes() { return element }
        var content: [UInt8] = []
        while true {
            guard at < text.count else { throw error("the text ends too early") }
            if looking(at: "</") {
                at += 2
                guard try name() == element.name else { throw error("an end tag is of another element") }
                skipSpace()
                guard at < text.count, text[at] == 0x3e else { throw error("an end tag is not closed") }
                at += 1
                break
            } else if looking(at: "<![CDATA[") {
                at += 9
                let start = at
                try skip(to: "]]>")
                content += text[start..<at - 3]
            } else if looking(at: "<!--") || looking(at: "<?") {
                try skipMisc()
            } else if text[at] == 0x3c {
                element.children.append(try self.element(depth: depth + 1))
            } else {
                try character(into: &content)
            }
        }
        guard let text = String(validating: content, as: UTF8.self) else { throw error("invalid UTF-8") }
        element.text = text
        return element
    }

    /// Skips the attributes. True when the element ends here, as `<a/>`.
    private mutating func attributes() throws(XMLError) -> Bool {
        while true {
            let hadSpace = at < text.count && Self.isSpace(text[at])
            skipSpace()
            if looking(at: "/>") {
                at += 2
                return true
            }
            guard at < text.count else { throw error("the text ends too early") }
            if text[at] == 0x3e {
                at += 1
                return false
            }
            guard hadSpace else { throw error("a space was expected") }
            _ = try name()
            skipSpace()
            guard at < text.count, text[at] == 0x3d else { throw error("an attribute has no value") }
            at += 1
            skipSpace()
            guard at < text.count, text[at] == 0x22 || text[at] == 0x27 else {
                throw error("an attribute has no value")
            }
            let quote = text[at]
            at += 1
            while at < text.count, text[at] != quote {
                guard text[at] != 0x3c else { throw error("an attribute is not closed") }
                at += 1
            }
            guard at < text.count else { throw error("the text ends too early") }
            at += 1
        }
    }

    private mutating func character(into content: inout [UInt8]) throws(XMLError) {
        guard text[at] == 0x26 else {
            guard text[at] >= 0x20 || Self.isSpace(text[at]) else { throw error("a control character") }
            content.append(text[at])
            at += 1
            return
        }
        guard let end = text[at...].prefix(12).firstIndex(of: 0x3b) else { throw error("an entity is not closed") }
        let name = String(decoding: text[at + 1..<end], as: UTF8.self)
        switch name {
        case "amp": content.append(0x26)
        case "lt": content.append(0x3c)
        case "gt": content.append(0x3e)
        case "quot": content.append(0x22)
        case "apos": content.append(0x27)
        default:
            guard let scalar = Self.scalar(name) else { throw error("an unknown entity") }
            content += Array(String(Character(scalar)).utf8)
        }
        at = end + 1
    }

    /// `#13` or `#xD`.
    private static func scalar(_ name: String) -> Unicode.Scalar? {
        let isHex = name.hasPrefix("#x")
        guard isHex || name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst(isHex ? 2 : 1)
        guard !digits.isEmpty, digits.allSatisfy({ isHex ? $0.isHexDigit : ("0"..."9").contains($0) }) else {
            return nil
        }
        guard let value = UInt32(digits, radix: isHex ? 16 : 10), value != 0 else { return nil }
        return Unicode.Scalar(value)
    }
}
