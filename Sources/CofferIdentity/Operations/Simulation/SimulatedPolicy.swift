// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy

/// A policy of a simulation, with its text: results tell where in it the statements stand that decided.
struct SimulatedPolicy: Sendable {
    /// Where it comes from.
    enum Origin: Sendable {
        case input
        case inline(name: String, holder: String, of: String)
        case managed(ARN)
        case boundary(ARN)
    }

    /// SourcePolicyId.
    let id: String
    let origin: Origin
    let text: String
    let document: PolicyDocument

    /// One that the call hands in.
    init(input text: String, _ id: String, _ kind: PolicyDocument.Kind) throws(AWSError) {
        self.id = id
        self.text = text
        origin = .input
        do throws(PolicyError) { document = try PolicyDocument.parse(text, kind: kind) } catch {
            throw .invalidInput("\(id): \(error)")
        }
    }

    private init(stored text: String, _ id: String, _ origin: Origin, _ vault: Vault) throws {
        self.id = id
        self.text = text
        self.origin = origin
        document = try vault.policies.policy(text, .identity)
    }

    static func inputs(_ texts: [String]?, _ name: String = "PolicyInputList") throws(AWSError) -> [SimulatedPolicy] {
        let texts = texts ?? []
        guard texts.count <= mostInputs else { throw .invalidInput("\(name) has more than \(mostInputs) policies.") }
        var policies: [SimulatedPolicy] = []
        for (index, text) in texts.enumerated() {
            policies.append(try SimulatedPolicy(input: text, "\(name).\(index + 1)", .identity))
        }
        return policies
    }

    static func boundary(_ texts: [String]?) throws(AWSError) -> SimulatedPolicy? {
        let name = "PermissionsBoundaryPolicyInputList"
        guard texts?.count ?? 0 <= 1 else { throw .invalidInput("\(name) has more than one policy.") }
        return try inputs(texts, name).first
    }

    /// What is put on a user, group or role, and attached to it.
    static func of(_ holder: some IAMIdentity, _ vault: Vault, in scope: Scope) throws -> [SimulatedPolicy] {
        let type = type(of: holder).resourceType
        let inline = try holder.policies.sorted { $0.key < $1.key }.map { name, text in
            try SimulatedPolicy(
                stored: text, "\(type)_\(holder.name)_\(name)", .inline(name: name, holder: type, of: holder.name),
                vault)
        }
        return try inline
            + holder.managedPolicies.map { arn in try managed(arn, vault, in: scope) { .managed($0) } }
    }

    static func boundary(of holder: some PolicyHolder, _ vault: Vault, in scope: Scope) throws -> SimulatedPolicy? {
        try holder.boundary.map { arn in try managed(arn, vault, in: scope) { .boundary($0) } }
    }

    private static func managed(
        _ text: String, _ vault: Vault, in scope: Scope, _ origin: (ARN) -> Origin
    ) throws -> SimulatedPolicy {
        guard let arn = ARN(text), let found = try ManagedPolicies(vault: vault, in: scope).text(text) else {
            throw AWSError.internalFailure
        }
        return try SimulatedPolicy(stored: found.text, PolicyARN.name(text), origin(arn), vault)
    }

    /// More than anybody can have attached.
    private static let mostInputs = 100
}

extension IAM.PolicyIdentifier {
    /// Whether it means that policy: all that it says must be so.
    func matches(_ policy: SimulatedPolicy) -> Bool {
        switch policy.origin {
        case .input: return false
        case .inline(let name, let holder, let holderName):
            guard policyArn == nil, policyType ?? "inline" == "inline" else { return false }
            guard let wanted = inlinePolicyIdentifier else { return policyType != nil }
            return wanted.policyName == name && wanted.attachmentType == holder && wanted.attachmentName == holderName
        case .managed(let arn): return matches(arn, arn.account == "aws" ? "aws-managed" : "user-managed")
        case .boundary(let arn): return matches(arn, "permission-boundary")
        }
    }

    private func matches(_ arn: ARN, _ type: String) -> Bool {
        guard inlinePolicyIdentifier == nil, policyType ?? type == type else { return false }
        return policyArn.map { WildcardText.matches(arn.description, $0) } ?? (policyType != nil)
    }
}

/// `*` for any text and `?` for any character, each time the shortest that fits.
enum WildcardText {
    static func matches(_ text: String, _ pattern: String) -> Bool {
        let (text, pattern) = (Array(text.utf8), Array(pattern.utf8))
        var (at, place) = (0, 0)
        var star: (at: Int, place: Int)?
        while at < text.count {
            if place < pattern.count, pattern[place] == 0x2a {
                star = (at, place)
                place += 1
            } else if place < pattern.count, pattern[place] == 0x3f || pattern[place] == text[at] {
                (at, place) = (at + 1, place + 1)
            } else if let last = star {
                star = (last.at + 1, last.place)
                (at, place) = (last.at + 1, last.place + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == 0x2a }
    }
}

extension AWSError {
    static func invalidInput(_ message: String) -> AWSError { AWSError("InvalidInput", message) }
}
