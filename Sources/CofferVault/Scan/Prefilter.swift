// SPDX-License-Identifier: Apache-2.0

/// Finds the places where a key or a context word could begin, at a fixed cost for each byte however many detectors
/// there are.
///
/// Each trigger gives the four neighbouring bytes of it that are rarest in text. A table holds, for each byte value, in
/// which of 16 buckets it may stand at which of the four places; a place is a candidate when one bucket fits all four.
/// Candidates are then checked properly.
struct Prefilter: Sendable {
    /// What to look for.
    struct Trigger: Sendable {
        enum Kind: Sendable {
            /// A detector's sequence, by both indexes.
            case key(detector: Int, sequence: Int)
            /// The same in base64, as Kubernetes' Secrets have it.
            case encodedKey(detector: Int, sequence: Int)
            /// A context word.
            case word(Int)
        }
        let kind: Kind
        /// Bytes between the trigger's first byte and the four that are searched.
        let offset: Int
    }

    static let window = 4
    private static let buckets = 16

    private let table: [UInt64]
    private let triggers: [[Trigger]]

    init(_ wanted: [(kind: Trigger.Kind, classes: [ByteClass])]) {
        var table = [UInt64](repeating: 0, count: 256)
        var triggers = [[Trigger]](repeating: [], count: Self.buckets)
        var taken: [[ByteClass]: Int] = [:]
        for (kind, classes) in wanted {
            let (offset, window) = Self.rarestWindow(of: classes)
            // Triggers that search for the same bytes share a bucket, which keeps the others selective.
            let bucket = taken[window] ?? taken.count % Self.buckets
            taken[window] = bucket
            triggers[bucket].append(Trigger(kind: kind, offset: offset))
            for (lane, bytes) in window.enumerated() {
                bytes.forEach { table[Int($0)] |= 1 << UInt64(lane * 16 + bucket) }
            }
        }
        self.table = table
        self.triggers = triggers
    }

    /// Calls `body` for each place in `start..<end` that could be a window, with the triggers that it could belong to.
    /// `text` must have three readable bytes behind `end`.
    @inline(__always)
    func search(
        _ text: UnsafePointer<UInt8>, from start: Int, to end: Int, _ body: (Int, [Trigger]) -> Void
    ) {
        table.withUnsafeBufferPointer { table in
            guard end > start, let table = table.baseAddress else { return }
            var at = start
            if end - at >= 8 {
                var a0 = table[Int(text[at])]
                var a1 = table[Int(text[at + 1])]
                var a2 = table[Int(text[at + 2])]
                while at + 8 <= end {
                    let next = text + at
                    let a3 = table[Int(next[3])]
                    let a4 = table[Int(next[4])]
                    let a5 = table[Int(next[5])]
                    let a6 = table[Int(next[6])]
                    let a7 = table[Int(next[7])]
                    let a8 = table[Int(next[8])]
                    let a9 = table[Int(next[9])]
                    let a10 = table[Int(next[10])]
                    // Lane 0 of a pair is two neighbours, and of two pairs all four.
                    let (p0, p1, p2) = (a0 & a1 >> 16, a1 & a2 >> 16, a2 & a3 >> 16)
                    let (p3, p4, p5) = (a3 & a4 >> 16, a4 & a5 >> 16, a5 & a6 >> 16)
                    let (p6, p7, p8, p9) = (a6 & a7 >> 16, a7 & a8 >> 16, a8 & a9 >> 16, a9 & a10 >> 16)
                    let any =
                        (p0 & p2 >> 32 | p1 & p3 >> 32 | p2 & p4 >> 32 | p3 & p5 >> 32 | p4 & p6 >> 32
                            | p5 & p7 >> 32 | p6 & p8 >> 32 | p7 & p9 >> 32) & 0xffff
                    if any != 0 {
                        for place in at..<at + 8 { check(table, text, place, body) }
                    }
                    (a0, a1, a2) = (a8, a9, a10)
                    at += 8
                }
            }
            while at < end {
                check(table, text, at, body)
                at += 1
            }
        }
    }

    private func check(
        _ table: UnsafePointer<UInt64>, _ text: UnsafePointer<UInt8>, _ place: Int, _ body: (Int, [Trigger]) -> Void
    ) {
        var bits =
            table[Int(text[place])] & table[Int(text[place + 1])] >> 16 & table[Int(text[place + 2])] >> 32
            & table[Int(text[place + 3])] >> 48 & 0xffff
        while bits != 0 {
            body(place, triggers[bits.trailingZeroBitCount])
            bits &= bits - 1
        }
    }

    private static func rarestWindow(of classes: [ByteClass]) -> (Int, [ByteClass]) {
        let every = ByteClass(0...255)
        let padded = (classes + repeatElement(every, count: max(0, window - classes.count))).prefix(24)
        let shares = padded.map(share)
        var best = (offset: 0, share: Double.infinity)
        for offset in 0...(padded.count - window) {
            let share = shares[offset..<offset + window].reduce(1, *)
            if share < best.share { best = (offset, share) }
        }
        return (best.offset, Array(padded[best.offset..<best.offset + window]))
    }

    /// Roughly how much of a source tree's bytes are in the class, in thousandths.
    private static func share(of bytes: ByteClass) -> Double {
        var share = 0.0
        bytes.forEach { share += frequencies[Int($0)] }
        return share
    }

    private static let frequencies = (0..<256).map { frequency(UInt8($0)) }

    private static func frequency(_ byte: UInt8) -> Double {
        switch byte {
        case UInt8(ascii: " "): 150
        case UInt8(ascii: "e"), UInt8(ascii: "t"): 60
        case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "o"), UInt8(ascii: "r"),
            UInt8(ascii: "s"):
            45
        case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "l"), UInt8(ascii: "m"),
            UInt8(ascii: "p"), UInt8(ascii: "u"):
            22
        case UInt8(ascii: "_"): 20
        case UInt8(ascii: "-"), UInt8(ascii: "."): 10
        case UInt8(ascii: "j"), UInt8(ascii: "q"), UInt8(ascii: "z"): 2
        case 0x61...0x7a: 10
        case 0x30...0x39: 6
        case 0x41...0x5a: 4
        case 0x21...0x7e, 0x0a: 12
        default: 1
        }
    }
}
