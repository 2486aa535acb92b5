// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// What stands in a file in a key's place. Not secret.
public enum Reference: Sendable, Hashable, CustomStringConvertible {
    /// `coffer://vault/NAME`: a secret of the vault.
    case vault(name: String)
    /// `coffer://blob/BASE64URL`: a ciphertext that the vault's key opens.
    case blob([UInt8])

    static let scheme = "coffer://"
    private static let longestName = 512
    private static let longestBlob = 8192

    /// True for a text that means to be a reference, right or wrong.
    public static func isMeant(by text: some StringProtocol) -> Bool { text.hasPrefix(scheme) }

    /// A reference to a secret, or nil where that is no secret's name: 1 to 512 of `A-Z a-z 0-9 / _ + = . @ -`.
    public init?(name: String) {
        guard Self.isName(name) else { return nil }
        self = .vault(name: name)
    }

    /// Reads a reference strictly: nothing before, behind or in between, one spelling only.
    public init(parsing text: some StringProtocol) throws(ReferenceError) {
        guard text.hasPrefix(Self.scheme) else { throw ReferenceError(.scheme) }
        let rest = text.dropFirst(Self.scheme.count)
        if rest.hasPrefix("vault/") {
            let name = String(rest.dropFirst("vault/".count))
            guard Self.isName(name) else { throw ReferenceError(.name) }
            self = .vault(name: name)
        } else if rest.hasPrefix("blob/") {
            let encoded = rest.dropFirst("blob/".count)
            guard encoded.utf8.count <= Self.longestBlob * 4 / 3,
                let bytes = Base64.decode(encoded, alphabet: .urlSafeNoPadding), !bytes.isEmpty
            else { throw ReferenceError(.blob) }
            self = .blob(bytes)
        } else {
            throw ReferenceError(.kind)
        }
    }

    /// The one spelling of the reference. It needs no quotes in a `.env` file or a shell.
    public var description: String {
        switch self {
        case .vault(let name): "\(Self.scheme)vault/\(name)"
        case .blob(let bytes): "\(Self.scheme)blob/\(Base64.encode(bytes, alphabet: .urlSafeNoPadding))"
        }
    }

    /// True for the names that Secrets Manager takes.
    public static func isName(_ text: String) -> Bool {
        (1...longestName).contains(text.utf8.count) && text.utf8.allSatisfy { $0.isWord || "/+=.@-".utf8.contains($0) }
    }
}

/// Why a text is no reference.
public struct ReferenceError: Error, Sendable, Equatable, CustomStringConvertible {
    enum Reason: Sendable { case scheme, kind, name, blob }
    let reason: Reason

    init(_ reason: Reason) { self.reason = reason }

    /// Never quotes the text: it may be a key.
    public var description: String {
        switch reason {
        case .scheme: "the value is no reference: it doesn't start with coffer://"
        case .kind: "the reference is neither coffer://vault/NAME nor coffer://blob/…"
        case .name: "the reference names no secret: a name is 1 to 512 letters, digits and / _ + = . @ -"
        case .blob: "the reference's blob is not base64url without padding, or too long"
        }
    }
}
