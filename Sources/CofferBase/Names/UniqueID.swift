// SPDX-License-Identifier: Apache-2.0
internal import CSodium
internal import Synchronization

/// Random identifiers in the forms that AWS gives them. All draw from the operating system's generator.
public enum UniqueID {
    /// Random bytes.
    public static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            if let start = buffer.baseAddress { randombytes_buf(start, count) }
            initialized = count
        }
    }

    /// A version 4 UUID in lower case: 36 characters.
    public static func uuid() -> String {
        withUnsafeTemporaryAllocation(byteCount: 16, alignment: 16) { bytes in
            RandomStock.shared.fill(bytes)
            bytes[6] = (bytes[6] & 0x0f) | 0x40
            bytes[8] = (bytes[8] & 0x3f) | 0x80
            return text(of: UnsafeRawBufferPointer(bytes))
        }
    }

    /// The text form of a UUID's 16 bytes, as they are.
    public static func text(ofUUID bytes: [UInt8]) -> String {
        precondition(bytes.count == 16, "a UUID has 16 bytes")
        return bytes.withUnsafeBytes { text(of: $0) }
    }

    private static func text(of bytes: UnsafeRawBufferPointer) -> String {
        String(unsafeUninitializedCapacity: 36) { out in
            var at = 0
            for (index, byte) in bytes.enumerated() {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    out[at] = 0x2d
                    at += 1
                }
                out[at] = Hex.digit(byte >> 4)
                out[at + 1] = Hex.digit(byte & 15)
                at += 2
            }
            return at
        }
    }

    /// The 16 bytes of a UUID in its 36-character text form, or nil.
    public static func uuidBytes(_ text: some StringProtocol) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count == 36, [8, 13, 18, 23].allSatisfy({ characters[$0] == 0x2d }) else { return nil }
        return Hex.decode(String(decoding: characters.filter { $0 != 0x2d }, as: UTF8.self))
    }

    /// `count` characters drawn evenly from `alphabet` (ASCII).
    public static func text(_ count: Int, from alphabet: String) -> String {
        let letters = Array(alphabet.utf8)
        return String(
            decoding: (0..<count).map { _ in letters[Int(randombytes_uniform(UInt32(letters.count)))] }, as: UTF8.self)
    }

    /// An IAM unique id: a four-letter prefix (`AKIA`, `ASIA`, `AIDA`, `AROA` …) and 16 of A–Z and 2–7.
    ///
    /// Source: IAM User Guide, "IAM identifiers", unique identifiers.
    public static func iam(prefix: String) -> String { prefix + text(16, from: base32) }

    private static let base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

    /// An access key's id, with the account's number in it where AWS has it: whoever finds a key can tell whose it is.
    /// 40 of its bits are random.
    public static func accessKey(prefix: String, account: AccountID) -> String {
        var bytes = self.bytes(10)
        let number = (UInt64(account.description) ?? 0) << 7
        bytes[0] = (bytes[0] & 0x80) | UInt8(number >> 40 & 0x7f)
        for index in 1..<5 { bytes[index] = UInt8(number >> UInt64(40 - 8 * index) & 0xff) }
        bytes[5] = (bytes[5] & 0x7f) | UInt8(number & 0x80)
        let letters = Array(base32.utf8)
        var text: [UInt8] = []
        var (buffer, bits) = (UInt32(0), 0)
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                text.append(letters[Int(buffer >> UInt32(bits - 5) & 31)])
                bits -= 5
            }
        }
        return prefix + String(decoding: text, as: UTF8.self)
    }

    /// The account that an access key's id names; nil for a text that is no such id.
    public static func account(ofAccessKey id: String) -> AccountID? {
        let characters = Array(id.utf8)
        guard characters.count == 20 else { return nil }
        let letters = Array(base32.utf8)
        var first50: UInt64 = 0
        for (index, character) in characters[4...].enumerated() {
            guard let value = letters.firstIndex(of: character) else { return nil }
            if index < 10 { first50 = first50 << 5 | UInt64(value) }
        }
        let digits = String(first50 >> 9 & 0xff_ffff_ffff)
        return AccountID(String(repeating: "0", count: max(0, 12 - digits.count)) + digits)
    }
}

/// Random bytes for names, fetched from the operating system many at a time: each call of it costs a microsecond.
private final class RandomStock: Sendable {
    static let shared = RandomStock()

    private static let size = 4096
    private let stock = Mutex<(bytes: [UInt8], used: Int)>(([], 0))

    func fill(_ target: UnsafeMutableRawBufferPointer) {
        stock.withLock { stock in
            if stock.bytes.count - stock.used < target.count { stock = (UniqueID.bytes(Self.size), 0) }
            target.copyBytes(from: stock.bytes[stock.used..<stock.used + target.count])
            stock.used += target.count
        }
    }
}

/// Lower-case hexadecimal.
public enum Hex {
    public static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.underestimatedCount * 2)
        for byte in bytes {
            out.append(digit(byte >> 4))
            out.append(digit(byte & 15))
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Nil unless the text is an even number of hexadecimal digits, of either case.
    public static func decode(_ text: some StringProtocol) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count.isMultiple(of: 2) else { return nil }
        var out: [UInt8] = []
        out.reserveCapacity(characters.count / 2)
        for index in stride(from: 0, to: characters.count, by: 2) {
            guard let high = value(characters[index]), let low = value(characters[index + 1]) else { return nil }
            out.append(high << 4 | low)
        }
        return out
    }

    static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x61 + 10
        case 0x41...0x46: digit - 0x41 + 10
        default: nil
        }
    }
}
