// SPDX-License-Identifier: Apache-2.0

/// Why a text is not the JSON we take, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Reason: Sendable, Equatable {
        case unexpected, unterminated, badEscape, badNumber, badUTF8, controlCharacter, trailing
        case tooDeep(limit: Int), tooManyValues(limit: Int), duplicateName
    }
    public let reason: Reason
    /// Bytes before the place.
    public let offset: Int
    /// 1-based line and column (in bytes) of the place.
    public let line: Int, column: Int

    /// Never quotes the text: it may hold a secret.
    public var description: String {
        let what =
            switch reason {
            case .unexpected: "unexpected character"
            case .unterminated: "the text ends too early"
            case .badEscape: "invalid escape in a string"
            case .badNumber: "invalid number"
            case .badUTF8: "invalid UTF-8"
            case .controlCharacter: "control character in a string"
            case .trailing: "text after the end of the document"
            case .tooDeep(let limit): "nested deeper than \(limit) levels"
            case .tooManyValues(let limit): "more than \(limit) values"
            case .duplicateName: "a name occurs twice in one object"
            }
        return "\(what) at line \(line), column \(column)"
    }
}

/// What a document may be before it is refused. Checked while reading, so a hostile text costs no more than its limit.
public struct JSONLimits: Sendable {
    public var depth: Int
    public var values: Int

    public init(depth: Int = 64, values: Int = 100_000) {
        self.depth = depth
        self.values = values
    }
}

extension JSONValue {
    /// Reads a whole document strictly: UTF-8, unique names, nothing after the end.
    public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
        var failure: JSONError?
        let value = bytes.withUnsafeBufferPointer { buffer -> JSONValue? in
            var parser = JSONParser(text: buffer, limits: limits)
            do throws(JSONError) { return try parser.document() } catch {
                failure = error
                return nil
            }
        }
        if let failure { throw failure }
        self = value ?? .null
    }

    public init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }
}

/// Our own parser because Foundation's neither refuses duplicate names (policies need that), nor gives places, nor
/// bounds depth by our measure: see docs/decisions/0003.
private struct JSONParser {
    let text: UnsafeBufferPointer<UInt8>
    let limits: JSONLimits
    var at = 0
    var values = 0

    init(text: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
        self.text = text
        self.limits = limits
    }

    mutating func document() throws(JSONError) -> JSONValue {
        let value = try self.value(depth: 0)
        skipSpace()
        guard at == text.count else { throw error(.trailing) }
        return value
    }

    private func error(_ reason: JSONError.Reason, at place: Int? = nil) -> JSONError {
        let offset = min(place ?? at, text.count)
        var line = 1
        var lineStart = 0
        for index in 0..<offset where text[index] == 0x0a {
            line += 1
            lineStart = index + 1
        }
        return JSONError(reason: reason, offset: offset, line: line, column: offset - lineStart + 1)
    }

    private mutating func skipSpace() {
        while at < text.count, text[at] == 0x20 || text[at] == 0x0a || text[at] == 0x0d || text[at] == 0x09 { at += 1 }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        skipSpace()
        guard at < text.count else { throw error(.unterminated) }
        guard depth <= limits.depth else { throw error(.tooDeep(limit: limits.depth)) }
        values += 1
        guard values <= limits.values else { throw error(.tooManyValues(limit: limits.values)) }
        switch text[at] {
        case 0x7b: return .object(try object(depth: depth))
        case 0x5b: return .array(try array(depth: depth))
        case 0x22: return .string(try string())
        case 0x74: return try literal("true", .bool(true))
        case 0x66: return try literal("false", .bool(false))
        case 0x6e: return try literal("null", .null)
        case 0x2d, 0x30...0x39: return try number()
        default: throw error(.unexpected)
        }
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let count = word.utf8CodeUnitCount
        guard at + count <= text.count else { throw error(.unterminated) }
        for index in 0..<count where text[at + index] != word.utf8Start[index] { throw error(.unexpected) }
        at += count
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        at += 1
        var members: [(name: String, value: JSONValue)] = []
        var names: Set<String> = []
        skipSpace()
        if at < text.count, text[at] == 0x7d {
            at += 1
            return JSONObject()
        }
        while true {
            skipSpace()
            guard at < text.count else { throw error(.unterminated) }
            guard text[at] == 0x22 else { throw error(.unexpected) }
            let place = at
            let name = try string()
            // A short object is searched; a long one keeps a set, so that names cost no more than their number.
            if members.count < 8 {
                guard !members.contains(where: { $0.name == name }) else { throw error(.duplicateName, at: place) }
            } else {
                if names.isEmpty { names = Set(members.map(\.name)) }
                guard names.insert(name).inserted else { throw error(.duplicateName, at: place) }
            }
            skipSpace()
            guard at < text.count else { throw error(.unterminated) }
            guard text[at] == 0x3a else { throw error(.unexpected) }
            at += 1
            members.append((name, try value(depth: depth + 1)))
            skipSpace()
            guard at < text.count else { throw error(.unterminated) }
            at += 1
            switch text[at - 1] {
            case 0x2c: continue
            case 0x7d: return JSONObject(members)
            default: throw error(.unexpected, at: at - 1)
            }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        at += 1
        var elements: [JSONValue] = []
        skipSpace()
        if at < text.count, text[at] == 0x5d {
            at += 1
            return elements
        }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            guard at < text.count else { throw error(.unterminated) }
            at += 1
            switch text[at - 1] {
            case 0x2c: continue
            case 0x5d: return elements
            default: throw error(.unexpected, at: at - 1)
            }
        }
    }

