// SPDX-License-Identifier: Apache-2.0

/// What a key that comes from the root key is for. Each purpose has its own label, so that no key serves two.
///
/// The labels are part of the format: INVARIANT 10, they never change.
public enum KeyPurpose: String, Sendable, CaseIterable {
    case owner
    case sessionTokens = "session-tokens"
    case authorizationMessages = "authorization-messages"
    case pageTokens = "page-tokens"
    case grantTokens = "grant-tokens"
    case importTokens = "import-tokens"
    /// The seed of the Ed25519 key that signs the log's checkpoints.
    case auditCheckpoint = "audit-checkpoint"
    case fingerprint
    case epochWrap = "epoch-wrap"
    case virtualKeys = "virtual-keys"
    /// Names imported key materials.
    case importedMaterial = "imported-material"

    var label: String { "coffer/root/\(rawValue)/v1" }
}
