// SPDX-License-Identifier: Apache-2.0

/// A set of Unicode scalars: the first 128 as bits, the others as ranges and general categories.
struct ScalarSet: Sendable {
    private var low: UInt64 = 0, high: UInt64 = 0
    private var ranges: [ClosedRange<UInt32>] = []
    private var categories: [Unicode.Scalar] = []
    private var isInverted = false

    init() {}

    init(_ range: ClosedRange<UInt32>) { insert(range) }

    /// A general category by its first letter: L, N, Z, …
    init(category: Unicode.Scalar) {
        for value: UInt32 in 0..<0x80 where Self.isIn(category, value) { insert(value...value) }
        categories = [category]
    }

    static let word: ScalarSet = {
        var set = ScalarSet(0x30...0x39)
        set.insert(0x41...0x5a)
        set.insert(0x5f...0x5f)
        set.insert(0x61...0x7a)
        return set
    }()

    static let space: ScalarSet = {
        var set = ScalarSet(0x09...0x0d)
        set.insert(0x20...0x20)
        return set
    }()

    static let lineEnds: ScalarSet = {
        var set = ScalarSet(0x0a...0x0a)
        set.insert(0x0d...0x0d)
        set.insert(0x85...0x85)
        set.insert(0x2028...0x2029)
        return set
    }()

    var inverted: ScalarSet {
        var set = self
        set.isInverted.toggle()
        return set
    }

    /// The scalar of a set that holds just one.
    var onlyScalar: UInt32? {
        guard !isInverted, categories.isEmpty, ranges.count == 1, ranges[0].count == 1 else { return nil }
        return ranges[0].lowerBound
    }

    mutating func insert(_ range: ClosedRange<UInt32>) {
        ranges.append(range)
        guard range.lowerBound < 0x80 else { return }
        for value in range.lowerBound...min(range.upperBound, 0x7f) {
            if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
        }
    }

    /// An inverted set inside a class, such as `[\W-]`, becomes the ranges it stands for.
    mutating func formUnion(_ other: ScalarSet) {
        if other.isInverted {
            var next: UInt32 = 0
            for range in other.ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if range.lowerBound > next { insert(next...range.lowerBound - 1) }
                next = max(next, range.upperBound + 1)
            }
            insert(next...0x10ffff)
            return
        }
        ranges += other.ranges
        categories += other.categories
        low |= other.low
        high |= other.high
    }

    func contains(_ value: UInt32) -> Bool {
        if value < 64 { return (low >> UInt64(value) & 1 == 1) != isInverted }
        if value < 128 { return (high >> UInt64(value - 64) & 1 == 1) != isInverted }
        let isIn = ranges.contains { $0.contains(value) } || categories.contains { Self.isIn($0, value) }
        return isIn != isInverted
    }

    static func isCategory(_ letter: Unicode.Scalar) -> Bool { "LMNPSZC".unicodeScalars.contains(letter) }

    private static func isIn(_ category: Unicode.Scalar, _ value: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(value) else { return false }
        return letter(of: scalar.properties.generalCategory) == category
    }

    private static func letter(of category: Unicode.GeneralCategory) -> Unicode.Scalar {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: "L"
        case .nonspacingMark, .spacingMark, .enclosingMark: "M"
        case .decimalNumber, .letterNumber, .otherNumber: "N"
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            "P"
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: "S"
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: "Z"
        default: "C"
        }
    }
}
