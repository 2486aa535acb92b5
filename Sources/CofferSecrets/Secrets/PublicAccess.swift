// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Whether a resource policy lets in more than it can name.
///
/// Stricter than needed where it can't tell: what isn't known to narrow doesn't count.
/// Source: Secrets Manager User Guide, "Block public access"; IAM User Guide, global condition keys.
enum PublicAccess {
    /// The document must be one that `PolicyDocument` takes.
    static func isBroad(_ policy: JSONValue) -> Bool {
        let statements = policy["Statement"].map { $0.array ?? [$0] } ?? []
        return statements.contains { statement in
            statement["Effect"]?.string == "Allow" && namesEverybody(statement) && !isNarrowed(statement["Condition"])
        }
    }

    private static func namesEverybody(_ statement: JSONValue) -> Bool {
        guard let principal = statement["Principal"] else { return true }
        if principal.string != nil { return true }
        guard let kinds = principal.object else { return true }
        return kinds.contains { kind in
            strings(kind.value).contains { $0.contains("*") }
        }
    }

    /// One condition on who or where the caller is, with a value that isn't open, narrows the statement.
    private static func isNarrowed(_ condition: JSONValue?) -> Bool {
        guard let operators = condition?.object else { return false }
        return operators.contains { entry in
            guard let kind = kind(of: entry.name), let keys = entry.value.object else { return false }
            return keys.contains { key in
                let values = strings(key.value)
                guard narrowing.contains(key.name.lowercased()), !values.isEmpty else { return false }
                return values.allSatisfy { isFixed($0, kind) }
            }
        }
    }

    private enum Kind { case text, pattern, address }

    /// Negated operators, those with IfExists and those over sets leave room for everybody.
    private static func kind(of name: String) -> Kind? {
        switch name.lowercased() {
        case "stringequals", "stringequalsignorecase": .text
        case "stringlike", "arnlike", "arnequals": .pattern
        case "ipaddress": .address
        default: nil
        }
    }

    private static func isFixed(_ value: String, _ kind: Kind) -> Bool {
        if value.contains("${") { return false }
        switch kind {
        case .text: return true
        case .pattern:
            guard let arn = ARN(value) else { return !value.contains("*") && !value.contains("?") }
            return AccountID(arn.account) != nil
        case .address:
            let parts = value.split(separator: "/")
            guard let address = parts.first else { return false }
            guard parts.count == 2 else { return true }
            return (Int(parts[1]) ?? 0) >= (address.contains(":") ? 32 : 8)
        }
    }

    private static let narrowing: Set<String> = [
        "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount",
        "aws:sourcearn", "aws:sourceip", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce", "aws:userid",
        "aws:username",
        "aws:vpcsourceip",
    ]

    private static func strings(_ value: JSONValue) -> [String] {
        value.array?.compactMap(\.string) ?? value.string.map { [$0] } ?? []
    }
}
