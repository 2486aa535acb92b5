// SPDX-License-Identifier: Apache-2.0

/// One constraint of a model that a value breaks, worded as AWS does.
public struct Violation: Sendable, Equatable, CustomStringConvertible {
    /// Where the value is, such as `tags.1.member.tagKey`.
    public let path: String
    public let value: Value
    /// Such as `Member must not be null`.
    public let constraint: String

    public enum Value: Sendable, Equatable {
        /// A required member that is not there.
        case absent
        /// Marked sensitive by the model, alone or in a part: never shown.
        case sensitive
        /// As AWS writes it, cut where it is very long.
        case shown(String)
    }

    public var description: String {
        let shown =
            switch value {
            case .absent: "Value null"
            case .sensitive: "Value"
            case .shown(let text): "Value '\(text)'"
            }
        return "\(shown) at '\(path)' failed to satisfy constraint: \(constraint)"
    }
}

extension Violation {
    /// As IAM alone writes it: neither the value nor those that an enumeration has.
    var withoutValues: Violation {
        let enumeration = "Member must satisfy enum value set"
        return Violation(
            path: path, value: .sensitive, constraint: constraint.hasPrefix(enumeration) ? enumeration : constraint)
    }

    /// All of them in AWS's one message. Those beyond `limit` are counted, not written out.
    static func message(_ violations: [Violation], limit: Int = 100) -> String {
        let noun = violations.count == 1 ? "validation error" : "validation errors"
        let list = violations.prefix(limit).map(\.description).joined(separator: "; ")
        return "\(violations.count) \(noun) detected: \(list)"
    }
}
