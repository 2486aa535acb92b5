// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Whether bytes that have a key's shape are a key or a placeholder.
struct Plausibility {
    let set: DetectorSet

    /// False for placeholders. `prefix` is the length of the fixed start, which says nothing about the rest.
    func accepts(_ key: UnsafeBufferPointer<UInt8>, prefix: Int, detector index: Int) -> Bool {
        let detector = set.detectors[index]
        let body = UnsafeBufferPointer(rebasing: key[min(prefix, key.count)...])
        guard Self.entropy(body) >= detector.minimumEntropy, Self.distinct(body) >= 4 else { return false }
        for requirement in detector.requirements {
            let holds =
                switch requirement {
                case .upper: body.contains(where: \.isUpper)
                case .lower: body.contains(where: \.isLower)
                case .digit: body.contains(where: \.isDigit)
                }
            guard holds else { return false }
        }
        // A shape with a fixed start is taken at its word; one that is only a length is not.
        if detector.context != nil, Self.isSequence(body) { return false }
        if let text = set.contains[index], !Self.contains(key, text, ignoringCase: false) { return false }
        return !isPlaceholder(key)
    }

    private func isPlaceholder(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
        if set.placeholders.contains(Array(key)) { return true }
        // Documentation ends its invented AWS names so; at random this happens once in 32^7.
        if key.count == 20, key.elementsEqual(Array(key.dropLast(7)) + Array("EXAMPLE".utf8)) { return true }
        return set.placeholderWords.contains { Self.contains(key, $0, ignoringCase: true) }
    }

    private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: [UInt8], ignoringCase: Bool) -> Bool {
        guard text.count >= part.count, let base = text.baseAddress else { return false }
        let window = TextWindow(text: base, count: text.count)
        if ignoringCase { return window.containsWord(part, in: 0..<text.count, isWhole: false) }
        return (0...text.count - part.count).contains { memcmp(base + $0, part, part.count) == 0 }
    }

    /// Bits for each byte, by how often each value occurs (Shannon).
    static func entropy(_ bytes: UnsafeBufferPointer<UInt8>) -> Double {
        guard !bytes.isEmpty else { return 0 }
        var counts = [Int](repeating: 0, count: 256)
        for byte in bytes { counts[Int(byte)] += 1 }
        let total = Double(bytes.count)
        return counts.reduce(0) { sum, count in
            guard count > 0 else { return sum }
            let share = Double(count) / total
            return sum - share * log2(share)
        }
    }

    private static func distinct(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        ByteClass(bytes).count
    }

    /// True for `0123456789abcdef…`: more than half of the bytes follow their neighbour.
    private static func isSequence(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count > 1 else { return false }
        let steps = (1..<bytes.count).count { bytes[$0] == bytes[$0 - 1] &+ 1 }
        return steps * 2 > bytes.count
    }
}
