// SPDX-License-Identifier: Apache-2.0

/// How well keys are kept, from 0 to 100: 100 less a weight for each finding. Several findings of one kind cost no more
/// than that kind's cap, so that one bad folder doesn't hide the rest.
public struct DoctorScore: Sendable, Equatable {
    public let points: Int
    /// The kind that costs most; nil where nothing was found.
    public let worst: DoctorCheck?

    public init(_ findings: [DoctorFinding]) {
        let counts = Dictionary(grouping: findings, by: \.check).mapValues(\.count)
        let costs = DoctorCheck.allCases.compactMap { check in
            counts[check].map { (check: check, cost: min(check.weight * $0, check.cap)) }
        }
        points = max(0, 100 - costs.reduce(0) { $0 + $1.cost })
        worst = costs.max { $0.cost < $1.cost }?.check
    }

    /// What to do first, in a few words.
    public var advice: String {
        guard let worst else { return "nothing to mend" }
        return switch worst {
        case .vault, .log: "put the newest backup back first"
        case .key: "save the encryption key first"
        case .plaintext, .readable, .environment: "take the keys in plaintext away first"
        case .permissions: "narrow the permissions first"
        case .ownerKey: "give other programs logins of their own first"
        case .backup: "make a backup first"
        case .shared: "give each app a key of its own first"
        case .unused: "take away what nobody needs first"
        case .rotation, .exposed, .accessKey, .keyRotation: "replace the old keys first"
        case .memory: "lock the memory first"
        case .agent, .agentSettings, .agentTranscripts: "keep keys from coding agents first"
        }
    }

    /// The rule, and the weights, for `--help`.
    public static var explanation: String {
        let rows = DoctorCheck.allCases.map { check in
            let name = check.rawValue.padded(to: 18)
            return "  \(name)\(String(check.weight).padded(to: 4))at most \(check.cap)"
        }
        return (["The score is 100 less, for each finding of a kind:"] + rows).joined(separator: "\n")
    }
}

extension DoctorCheck {
    /// What one finding takes off the score.
    var weight: Int { cost.weight }
    /// What all findings of the kind take off at most.
    var cap: Int { cost.cap }

    private var cost: (weight: Int, cap: Int) {
        switch self {
        case .vault, .log: (40, 60)
        case .key: (25, 50)
        case .exposed: (21, 50)
        case .plaintext: (10, 40)
        case .agent: (8, 30)
        case .permissions: (10, 30)
        case .agentSettings: (8, 24)
        case .backup: (15, 15)
        case .environment: (5, 15)
        case .readable: (5, 15)
        case .shared: (5, 15)
        case .rotation: (4, 20)
        case .agentTranscripts: (5, 15)
        case .accessKey: (4, 12)
        case .unused: (2, 6)
        case .keyRotation, .memory, .ownerKey: (3, 3)
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
