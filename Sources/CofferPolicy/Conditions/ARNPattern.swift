// SPDX-License-Identifier: Apache-2.0

/// An ARN with wildcards, compared part by part: a wildcard never reaches across one of the first five colons.
/// ArnEquals and ArnLike behave alike. Source: IAM User Guide, "ARN condition operators".
enum ARNPattern: Sendable {
    case parts([Pattern])
    /// `*`: any ARN.
    case any
    /// A variable that stands for a whole ARN or for a part with colons.
    case whole(Pattern)

    init(parsing text: String, variables: Bool, place: String) throws(PolicyError) {
        if text == "*" {
            self = .any
            return
        }
        let texts = Self.splitOutsideVariables(Array(text.utf8), variables: variables)
        if texts.count == 6 {
            var parts: [Pattern] = []
            for text in texts {
                parts.append(try Pattern(parsing: text, variables: variables, wildcards: true, place: place))
            }
            self = .parts(parts)
            return
        }
        let whole = try Pattern(parsing: text, variables: variables, wildcards: true, place: place)
        guard whole.hasVariables else {
            throw PolicyError(
                "\"\(PolicyError.quote(text))\" is not an ARN: it needs six parts, as arn:aws:kms:*:*:key/*.", at: place
            )
        }
        self = .whole(whole)
    }

    static func splitOutsideVariables(_ bytes: [UInt8], variables: Bool) -> [String] {
        var parts: [String] = []
        var start = 0
        var inside = false
        for (index, byte) in bytes.enumerated() {
            if variables, byte == 0x24, index + 1 < bytes.count, bytes[index + 1] == 0x7b { inside = true }
            if byte == 0x7d { inside = false }
            if byte == 0x3a, !inside, parts.count < 5 {
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
                start = index + 1
            }
        }
        return parts + [String(decoding: bytes[start...], as: UTF8.self)]
    }

    /// The places of the first five colons; nil for what is not an ARN.
    static func split(_ text: Span<UInt8>) -> [Int]? {
        guard text.count > 8, text[0] == 0x61, text[1] == 0x72, text[2] == 0x6e, text[3] == 0x3a else { return nil }
        var colons: [Int] = []
        colons.reserveCapacity(5)
        for index in 0..<text.count where text[index] == 0x3a {
            colons.append(index)
            if colons.count == 5 { return colons }
        }
        return nil
    }

    /// The patterns of its parts, for what is the same with all.
    var patterns: [Pattern] {
        switch self {
        case .any: []
        case .whole(let pattern): [pattern]
        case .parts(let parts): parts
        }
    }

    func matches(
        _ text: Span<UInt8>, _ colons: [Int], _ context: ConditionContext, _ budget: inout StepBudget
    ) -> Tri {
        switch self {
        case .any: return .yes
        case .whole(let pattern): return pattern.matches(text, context, &budget)
        case .parts(let parts):
            var result = Tri.yes
            var start = 0
            for (index, part) in parts.enumerated() {
                let end = index < 5 ? colons[index] : text.count
                result = result.and(part.matches(text.extracting(start..<end), context, &budget))
                if result == .no { return .no }
                start = end + 1
            }
            return result
        }
    }
}
