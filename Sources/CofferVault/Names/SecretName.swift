// SPDX-License-Identifier: Apache-2.0

/// The name of a provider's key in the vault: `provider/use`, as `openai/bot`.
public struct SecretName: Sendable, Hashable, CustomStringConvertible {
    public let provider: String
    public let use: String

    /// What Coffer keeps for itself lies under this prefix.
    public static let reserved = "coffer/"

    public var description: String { "\(provider)/\(use)" }

    /// Throws where the text isn't `provider/use`, or is one of Coffer's own names.
    public init(parsing text: String) throws(SecretNameError) {
        guard let slash = text.firstIndex(of: "/") else {
            throw SecretNameError("the name has no use: a name is provider/use, such as openai/bot")
        }
        let provider = String(text[..<slash])
        let use = String(text[text.index(after: slash)...])
        guard !provider.isEmpty, !use.isEmpty, Reference.isName(text) else {
            throw SecretNameError("a name is provider/use: up to 512 letters, digits and / _ + = . @ -")
        }
        guard !text.hasPrefix(Self.reserved) else { throw SecretNameError("names under \(Self.reserved) are coffer's own") }
        self.provider = provider
        self.use = use
    }
}

/// Why a text names no secret. Never quotes it: it may be a key.
public struct SecretNameError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
