// SPDX-License-Identifier: Apache-2.0

/// Lower case for comparing: ASCII letters among themselves, others by their simple mapping when that stays outside
/// ASCII, so that no look-alike (the Kelvin sign, the dotless i) equals a plain letter.
func folded(_ text: Span<UInt8>) -> [UInt8] {
    var ascii: [UInt8] = []
    ascii.reserveCapacity(text.count)
    for index in 0..<text.count {
        guard text[index] < 0x80 else { return foldedUnicode(text) }
        ascii.append(lowered(text[index]))
    }
    return ascii
}

/// What that costs: a letter beyond ASCII is looked up.
func foldingSteps(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : 64 * text.utf8.count
}

private func foldedUnicode(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in 0..<text.count { bytes.append(text[index]) }
    var result: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        if scalar.isASCII {
            result.append(lowered(UInt8(truncatingIfNeeded: scalar.value)))
        } else {
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            if lower.count == 1, let only = lower.first, !only.isASCII {
                result += Array(UTF8.encode(only) ?? UTF8.encodedReplacementCharacter)
            } else {
                result += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
    return result
}
