// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI

/// AWS's key states. Those that nothing here leads to yet are known all the same, so that the rules are whole.
///
/// Source: KMS Developer Guide, "Key states of AWS KMS keys".
public enum KeyState: String, Codable, Sendable, CaseIterable {
    case creating = "Creating"
    case enabled = "Enabled"
    case disabled = "Disabled"
    case pendingDeletion = "PendingDeletion"
    case pendingReplicaDeletion = "PendingReplicaDeletion"
    case pendingImport = "PendingImport"
    case unavailable = "Unavailable"
    case updating = "Updating"
}

/// The states in which an operation may go on, by the guide's table of states and operations.
struct StateRule: Sendable {
    private let allowed: Set<KeyState>
    /// The one operation that needs a key on its way out says so in its refusal.
    private let needsPendingDeletion: Bool

    private init(_ allowed: Set<KeyState>, needsPendingDeletion: Bool = false) {
        self.allowed = allowed
        self.needsPendingDeletion = needsPendingDeletion
    }

    private init(except refused: Set<KeyState>) { self.init(Set(KeyState.allCases).subtracting(refused)) }

    private static let leaving: Set<KeyState> = [.pendingDeletion, .pendingReplicaDeletion]

    /// Describing, listing, policies: always.
    static let always = StateRule(except: [])
    /// Encrypt and its kin, and RotateKeyOnDemand.
    static let use = StateRule([.enabled, .updating])
    /// EnableKeyRotation, DisableKeyRotation.
    static let rotationSetting = StateRule([.enabled, .updating])
    static let rotationStatus = StateRule(except: [.unavailable])
    /// A disabled key's public key can be had: recorded, though an older edition of the guide says otherwise.
    static let publicKey = StateRule([.enabled, .disabled, .updating])
    /// EnableKey, DisableKey.
    static let switching = StateRule([.enabled, .disabled, .unavailable])
    static let scheduleDeletion = StateRule(except: leaving.union([.updating]))
    static let cancelDeletion = StateRule(leaving, needsPendingDeletion: true)
    /// Descriptions, tags, and the key that an alias is to point to.
    static let edit = StateRule(except: leaving)
    static let createGrant = StateRule([.enabled, .unavailable, .updating])
    static let importParameters = StateRule([.enabled, .disabled, .pendingImport])
    static let importMaterial = StateRule([.enabled, .disabled, .pendingImport, .updating])
    static let deleteMaterial = StateRule(except: [.creating, .updating])
    static let replicate = StateRule([.enabled])
    static let updatePrimary = StateRule([.enabled, .updating])

    /// Throws DisabledException or KMSInvalidStateException, as AWS does.
    func check(_ state: KeyState, arn: String) throws {
        if allowed.contains(state) { return }
        if needsPendingDeletion { throw AWSError.invalidState("\(arn) is not pending deletion.") }
        switch state {
        case .disabled: throw AWSError("DisabledException", "\(arn) is disabled.")
        case .pendingDeletion: throw AWSError.invalidState("\(arn) is pending deletion.")
        case .pendingReplicaDeletion: throw AWSError.invalidState("\(arn) is pending replica deletion.")
        case .pendingImport: throw AWSError.invalidState("\(arn) is pending import.")
        case .unavailable: throw AWSError.invalidState("\(arn) is unavailable.")
        case .creating: throw AWSError.invalidState("\(arn) is creating.")
        case .updating: throw AWSError.invalidState("\(arn) is updating.")
        case .enabled: throw AWSError.invalidState("\(arn) is enabled.")
        }
    }
}
