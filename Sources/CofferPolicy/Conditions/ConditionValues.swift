// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// A number in a policy or a request: compared exactly where both are whole and fit 64 bits.
struct Number: Comparable, Sendable {
    let whole: Int64?
    let double: Double

    /// Decimal digits with sign, fraction and exponent; nothing else that Swift would read (hexadecimal, nan, inf).
    init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 64,
            text.utf8.allSatisfy({
                (0x30...0x39).contains($0) || $0 == 0x2b || $0 == 0x2d || $0 == 0x2e || $0 == 0x45 || $0 == 0x65
            }),
            let double = Double(text), double.isFinite
        else { return nil }
        self.double = double
        whole = Int64(text)
    }

    static func < (a: Number, b: Number) -> Bool {
        if let a = a.whole, let b = b.whole { return a < b }
        return a.double < b.double
    }

    static func == (a: Number, b: Number) -> Bool {
        if let a = a.whole, let b = b.whole { return a == b }
        return a.double == b.double
    }
}

extension Timestamp {
    /// A date as conditions write it: ISO 8601 by W3C's profile (`2026-11`, `2026-11-23`, `2026-11-23T21:43Z`,
    /// `2026-11-23T21:43:15Z` with fraction or offset), or whole seconds since 1970.
    init?(condition text: String) {
        if let seconds = Int64(text) {
            guard abs(seconds.clamped) <= 100_000_000_000_000 else { return nil }
            self.init(milliseconds: seconds * 1000)
            return
        }
        let bytes = Array(text.utf8)
        if bytes.count == 7 {
            self.init(iso8601: text + "-01")
        } else if bytes.count >= 17, bytes[10] == 0x54 || bytes[10] == 0x74, bytes[16] != 0x3a {
            // Hours and minutes without seconds.
            self.init(iso8601: String(decoding: bytes[..<16] + Array(":00".utf8) + bytes[16...], as: UTF8.self))
        } else {
            self.init(iso8601: text)
        }
    }
}

extension Int64 {
    /// `abs` of the smallest integer would trap.
    fileprivate var clamped: Int64 { self == .min ? .max : self }
}

/// An IPv4 or IPv6 address. An IPv4 address in IPv6's clothes (`::ffff:10.0.0.1`) is that IPv4 address, so that a
/// dual-stack listener's spelling never steps round a range.
struct IPAddress: Equatable, Sendable {
    let isV4: Bool
    let bits: UInt128

    init(isV4: Bool, bits: UInt128) {
        if !isV4, bits >> 32 == 0xffff {
            self.isV4 = true
            self.bits = bits & 0xffff_ffff
        } else {
            self.isV4 = isV4
            self.bits = bits
        }
    }

    init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 45 else { return nil }
        if bytes.contains(0x3a) {
            guard let bits = Self.v6(bytes) else { return nil }
            self.init(isV4: false, bits: bits)
        } else {
            guard let bits = Self.v4(bytes[...]) else { return nil }
            self.init(isV4: true, bits: UInt128(bits))
        }
    }

    private static func v4(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        let parts = bytes.split(separator: 0x2e, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            // A leading zero is octal to some and decimal to others: refused.
            guard (1...3).contains(part.count), part.count == 1 || part.first != 0x30 else { return nil }
            var value: UInt32 = 0
            for digit in part {
                guard (0x30...0x39).contains(digit) else { return nil }
                value = value * 10 + UInt32(digit - 0x30)
            }
            guard value < 256 else { return nil }
            bits = bits << 8 | value
        }
        return bits
    }

    private static func v6(_ bytes: [UInt8]) -> UInt128? {
        var groups: [UInt16] = []
        var gap: Int?
        var at = 0
        if bytes.count >= 2, bytes[0] == 0x3a {
            guard bytes[1] == 0x3a else { return nil }
            gap = 0
            at = 2
        }
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: 0x3a) ?? bytes.count
            let group = bytes[at..<end]
            if group.contains(0x2e) {
                guard end == bytes.count, let tail = v4(group) else { return nil }
                groups += [UInt16(tail >> 16), UInt16(tail & 0xffff)]
                at = end
                break
            }
            guard (1...4).contains(group.count),
                let value = UInt16(String(decoding: group, as: UTF8.self), radix: 16), group.first != 0x2b,
                group.first != 0x2d
            else { return nil }
            groups.append(value)
            guard groups.count <= 8 else { return nil }
            if end == bytes.count { break }
            at = end + 1
            if at == bytes.count { return nil }
            if bytes[at] == 0x3a {
                guard gap == nil else { return nil }
                gap = groups.count
                at += 1
            }
        }
        if let gap {
            guard groups.count < 8 else { return nil }
            groups.insert(contentsOf: Array(repeating: 0, count: 8 - groups.count), at: gap)
        }
        guard groups.count == 8 else { return nil }
        return groups.reduce(UInt128(0)) { $0 << 16 | UInt128($1) }
    }
}

/// An address with a prefix length; bits beyond the prefix are ignored.
struct IPRange: Sendable {
    let isV4: Bool
    let base: UInt128
    let mask: UInt128

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = IPAddress(parts[0]) else { return nil }
        let written6 = parts[0].utf8.contains(0x3a)
        var length = address.isV4 ? 32 : 128
        if parts.count == 2 {
            guard let digits = Int(parts[1]), parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                digits <= (written6 ? 128 : 32)
            else { return nil }
            length = address.isV4 && written6 ? digits - 96 : digits
            // A mapped address with a prefix that reaches beyond the mapped ones is no range of either family.
            guard length >= 0 else { return nil }
        }
        isV4 = address.isV4
        let width = isV4 ? 32 : 128
        let all: UInt128 = isV4 ? 0xffff_ffff : .max
        mask = length == 0 ? 0 : (all << UInt128(width - length)) & all
        base = address.bits & mask
    }

    func contains(_ address: IPAddress) -> Bool { address.isV4 == isV4 && address.bits & mask == base }
}
