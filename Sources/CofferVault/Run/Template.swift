// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import Glibc

/// A text with references in it, such as a configuration file, that is to be filled in.
///
/// A reference stands by itself, and ends where a byte comes that can't be in one; or in double braces,
/// `{{ coffer://vault/openai/bot }}`, which go away with it.
public struct Template: Sendable {
    /// The largest that is read, in bytes.
    public static let longest = 16 << 20

    private struct Place {
        let range: Range<Int>
        let reference: Reference
    }

    private let text: SharedSecret
    private let places: [Place]

    /// Finds the references. Throws for what means to be one and is none, and says on which line.
    public init(_ text: SharedSecret) throws(TemplateError) {
        self.text = text
        let found: Result<[Place], TemplateError> = text.withUnsafeBytes { bytes in
            Result { () throws(TemplateError) in try Self.places(in: bytes) }
        }
        places = try found.get()
    }

    public var references: Set<Reference> { Set(places.map(\.reference)) }

    /// The text with the values in the references' places.
    public func filled(with values: [Reference: SharedSecret]) throws(TemplateError) -> SharedSecret {
        let taken = places.map { values[$0.reference] }
        guard !taken.contains(where: { $0 == nil }) else { throw TemplateError(line: 0, reason: "a value is missing") }
        let removed = places.reduce(0) { $0 + $1.range.count }
        let count = text.count - removed + taken.reduce(0) { $0 + ($1?.count ?? 0) }
        return text.withUnsafeBytes { source in
            SharedSecret(
                SecretBytes(count: count) { target in
                    var (from, to) = (0, 0)
                    func copy(_ bytes: UnsafeRawBufferPointer) {
                        UnsafeMutableRawBufferPointer(rebasing: target[to...]).copyMemory(from: bytes)
                        to += bytes.count
                    }
                    for (place, value) in zip(places, taken) {
                        copy(UnsafeRawBufferPointer(rebasing: source[from..<place.range.lowerBound]))
                        value?.withUnsafeBytes { copy($0) }
                        from = place.range.upperBound
                    }
                    copy(UnsafeRawBufferPointer(rebasing: source[from...]))
                })
        }
    }

    private static func places(in bytes: UnsafeRawBufferPointer) throws(TemplateError) -> [Place] {
        let scheme = Array(Reference.scheme.utf8)
        var places: [Place] = []
        var line = 1
        var at = 0
        while at < bytes.count {
            if bytes[at] == 0x0a { line += 1 }
            guard bytes[at] == scheme[0], at + scheme.count <= bytes.count,
                bytes[at..<at + scheme.count].elementsEqual(scheme), at == 0 || !bytes[at - 1].isWord
            else {
                at += 1
                continue
            }
            var end = at + scheme.count
            while end < bytes.count, bytes[end].isWord || "/+=.@-".utf8.contains(bytes[end]) { end += 1 }
            let reference: Reference
            do { reference = try Reference(parsing: String(decoding: bytes[at..<end], as: UTF8.self)) } catch {
                throw TemplateError(line: line, reason: error.description)
            }
            places.append(Place(range: braces(around: at..<end, in: bytes) ?? at..<end, reference: reference))
            at = max(end, places.last?.range.upperBound ?? end)
        }
        return places
    }

    /// The reference with its braces; nil where it has none.
    private static func braces(around range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, bytes[start - 1].isBlank { start -= 1 }
        while end < bytes.count, bytes[end].isBlank { end += 1 }
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        guard start >= 2, bytes[start - 1] == open, bytes[start - 2] == open, end + 2 <= bytes.count, bytes[end] == close,
            bytes[end + 1] == close
        else { return nil }
        return start - 2..<end + 2
    }

    /// Writes a text whole, readable for this user alone. Throws with the system's reason; what was there stays then.
    public static func write(_ text: SharedSecret, to path: String) throws(TemplateError) {
        let failure: SystemError? = text.withUnsafeBytes { bytes in
            do throws(SystemError) {
                try WholeFile.write(bytes, to: path, mode: 0o600)
                return nil
            } catch { return error }
        }
        if let failure { throw TemplateError(line: 0, reason: "can't write \(path): \(failure)") }
    }
}

/// What is wrong with a template, and on which line (0: nowhere in particular).
public struct TemplateError: Error, Sendable, Equatable, CustomStringConvertible {
    public let line: Int
    public let reason: String

    public var description: String { line > 0 ? "line \(line): \(reason)" : reason }
}
