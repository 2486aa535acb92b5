// SPDX-License-Identifier: Apache-2.0

/// A kind of mistake.
public enum DoctorCheck: String, Sendable, CaseIterable {
    case vault, log, key, plaintext, readable, permissions, backup, shared, unused, rotation, exposed
    case accessKey = "access-key"
    case ownerKey = "owner-key"
    case keyRotation = "key-rotation"
    case memory
    case agent
    case agentSettings = "agent-settings"
    case agentTranscripts = "agent-transcripts"
    case environment

    /// What can happen, in one sentence for somebody who never heard of KMS.
    var consequence: String {
        switch self {
        case .vault: "keys in the vault may be lost, or not be what you stored"
        case .log: "somebody may have hidden who unlocked which key"
        case .key: "programs that need these keys stop working, maybe for good"
        case .plaintext: "whatever reads the file can spend your money with the key"
        case .readable: "everybody with a login on this machine can copy the key"
        case .permissions: "one leaked login opens every key, not only its own"
        case .backup: "if this disk breaks, all keys are gone"
        case .shared: "if it leaks you can't tell where, and a new one stops them all"
        case .unused: "a key that nobody needs can still leak, and nobody notices"
        case .exposed: "whoever saw it can use it until it is replaced"
        case .rotation: "old keys have copies in places that you forgot"
        case .accessKey: "a login that leaked long ago still works today"
        case .ownerKey: "whoever gets hold of that key may do everything"
        case .keyRotation: "all that you ever store hangs on one and the same secret"
        case .memory: "a key may be written to the swap disk, and stay there"
        case .agent: "what an agent reads goes to its maker, and may go further"
        case .agentSettings: "the file gets read, copied and synced with your settings"
        case .agentTranscripts: "the keys went to the agent's maker, and lie in its logs here"
        case .environment: "every program you start gets the key, coding agents too"
        }
    }
}

/// A mistake: what was seen, what can happen, and the command that mends it.
public struct DoctorFinding: Sendable, Equatable {
    public let check: DoctorCheck
    /// What was seen.
    public let message: String
    public let mend: String
    /// What helps somewhat where the mend is not wanted.
    public let alternatives: [String]

    public var consequence: String { check.consequence }

    public init(_ check: DoctorCheck, _ message: String, mend: String, alternatives: [String] = []) {
        self.check = check
        self.message = message
        self.mend = mend
        self.alternatives = alternatives
    }
}
