// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// How large a policy document may be. Checked before a byte of it is read.
///
/// Source: the quotas pages of IAM, STS, KMS and Secrets Manager.
public struct PolicyLimits: Sendable, Equatable {
    /// The largest size in bytes.
    public var bytes: Int
    /// IAM's quotas leave white space out of the count; then the text as a whole may have 131,072 bytes at most.
    public var ignoresWhiteSpace: Bool

    public init(bytes: Int, ignoresWhiteSpace: Bool = false) {
        self.bytes = bytes
        self.ignoresWhiteSpace = ignoresWhiteSpace
    }

    public static let managedPolicy = PolicyLimits(bytes: 6144, ignoresWhiteSpace: true)
    public static let inlineUserPolicy = PolicyLimits(bytes: 2048, ignoresWhiteSpace: true)
    public static let inlineGroupPolicy = PolicyLimits(bytes: 5120, ignoresWhiteSpace: true)
    public static let inlineRolePolicy = PolicyLimits(bytes: 10_240, ignoresWhiteSpace: true)
    public static let trustPolicy = PolicyLimits(bytes: 2048, ignoresWhiteSpace: true)
    public static let sessionPolicy = PolicyLimits(bytes: 2048)
    public static let keyPolicy = PolicyLimits(bytes: 32_768)
    public static let secretPolicy = PolicyLimits(bytes: 20_480)

    /// What a kind of policy may have where the caller has no closer quota.
    static func `default`(for kind: PolicyDocument.Kind) -> PolicyLimits {
        switch kind {
        case .identity: .inlineRolePolicy
        case .managed, .boundary: .managedPolicy
        case .session: .sessionPolicy
        case .trust: .trustPolicy
        case .resource(service: "secretsmanager"): .secretPolicy
        case .resource: .keyPolicy
        }
    }

    /// A policy nests six levels; the spare ones let a wrong document fail with its real error.
    static let json = JSONLimits(depth: 12, values: 20_000)

    func check(_ json: [UInt8]) throws(PolicyError) {
        var size = json.count
        if ignoresWhiteSpace, size <= 131_072 {
            for byte in json where byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { size -= 1 }
        }
        guard size <= bytes else {
            throw PolicyError(
                "The policy has \(size) bytes, and at most \(bytes) are allowed.", at: "",
                reason: .tooLarge(limit: bytes))
        }
    }
}
