// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferStore

/// How Secrets Manager reaches KMS: the engine supplies it, and no room imports the other.
///
/// The caller's rights count for each use: the checks that `locate` returns go through the authoriser with
/// `kms:ViaService`, and the use is an event of its own (`TrailNotes.onBehalf`).
public protocol KeyProtection: Sendable {
    /// Finds the key: an id, ARN, alias or alias ARN; nil for the account's `alias/aws/secretsmanager`, which is made
    /// where it doesn't exist. Throws KMS's own errors (NotFoundException, DisabledException, KMSInvalidStateException).
    func locate(
        _ keyID: String?, for uses: [KeyUse], context: [String: String], _ request: Authenticated
    ) throws -> Located<ProtectingKey>

    /// Encrypts under the key's current material. Returns the ciphertext blob.
    func seal(_ plaintext: SharedSecret, under key: ProtectingKey, context: [String: String]) throws -> [UInt8]

    /// Opens a blob that was sealed under this key and context; throws where it was not.
    func open(_ blob: [UInt8], under key: ProtectingKey, context: [String: String]) throws -> SharedSecret

    /// The event of a use.
    func innerCall(_ use: KeyUse, of key: ProtectingKey, context: [String: String]) -> InnerCall
}

/// What a service does with a key in its caller's name.
public enum KeyUse: String, Sendable {
    case decrypt = "Decrypt"
    case generateDataKey = "GenerateDataKey"
}

/// A key that a secret may be sealed under.
public struct ProtectingKey: Sendable {
    /// The key's ARN.
    public let arn: String
    /// The key's record id.
    public let keyID: String
    /// Creates the key when it is not there yet: to be run first in the effect of the call that uses it.
    public let create: (@Sendable (any StoreWriter) throws -> Void)?
    /// What KMS needs to use it; of no meaning elsewhere.
    public let handle: any Sendable

    public init(
        arn: String, keyID: String, create: (@Sendable (any StoreWriter) throws -> Void)?, handle: any Sendable
    ) {
        self.arn = arn
        self.keyID = keyID
        self.create = create
        self.handle = handle
    }
}
