// SPDX-License-Identifier: Apache-2.0
public import AWSSigning

/// Where a client's credentials come from. Asked before each call, so it keeps what is dear to get.
public protocol CredentialProvider: Sendable {
    /// Throws `CredentialError`; one that `isAbsent` lets a chain ask the next.
    func credentials() async throws -> Credentials
}

/// Why there are no credentials. Never holds one.
public struct CredentialError: Error, Sendable, Equatable, CustomStringConvertible {
    public let message: String
    public let hint: String?
    /// Nothing is configured here; false where something is, and is wrong.
    public let isAbsent: Bool

    public init(_ message: String, hint: String? = nil, isAbsent: Bool) {
        self.message = message
        self.hint = hint
        self.isAbsent = isAbsent
    }

    public var description: String { hint.map { "\(message)\nhint: \($0)" } ?? message }
}
