// SPDX-License-Identifier: Apache-2.0
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

extension Pattern {
    /// Whether the whole text matches. Unresolved variables match nothing; one with several values is undecided.
    func matches(_ text: Span<UInt8>, _ context: ConditionContext, _ budget: inout StepBudget) -> Tri {
        switch form {
        case .exact, .prefix, .glob: return matchesGlob(text, &budget)
        case .template(let pieces):
            if !folds, pieces.count == 1, case .variable(let key, _) = pieces[0],
                budget.spend(context.lookupSteps + Self.comparison(text.count)),
                case .value(let value) = context.single(key)
            {
                return Tri(Self.equal(value.utf8Span.span, text))
            }
            var tokens: [Token] = []
            var several = false
            for piece in pieces {
                switch piece {
                case .tokens(let literal):
                    guard budget.spend(literal.count) else { return .undecided }
                    tokens += literal
                case .variable(let key, let fallback):
                    guard budget.spend(context.lookupSteps) else { return .undecided }
                    switch context.single(key) {
                    case .missing:
                        guard let fallback else { return .no }
                        guard budget.spend(fallback.count) else { return .undecided }
                        for byte in fallback { tokens.append(Token(byte)) }
                    case .several: several = true
                    case .value(let value):
                        guard budget.spend(2 * (folds ? foldingSteps(value) : value.utf8.count)) else {
                            return .undecided
                        }
                        if folds {
                            tokens += Self.fold(value.utf8.map(Token.init))
                        } else {
                            for byte in value.utf8 { tokens.append(Token(byte)) }
                        }
                    }
                }
            }
            return several ? .undecided : Self.glob(tokens, text, &budget)
        }
    }

    /// The same for a pattern that is known to have no variables.
    func matchesGlob(_ text: Span<UInt8>, _ budget: inout StepBudget) -> Tri {
        switch form {
        case .exact(let bytes):
            guard text.count == bytes.count else { return budget.spend(Self.look) ? .no : .undecided }
            return budget.spend(Self.comparison(bytes.count)) ? Tri(Self.starts(text, with: bytes)) : .undecided
        case .prefix(let bytes):
            guard text.count >= bytes.count else { return budget.spend(Self.look) ? .no : .undecided }
            return budget.spend(Self.comparison(bytes.count)) ? Tri(Self.starts(text, with: bytes)) : .undecided
        case .glob(let tokens): return Self.glob(tokens, text, &budget)
        case .template: return .undecided
        }
    }

    /// The steps of looking at a pattern at all.
    private static let look = 4

    /// The steps of comparing so many bytes with `memcmp`.
    private static func comparison(_ count: Int) -> Int { look + count >> 3 }

    private static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
    }

    private static func starts(_ text: Span<UInt8>, with bytes: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            bytes.withUnsafeBufferPointer { bytes in
                guard let text = text.baseAddress, let prefix = bytes.baseAddress else { return bytes.isEmpty }
                return memcmp(text, prefix, bytes.count) == 0
            }
        }
    }

    /// Greedy matching with one step back to the last star, without recursion. At worst it takes text × pattern steps:
    /// what is walked a second time is paid for each time, the first walk beforehand.
    private static func glob(_ pattern: [Token], _ text: Span<UInt8>, _ budget: inout StepBudget) -> Tri {
        guard budget.spend(pattern.count + text.count) else { return .undecided }
        return text.withUnsafeBufferPointer { text in
            pattern.withUnsafeBufferPointer { pattern in glob(pattern, text, &budget) }
        }
    }

    private static func glob(
        _ pattern: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>, _ budget: inout StepBudget
    ) -> Tri {
        var p = 0
        var t = 0
        var starAt = -1
        var resume = 0
        while t < text.count {
            if p < pattern.count, pattern[p] == Token(text[t]) {
                p += 1
                t += 1
            } else if p < pattern.count, pattern[p] == one {
                p += 1
                t += 1
                while t < text.count, text[t] & 0xc0 == 0x80 { t += 1 }
            } else if p < pattern.count, pattern[p] == star {
                starAt = p
                resume = t
                p += 1
            } else if starAt >= 0 {
                guard budget.spend(t - resume + 1) else { return .undecided }
                p = starAt + 1
                resume += 1
                // The star reaches at least to where what follows it begins.
                if p < pattern.count, pattern[p] < star {
                    guard let next = place(of: UInt8(truncatingIfNeeded: pattern[p]), in: text, from: resume) else {
                        return .no
                    }
                    resume = next
                }
                t = resume
            } else {
                return .no
            }
        }
        while p < pattern.count, pattern[p] == star { p += 1 }
        return Tri(p == pattern.count)
    }

    private static func place(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = text.baseAddress, start < text.count,
            let found = memchr(base + start, Int32(byte), text.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
