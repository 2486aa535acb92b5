// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// A policy in the form that decides fast: parsed and compiled once, shared by every request that it concerns.
///
/// Copying is cheap. Source of the grammar: IAM User Guide, "Grammar of the IAM JSON policy language".
public struct PolicyDocument: Sendable {
    /// Where a policy is attached; it settles which elements it must and may have.
    public enum Kind: Hashable, Sendable {
        /// Attached to a user, group or role; also the form of a service control policy.
        case identity
        /// The same with a name of its own. What IAM takes when one is made must have the newer version.
        case managed
        /// Attached to a resource of that service, such as `kms` or `secretsmanager`.
        case resource(service: String)
        /// A role's `AssumeRolePolicyDocument`.
        case trust
        /// Handed in with AssumeRole or GetFederationToken.
        case session
        /// A permissions boundary.
        case boundary

        /// The policy says who, so each statement names principals.
        public var namesPrincipals: Bool {
            switch self {
            case .resource, .trust: true
            case .identity, .managed, .session, .boundary: false
            }
        }

        var isTrust: Bool { self == .trust }

        /// IAM's own form: it says what the principal that it is attached to may do.
        var isOfIAM: Bool { !namesPrincipals }

        /// A KMS key policy.
        public static let keyPolicy = Kind.resource(service: "kms")
    }

    /// The version of the policy language. Only the newer one knows variables.
    public enum Version: String, Sendable {
        case v2008 = "2008-10-17"
        case v2012 = "2012-10-17"
    }

    public let kind: Kind
    public let version: Version
    /// The document's own `Id`, where it has one.
    public let id: String?
    /// What reasons call this policy: its ARN or its name. Not part of the document.
    public var name: String
    let body: CompiledPolicy

    public var statementCount: Int { body.statements.count }

    /// The ARNs, accounts and unique IDs under `AWS` in Principal and NotPrincipal, without `*`, each once, in order:
    /// what IAM and KMS check for existence before they take the policy.
    public var namedPrincipals: [String] { body.namedPrincipals }

    /// The condition keys and policy variables that the document reads, each once whatever its case, in order and as
    /// written: what GetContextKeysForCustomPolicy answers. A variable's default text is left out, and so are `${*}`,
    /// `${?}` and `${$}`, which stand for themselves.
    public var contextKeys: [String] { body.contextKeys }

    /// Reads a document strictly.
    ///
    /// - Parameters:
    ///   - name: what reasons call this policy.
    ///   - limits: the kind's usual quota where nil.
    /// - Throws: `PolicyError` for anything the grammar has no place for: nothing is skipped or guessed.
    public static func parse(
        _ json: [UInt8], kind: Kind, name: String = "", limits: PolicyLimits? = nil
    ) throws(PolicyError) -> PolicyDocument {
        try (limits ?? .default(for: kind)).check(json)
        let tree: JSONValue
        do throws(JSONError) { tree = try JSONValue(parsing: json, limits: PolicyLimits.json) } catch {
            throw PolicyError(error, kind)
        }
        return try parse(tree, kind: kind, name: name)
    }

    public static func parse(
        _ json: String, kind: Kind, name: String = "", limits: PolicyLimits? = nil
    ) throws(PolicyError) -> PolicyDocument {
        try parse(Array(json.utf8), kind: kind, name: name, limits: limits)
    }

    private static func parse(
        _ tree: JSONValue, kind: Kind, name: String
    ) throws(PolicyError) -> PolicyDocument {
        guard let top = tree.object else {
            throw PolicyError("Syntax errors in policy.", at: "the document is not an object")
        }
        var version: Version?
        var id: String?
        var statements: [JSONValue]?
        for (element, value) in top {
            switch element {
            case "Version":
                guard let text = value.string, let known = Version(rawValue: text) else {
                    throw PolicyError(
                        kind.isTrust ? "The policy must contain a valid version string" : "Syntax errors in policy.",
                        at: "Version must be 2012-10-17 or 2008-10-17")
                }
                version = known
            case "Id":
                guard let text = value.string else {
                    throw PolicyError("Syntax errors in policy.", at: "Id is not a string")
                }
                id = text
            case "Statement":
                statements = value.array ?? (value.object == nil ? nil : [value])
                if statements == nil { throw PolicyError("Syntax errors in policy.", at: "Statement") }
            default:
                throw PolicyError.unknown(element, kind, at: "the document")
            }
        }
        guard let statements, !statements.isEmpty else {
            throw PolicyError(
                kind.isTrust ? "Could not parse the policy: Statement is empty!" : "Syntax errors in policy.",
                at: "Statement is missing or empty")
        }
        if kind.isOfIAM { try IAMGrammar.check(statements, version: version, kind: kind) }
        var compiler = PolicyCompiler(kind: kind, version: version ?? .v2008)
        for (index, statement) in statements.enumerated() { try compiler.add(statement, index: index) }
        return PolicyDocument(
            kind: kind, version: version ?? .v2008, id: id, name: name, body: CompiledPolicy(compiler))
    }

    /// The same policy under another name.
    public func named(_ name: String) -> PolicyDocument {
        var copy = self
        copy.name = name
        return copy
    }
}
