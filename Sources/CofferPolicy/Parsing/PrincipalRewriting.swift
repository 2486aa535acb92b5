// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

extension PolicyDocument {
    /// A policy's text with other names in its Principal and NotPrincipal elements, and every other byte as it was.
    ///
    /// - Parameters:
    ///   - json: a text that `parse` took.
    ///   - replace: the name to stand in another one's place; nil to leave it.
    public static func rewritingPrincipals(
        of json: String, _ replace: (String) throws -> String?
    ) rethrows -> String {
        let bytes = Array(json.utf8)
        var writer = JSONWriter(reserving: bytes.count)
        var copied = 0
        var walker = PrincipalWalker(bytes: bytes)
        while let place = walker.next() {
            guard let name = try? JSONValue(parsing: Array(bytes[place])).string, let other = try replace(name) else {
                continue
            }
            writer.raw(Array(bytes[copied..<place.lowerBound]))
            writer.string(other)
            copied = place.upperBound
        }
        if copied == 0 { return json }
        writer.raw(Array(bytes[copied...]))
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// Finds the strings that name principals, in JSON that is known to be well-formed.
private struct PrincipalWalker {
    private struct Container {
        let isObject: Bool
        /// A member's name is to come, not a value.
        var isAtName: Bool
    }

    private let bytes: [UInt8]
    private var at = 0
    private var containers: [Container] = []
    /// The depth of the statement whose Principal or NotPrincipal this is within; nil outside of them.
    private var element: Int?

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Where the next one's literal stands, with its quotes.
    mutating func next() -> Range<Int>? {
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x22 {
                let literal = string()
                if containers.last?.isAtName == true {
                    noteName(bytes[literal])
                } else if let depth = element {
                    if depth == containers.count { element = nil }
                    return literal
                }
                continue
            }
            at += 1
            switch byte {
            case 0x7b, 0x5b: containers.append(Container(isObject: byte == 0x7b, isAtName: byte == 0x7b))
            case 0x7d, 0x5d:
                _ = containers.popLast()
                if element == containers.count { element = nil }
            case 0x3a, 0x2c:
                if let last = containers.indices.last { containers[last].isAtName = byte == 0x2c && containers[last].isObject }
            default: break
            }
        }
        return nil
    }

    /// Statements are two levels deep, or three in a list.
    private mutating func noteName(_ literal: ArraySlice<UInt8>) {
        // Decoded: JSON has more than one way to write a letter.
        guard element == nil, (2...3).contains(containers.count), let name = (try? JSONValue(parsing: Array(literal)))?.string,
            name == "Principal" || name == "NotPrincipal"
        else { return }
        element = containers.count
    }

    /// Passes over a string.
    private mutating func string() -> Range<Int> {
        let start = at
        at += 1
        while at < bytes.count, bytes[at] != 0x22 { at += bytes[at] == 0x5c ? 2 : 1 }
        at = min(at + 1, bytes.count)
        return start..<at
    }
}
