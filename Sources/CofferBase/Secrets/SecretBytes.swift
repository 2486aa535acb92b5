// SPDX-License-Identifier: Apache-2.0
internal import CSodium

/// Plaintext of a secret or a key. INVARIANT 1: it exists only here and in the reply's buffer.
///
/// The bytes lie in locked memory that is left out of core dumps. They can't be copied by assignment, are wiped when
/// the value ends, and print as nothing.
public struct SecretBytes: ~Copyable, @unchecked Sendable {
    // SAFETY: the slot is written only while the value is made and has one owner, so later reads can't race.
    private let slot: UnsafeMutableRawPointer
    public let count: Int

    /// Makes `count` bytes, zeroed, and lets `fill` write them. Where `fill` throws, what it wrote is wiped.
    public init<Failure: Error>(
        count: Int, filling fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let slot = SecretArena.shared.take(count)
        do {
            try fill(UnsafeMutableRawBufferPointer(start: slot, count: count))
        } catch {
            SecretArena.shared.give(back: slot, count: count)
            throw error
        }
        self.slot = slot
        self.count = count
    }

    public init(copying bytes: UnsafeRawBufferPointer) {
        self.init(count: bytes.count) { $0.copyMemory(from: bytes) }
    }

    public init(copying bytes: [UInt8]) {
        self.init(count: bytes.count) { target in bytes.withUnsafeBytes { target.copyMemory(from: $0) } }
    }

    /// Copies, then wipes the source. A copy that somebody else holds of the same array stays: see to it that there
    /// is none.
    public init(moving bytes: inout [UInt8]) {
        self.init(copying: bytes)
        bytes.withUnsafeMutableBytes { if let base = $0.baseAddress { sodium_memzero(base, $0.count) } }
        bytes = []
    }

    public static func random(count: Int) -> SecretBytes {
        SecretBytes(count: count) { if let start = $0.baseAddress { randombytes_buf(start, $0.count) } }
    }

    deinit { SecretArena.shared.give(back: slot, count: count) }

    /// The bytes, for the length of the call. They must not be kept.
    public borrowing func withUnsafeBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: slot, count: count))
    }

    /// Compares in constant time; different lengths are unequal.
    public borrowing func isEqual(to other: borrowing SecretBytes) -> Bool {
        count == other.count && sodium_memcmp(slot, other.slot, count) == 0
    }
}

/// A secret with several holders: wiped when the last lets go.
public final class SharedSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let bytes: SecretBytes

    public init(_ bytes: consuming SecretBytes) { self.bytes = bytes }

    /// Copies the text's UTF-8. The text itself can't be wiped: let it end with the call that brought it.
    public convenience init(utf8 text: String) {
        let utf8 = text.utf8
        self.init(SecretBytes(count: utf8.count) { $0.copyBytes(from: utf8) })
    }

    public convenience init(copying bytes: [UInt8]) { self.init(SecretBytes(copying: bytes)) }

    public convenience init(copying bytes: UnsafeRawBufferPointer) { self.init(SecretBytes(copying: bytes)) }

    /// Copies, then wipes the source, as `SecretBytes.init(moving:)`.
    public convenience init(moving bytes: inout [UInt8]) { self.init(SecretBytes(moving: &bytes)) }

    public static func random(count: Int) -> SharedSecret { SharedSecret(.random(count: count)) }

    public var count: Int { bytes.count }

    public func withUnsafeBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withUnsafeBytes(body)
    }

    /// A `String` of the UTF-8, for the length of the call; nil where it is not UTF-8.
    public func withText<Result, Failure: Error>(
        _ body: (String) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let text = bytes.withUnsafeBytes({ String(validating: $0.bindMemory(to: UInt8.self), as: UTF8.self) })
        else { return nil }
        return try body(text)
    }

    public func isEqual(to other: SharedSecret) -> Bool { bytes.isEqual(to: other.bytes) }

    public var description: String { "«secret of \(count) bytes»" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Compares in constant time; different lengths are unequal.
public func constantTimeEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count && sodium_memcmp(a, b, a.count) == 0
}