    private mutating func string() throws(JSONError) -> String {
        let open = at
        at += 1
        let start = at
        while at < text.count, text[at] != 0x22, text[at] != 0x5c {
            guard text[at] >= 0x20 else { throw error(.controlCharacter) }
            at += 1
        }
        guard at < text.count else { throw error(.unterminated, at: open) }
        if text[at] == 0x22 {
            let slice = UnsafeBufferPointer(rebasing: text[start..<at])
            at += 1
            guard let plain = String(validating: slice, as: UTF8.self) else { throw error(.badUTF8, at: open) }
            return plain
        }
        var bytes = Array(text[start..<at])
        while true {
            guard at < text.count else { throw error(.unterminated, at: open) }
            let byte = text[at]
            if byte == 0x22 {
                at += 1
                break
            }
            if byte == 0x5c {
                try escape(into: &bytes)
            } else {
                guard byte >= 0x20 else { throw error(.controlCharacter) }
                bytes.append(byte)
                at += 1
            }
        }
        guard let unescaped = String(validating: bytes, as: UTF8.self) else { throw error(.badUTF8, at: open) }
        return unescaped
    }

    private mutating func escape(into bytes: inout [UInt8]) throws(JSONError) {
        guard at + 1 < text.count else { throw error(.unterminated) }
        let letter = text[at + 1]
        switch letter {
        case 0x22, 0x5c, 0x2f: bytes.append(letter)
        case 0x62: bytes.append(0x08)
        case 0x66: bytes.append(0x0c)
        case 0x6e: bytes.append(0x0a)
        case 0x72: bytes.append(0x0d)
        case 0x74: bytes.append(0x09)
        case 0x75:
            var scalar = try hex4(at + 2)
            if (0xd800..<0xdc00).contains(scalar) {
                guard at + 7 < text.count, text[at + 6] == 0x5c, text[at + 7] == 0x75 else { throw error(.badEscape) }
                let low = try hex4(at + 8)
                guard (0xdc00..<0xe000).contains(low) else { throw error(.badEscape) }
                scalar = 0x10000 + (scalar - 0xd800) << 10 + (low - 0xdc00)
                at += 6
            }
            guard let unicode = Unicode.Scalar(scalar) else { throw error(.badEscape) }
            bytes.append(contentsOf: Array(String(Character(unicode)).utf8))
            at += 4
        default: throw error(.badEscape)
        }
        at += 2
    }

    private func hex4(_ start: Int) throws(JSONError) -> UInt32 {
        guard start + 4 <= text.count else { throw error(.unterminated) }
        var value: UInt32 = 0
        for digit in text[start..<start + 4] {
            switch digit {
            case 0x30...0x39: value = value << 4 | UInt32(digit - 0x30)
            case 0x61...0x66: value = value << 4 | UInt32(digit - 0x61 + 10)
            case 0x41...0x46: value = value << 4 | UInt32(digit - 0x41 + 10)
            default: throw error(.badEscape)
            }
        }
        return value
    }

    private mutating func digits() throws(JSONError) {
        let start = at
        while at < text.count, (0x30...0x39).contains(text[at]) { at += 1 }
        guard at > start else { throw error(.badNumber) }
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = at
        var isInteger = true
        if text[at] == 0x2d { at += 1 }
        if at < text.count, text[at] == 0x30 {
            at += 1
            if at < text.count, (0x30...0x39).contains(text[at]) { throw error(.badNumber) }
        } else {
            try digits()
        }
        if at < text.count, text[at] == 0x2e {
            isInteger = false
            at += 1
            try digits()
        }
        if at < text.count, text[at] == 0x65 || text[at] == 0x45 {
            isInteger = false
            at += 1
            if at < text.count, text[at] == 0x2b || text[at] == 0x2d { at += 1 }
            try digits()
        }
        guard at - start <= 64 else { throw error(.badNumber, at: start) }
        let digits = String(decoding: text[start..<at], as: UTF8.self)
        if isInteger, let integer = Int64(digits) { return .integer(integer) }
        guard let double = Double(digits), double.isFinite else { throw error(.badNumber, at: start) }
        return .double(double)
    }
}
