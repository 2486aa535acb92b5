// SPDX-License-Identifier: Apache-2.0

/// The 27 condition operators, by AWS's names. Source: IAM User Guide, "Condition operators".
enum ConditionOperator: String, Sendable, CaseIterable {
    case stringEquals = "StringEquals"
    case stringNotEquals = "StringNotEquals"
    case stringEqualsIgnoreCase = "StringEqualsIgnoreCase"
    case stringNotEqualsIgnoreCase = "StringNotEqualsIgnoreCase"
    case stringLike = "StringLike"
    case stringNotLike = "StringNotLike"
    case numericEquals = "NumericEquals"
    case numericNotEquals = "NumericNotEquals"
    case numericLessThan = "NumericLessThan"
    case numericLessThanEquals = "NumericLessThanEquals"
    case numericGreaterThan = "NumericGreaterThan"
    case numericGreaterThanEquals = "NumericGreaterThanEquals"
    case dateEquals = "DateEquals"
    case dateNotEquals = "DateNotEquals"
    case dateLessThan = "DateLessThan"
    case dateLessThanEquals = "DateLessThanEquals"
    case dateGreaterThan = "DateGreaterThan"
    case dateGreaterThanEquals = "DateGreaterThanEquals"
    case bool = "Bool"
    case binaryEquals = "BinaryEquals"
    case ipAddress = "IpAddress"
    case notIpAddress = "NotIpAddress"
    case arnEquals = "ArnEquals"
    case arnLike = "ArnLike"
    case arnNotEquals = "ArnNotEquals"
    case arnNotLike = "ArnNotLike"
    case null = "Null"

    /// True of what the operator without "Not" is false of, a missing key included.
    var isNegated: Bool {
        switch self {
        case .stringNotEquals, .stringNotEqualsIgnoreCase, .stringNotLike, .numericNotEquals, .dateNotEquals,
            .notIpAddress, .arnNotEquals, .arnNotLike:
            true
        default: false
        }
    }
}

/// An operator as a policy writes it: `ForAnyValue:StringLikeIfExists`.
struct QualifiedOperator: Sendable {
    enum Quantifier: String, Sendable {
        case none = ""
        case forAllValues = "ForAllValues:"
        case forAnyValue = "ForAnyValue:"
    }

    let name: String
    let quantifier: Quantifier
    let base: ConditionOperator
    let ifExists: Bool

    init?(_ name: String) {
        var rest = Substring(name)
        var quantifier = Quantifier.none
        for prefix in [Quantifier.forAllValues, .forAnyValue] where rest.hasPrefix(prefix.rawValue) {
            quantifier = prefix
            rest = rest.dropFirst(prefix.rawValue.count)
            break
        }
        let ifExists = rest.hasSuffix("IfExists")
        if ifExists { rest = rest.dropLast("IfExists".count) }
        guard let base = ConditionOperator(rawValue: String(rest)) else { return nil }
        // Null asks whether the key exists: neither addition has a meaning with it.
        if base == .null, ifExists || quantifier != .none { return nil }
        self.name = name
        self.quantifier = quantifier
        self.base = base
        self.ifExists = ifExists
    }
}
