// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// What a caller signs with. Prints without its secret and its token.
public struct Credentials: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public let accessKeyID: String
    public let secret: SharedSecret
    /// The token of temporary credentials.
    public let sessionToken: String?
    /// When temporary credentials end; nil where they don't, or nobody said.
    public let expiration: Timestamp?

    public init(
        accessKeyID: String, secret: SharedSecret, sessionToken: String? = nil, expiration: Timestamp? = nil
    ) {
        self.accessKeyID = accessKeyID
        self.secret = secret
        self.sessionToken = sessionToken
        self.expiration = expiration
    }

    public var description: String {
        "credentials \(accessKeyID)\(sessionToken == nil ? "" : " with a session token")"
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["accessKeyID": accessKeyID]) }
}
