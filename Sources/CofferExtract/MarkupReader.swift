// SPDX-License-Identifier: Apache-2.0

/// Cuts XML into tags and text as it comes in. It checks nothing: what is no XML gives odd text, never an error.
///
/// Entities that a document declares itself are left as they stand, so none can grow.
struct MarkupReader {
    enum Event: Equatable {
        /// The name without its prefix. Attributes are read when asked for.
        case start(String, Attributes, isEmpty: Bool)
        case end(String)
        case text([UInt8])
    }

    struct Attributes: Equatable {
        fileprivate let bytes: [UInt8]

        /// The value of the attribute of that name, whatever its prefix.
        func value(_ name: String) -> String? {
            let name = Array(name.utf8)
            var at = 0
            while at < bytes.count {
                while at < bytes.count, !MarkupReader.isName(bytes[at]) { at += 1 }
                let start = at
                while at < bytes.count, MarkupReader.isName(bytes[at]) { at += 1 }
                let found = MarkupReader.local(bytes[start..<at])
                while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x27 { at += 1 }
                guard at < bytes.count else { return nil }
                let quote = bytes[at]
                let from = at + 1
                at = from
                while at < bytes.count, bytes[at] != quote { at += 1 }
                if found.elementsEqual(name) {
                    return String(decoding: MarkupReader.decoded(bytes[from..<at]), as: UTF8.self)
                }
                at += 1
            }
            return nil
        }
    }

    /// Longer tags are cut.
    private static let longestTag = 64 * 1024

    private enum State { case text, tag, comment, data }
    private var state = State.text
    private var pending: [UInt8] = []

    /// Takes the next bytes and calls `body` for all that is complete.
    mutating func read<Failure: Error>(
        _ bytes: UnsafeRawBufferPointer, _ body: (Event) throws(Failure) -> Void
    ) throws(Failure) {
        for byte in bytes { try take(byte, body) }
        // Text is handed on as it comes; an entity that is cut waits for its end.
        if state == .text, !pending.isEmpty {
            let cut = pending.suffix(12).lastIndex(of: 0x26).map { $0 } ?? pending.count
            let isWhole = cut == pending.count || pending[cut...].contains(0x3b)
            let ready = isWhole ? pending.count : cut
            if ready > 0 {
                try body(.text(Self.decoded(pending[..<ready])))
                pending.removeFirst(ready)
            }
        }
    }

    private mutating func take<Failure: Error>(
        _ byte: UInt8, _ body: (Event) throws(Failure) -> Void
    ) throws(Failure) {
        switch state {
        case .text:
            guard byte == 0x3c else {
                pending.append(byte)
                return
            }
            if !pending.isEmpty { try body(.text(Self.decoded(pending[...]))) }
            pending.removeAll(keepingCapacity: true)
            state = .tag
        case .tag:
            if byte == 0x3e {
                state = .text
                try tag(body)
                pending.removeAll(keepingCapacity: true)
            } else if pending.count < Self.longestTag {
                pending.append(byte)
                if pending.count == 3, pending.elementsEqual("!--".utf8) { state = .comment }
                if pending.count == 8, pending.elementsEqual("![CDATA[".utf8) {
                    state = .data
                    pending.removeAll(keepingCapacity: true)
                }
            }
        case .comment:
            pending.append(byte)
            if pending.count > 64 { pending.removeFirst(pending.count - 3) }
            if byte == 0x3e, pending.suffix(3).elementsEqual("-->".utf8) {
                state = .text
                pending.removeAll(keepingCapacity: true)
            }
        case .data:
            pending.append(byte)
            if byte == 0x3e, pending.suffix(3).elementsEqual("]]>".utf8) {
                state = .text
                try body(.text(Array(pending.dropLast(3))))
                pending.removeAll(keepingCapacity: true)
            } else if pending.count > Self.longestTag {
                try body(.text(Array(pending.dropLast(3))))
                pending.removeFirst(pending.count - 3)
            }
        }
    }

    private func tag<Failure: Error>(_ body: (Event) throws(Failure) -> Void) throws(Failure) {
        guard let first = pending.first, first != 0x3f, first != 0x21 else { return }
        if first == 0x2f {
            let name = pending.dropFirst().prefix { Self.isName($0) }
            return try body(.end(String(decoding: Self.local(name), as: UTF8.self)))
        }
        let name = pending.prefix { Self.isName($0) }
        let isEmpty = pending.last == 0x2f
        try body(
            .start(
                String(decoding: Self.local(name), as: UTF8.self),
                Attributes(bytes: Array(pending[name.endIndex...].dropLast(isEmpty ? 1 : 0))), isEmpty: isEmpty))
    }

    fileprivate static func isName(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x2f && byte != 0x3d && byte != 0x22 && byte != 0x27
    }

    /// A name without its prefix.
    fileprivate static func local(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        name.lastIndex(of: 0x3a).map { name[($0 + 1)...] } ?? name
    }

    /// The text with the five entities of XML and character references replaced.
    fileprivate static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(0x26) else { return Array(text) }
        var out: [UInt8] = []
        var at = text.startIndex
        while at < text.endIndex {
            guard text[at] == 0x26, let end = text[at...].prefix(12).firstIndex(of: 0x3b),
                let replaced = entity(text[(at + 1)..<end])
            else {
                out.append(text[at])
                at += 1
                continue
            }
            out += replaced
            at = end + 1
        }
        return out
    }

    private static func entity(_ name: ArraySlice<UInt8>) -> [UInt8]? {
        switch String(decoding: name, as: UTF8.self) {
        case "lt": return [0x3c]
        case "gt": return [0x3e]
        case "amp": return [0x26]
        case "quot": return [0x22]
        case "apos": return [0x27]
        case let text where text.hasPrefix("#"):
            let digits = text.dropFirst()
            let number = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap { Unicode.Scalar($0) }.map { Array(String(Character($0)).utf8) }
        default: return nil
        }
    }
}
