// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// The policy's values in the type of their operator, and the comparison without negation.
enum ConditionTest: Sendable {
    case strings([Pattern])
    case foldedStrings([Pattern])
    case arns([ARNPattern])
    case numbers([Number], Comparison)
    /// Nil where IAM takes the value for a date and we can't: that comparison stays undecided.
    case dates([Timestamp?], Comparison)
    case bools([Pattern])
    case binary([[UInt8]])
    case addresses([IPRange])
    /// Whether the key must be missing.
    case null([Bool])

    enum Comparison: Sendable {
        case equal, less, lessOrEqual, greater, greaterOrEqual

        func holds<Value: Comparable>(_ value: Value, _ bound: Value) -> Bool {
            switch self {
            case .equal: value == bound
            case .less: value < bound
            case .lessOrEqual: value <= bound
            case .greater: value > bound
            case .greaterOrEqual: value >= bound
            }
        }
    }

    /// Fails for a value that is not of the operator's type.
    init(_ base: ConditionOperator, _ texts: [String], variables: Bool, place: String) throws(PolicyError) {
        func patterns(wildcards: Bool, folds: Bool = false) throws(PolicyError) -> [Pattern] {
            var patterns: [Pattern] = []
            for text in texts {
                patterns.append(
                    try Pattern(parsing: text, variables: variables, wildcards: wildcards, folds: folds, place: place))
            }
            return patterns
        }
        func values<Value>(_ what: String, _ read: (String) -> Value?) throws(PolicyError) -> [Value] {
            var values: [Value] = []
            for text in texts {
                guard let value = read(text) else {
                    throw PolicyError("\"\(PolicyError.quote(text))\" is not \(what).", at: place)
                }
                values.append(value)
            }
            return values
        }
        switch base {
        case .stringEquals, .stringNotEquals: self = .strings(try patterns(wildcards: false))
        case .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase:
            self = .foldedStrings(try patterns(wildcards: false, folds: true))
        case .stringLike, .stringNotLike: self = .strings(try patterns(wildcards: true))
        case .arnEquals, .arnLike, .arnNotEquals, .arnNotLike:
            var arns: [ARNPattern] = []
            for text in texts { arns.append(try ARNPattern(parsing: text, variables: variables, place: place)) }
            self = .arns(arns)
        case .numericEquals, .numericNotEquals, .numericLessThan, .numericLessThanEquals, .numericGreaterThan,
            .numericGreaterThanEquals:
            self = .numbers(try values("a number", Number.init), base.comparison)
        case .dateEquals, .dateNotEquals, .dateLessThan, .dateLessThanEquals, .dateGreaterThan, .dateGreaterThanEquals:
            self = .dates(
                try values("a date") {
                    Timestamp(condition: $0).map { $0 } ?? (LegacyDate.takes($0) ? .some(nil) : nil)
                },
                base.comparison)
        case .bool:
            let patterns = try patterns(wildcards: false, folds: true)
            for (text, pattern) in zip(texts, patterns) where !pattern.hasVariables && Self.flag(text) == nil {
                throw PolicyError("\"\(PolicyError.quote(text))\" is neither true nor false.", at: place)
            }
            self = .bools(patterns)
        case .binaryEquals: self = .binary(try values("base64") { Base64.decode($0) })
        case .ipAddress, .notIpAddress:
            self = .addresses(try values("an IP address or range", IPRange.init))
        case .null: self = .null(try values("either true or false", Self.flag))
        }
    }

    private static func flag(_ text: String) -> Bool? {
        switch lowered(text) {
        case Array("true".utf8): true
        case Array("false".utf8): false
        default: nil
        }
    }

    /// The patterns among its values, which may have variables.
    var patterns: [Pattern] {
        switch self {
        case .strings(let patterns), .foldedStrings(let patterns), .bools(let patterns): patterns
        case .arns(let arns): arns.flatMap(\.patterns)
        case .numbers, .dates, .binary, .addresses, .null: []
        }
    }

    private var count: Int {
        switch self {
        case .strings(let patterns), .foldedStrings(let patterns), .bools(let patterns): patterns.count
        case .arns(let arns): arns.count
        case .numbers(let bounds, _): bounds.count
        case .dates(let bounds, _): bounds.count
        case .binary(let values): values.count
        case .addresses(let ranges): ranges.count
        case .null(let wanted): wanted.count
        }
    }

    /// Whether one value of the request is what the policy names. A value of the wrong type is undecided.
    func matches(_ value: String, _ context: ConditionContext, _ budget: inout StepBudget) -> Tri {
        // Reading the value, and a look at each of the policy's; what patterns take comes on top.
        guard budget.spend(reading(value) + count) else { return .undecided }
        switch self {
        case .strings(let patterns): return Self.anyOf(patterns, value.utf8Span.span, context, &budget)
        case .foldedStrings(let patterns):
            let lower = folded(value.utf8Span.span)
            return Self.anyOf(patterns, lower.span, context, &budget)
        case .bools(let patterns):
            guard Self.flag(value) != nil else { return .undecided }
            let lower = folded(value.utf8Span.span)
            return Self.anyOf(patterns, lower.span, context, &budget)
        case .arns(let patterns):
            guard let parts = ARNPattern.split(value.utf8Span.span) else { return .undecided }
            var result = Tri.no
            for pattern in patterns {
                result = result.or(pattern.matches(value.utf8Span.span, parts, context, &budget))
            }
            return result
        case .numbers(let bounds, let comparison):
            guard let number = Number(value) else { return .undecided }
            return Tri(bounds.contains { comparison.holds(number, $0) })
        case .dates(let bounds, let comparison):
            guard let date = Timestamp(condition: value) else { return .undecided }
            return bounds.reduce(Tri.no) { result, bound in
                result.or(bound.map { Tri(comparison.holds(date, $0)) } ?? .undecided)
            }
        case .binary(let values):
            guard let bytes = Base64.decode(value) else { return .undecided }
            return Tri(values.contains(bytes))
        case .addresses(let ranges):
            guard let address = IPAddress(value) else { return .undecided }
            return Tri(ranges.contains { $0.contains(address) })
        case .null: return .undecided
        }
    }

    /// What it takes to read a value as a number, a date, an address, or in lower case.
    private func reading(_ value: String) -> Int {
        switch self {
        case .strings, .arns, .null: value.utf8.count
        case .foldedStrings, .bools: foldingSteps(value)
        case .numbers, .dates, .binary, .addresses: 128 + value.utf8.count
        }
    }

    private static func anyOf(
        _ patterns: [Pattern], _ value: Span<UInt8>, _ context: ConditionContext, _ budget: inout StepBudget
    ) -> Tri {
        var result = Tri.no
        for index in patterns.indices {
            result = result.or(patterns[index].matches(value, context, &budget))
            if result == .yes { break }
        }
        return result
    }
}

extension ConditionOperator {
    fileprivate var comparison: ConditionTest.Comparison {
        switch self {
        case .numericLessThan, .dateLessThan: .less
        case .numericLessThanEquals, .dateLessThanEquals: .lessOrEqual
        case .numericGreaterThan, .dateGreaterThan: .greater
        case .numericGreaterThanEquals, .dateGreaterThanEquals: .greaterOrEqual
        default: .equal
        }
    }
}
