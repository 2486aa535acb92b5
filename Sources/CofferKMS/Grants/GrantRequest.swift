// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// What CreateGrant asks for, as far as it can be judged by itself.
struct GrantRequest: Sendable {
    let input: KMS.CreateGrantInput

    /// AWS's limits of a constraint.
    private static let mostPairs = 8
    private static let longestValue = 384

    /// - Throws: ValidationException.
    func check(for key: PreparedKey) throws {
        guard !input.operations.isEmpty else {
            throw AWSError.validation(
                "1 validation error detected: Value '[]' at 'operations' failed to satisfy constraint: "
                    + "Member must have length greater than or equal to 1")
        }
        guard (input.granteePrincipal == nil) != (input.granteeServicePrincipal == nil) else {
            throw AWSError.validation("Specify either GranteePrincipal or GranteeServicePrincipal, and not both.")
        }
        guard input.retiringPrincipal == nil || input.retiringServicePrincipal == nil else {
            throw AWSError.validation("Specify either RetiringPrincipal or RetiringServicePrincipal, not both.")
        }
        if input.granteeServicePrincipal != nil {
            guard input.constraints?.sourceArn != nil else {
                throw AWSError.validation("A GranteeServicePrincipal needs a SourceArn constraint.")
            }
            guard input.retiringPrincipal != nil || input.retiringServicePrincipal != nil else {
                throw AWSError.validation("A GranteeServicePrincipal needs a RetiringPrincipal or RetiringServicePrincipal.")
            }
        }
        try checkOperations(for: key)
        try checkConstraints(for: key)
    }

    private func checkOperations(for key: PreparedKey) throws {
        let valid = key.grantOperations
        let invalid = input.operations.filter { !valid.contains($0) }
        guard !invalid.isEmpty else { return }
        let kind = key.spec.pair == nil ? "a symmetric" : "an asymmetric"
        throw AWSError.validation(
            "Operations [\(invalid.joined(separator: ", "))] are not supported when creating a grant for \(kind) KMS key "
                + "with key usage \(key.record.usage). Valid operations are [\(valid.joined(separator: ", "))]")
    }

    private func checkConstraints(for key: PreparedKey) throws {
        guard let constraints = input.constraints else { return }
        // Terraform names both of them, with an empty map for the one that it doesn't mean.
        let contexts = [constraints.encryptionContextEquals, constraints.encryptionContextSubset].compactMap { $0 }
            .filter { !$0.isEmpty }
        guard contexts.count < 2 else { throw AWSError.validation("More than one constraint supplied") }
        guard let context = contexts.first else { return }
        guard key.spec.isSymmetric else {
            throw AWSError.validation(
                "EncryptionContext is supported only when creating a grant for a symmetric encryption KMS key.")
        }
        guard context.count <= Self.mostPairs else {
            throw AWSError.validation("An encryption context constraint can have at most \(Self.mostPairs) pairs.")
        }
        for (name, value) in context where value.unicodeScalars.count > Self.longestValue {
            throw AWSError.validation(
                "The value of '\(name)' in the encryption context constraint is longer than \(Self.longestValue) characters.")
        }
    }

    /// Condition keys of CreateGrant.
    var conditions: [ExactString: [String]] {
        var keys: [ExactString: [String]] = [
            "kms:GrantOperations": input.operations, "kms:GrantIsForAWSResource": ["false"],
        ]
        if let principal = input.granteePrincipal { keys["kms:GranteePrincipal"] = [principal] }
        if let principal = input.granteeServicePrincipal { keys["kms:GranteeServicePrincipal"] = [principal] }
        if let principal = input.retiringPrincipal { keys["kms:RetiringPrincipal"] = [principal] }
        if let principal = input.retiringServicePrincipal { keys["kms:RetiringServicePrincipal"] = [principal] }
        guard let constraints = input.constraints else { return keys }
        return keys.merging(GrantRecord.Constraints(constraints).conditions) { $1 }
    }
}

extension GrantRecord.Constraints {
    init(_ given: KMS.GrantConstraints) {
        func exact(_ context: [String: String]?) -> [ExactString: String]? {
            guard let context, !context.isEmpty else { return nil }
            return Dictionary(uniqueKeysWithValues: context.map { (ExactString($0.key), $0.value) })
        }
        self.init(
            equals: exact(given.encryptionContextEquals), subset: exact(given.encryptionContextSubset),
            sourceARN: given.sourceArn)
    }

    var wire: KMS.GrantConstraints {
        func plain(_ context: [ExactString: String]?) -> [String: String]? {
            context.map { Dictionary($0.map { ($0.key.text, $0.value) }) { $1 } }
        }
        return KMS.GrantConstraints(
            encryptionContextSubset: plain(subset), encryptionContextEquals: plain(equals), sourceArn: sourceARN)
    }

    /// Condition keys of a grant that is made or retired.
    var conditions: [ExactString: [String]] {
        var keys: [ExactString: [String]] = [:]
        if let sourceARN { keys["kms:GrantConstraintSourceArn"] = [sourceARN] }
        guard let context = equals ?? subset else { return keys }
        keys["kms:GrantConstraintType"] = [equals != nil ? "EncryptionContextEquals" : "EncryptionContextSubset"]
        keys["kms:EncryptionContextKeys"] = context.keys.map(\.text).sorted()
        for (name, value) in context { keys["kms:EncryptionContext:\(name)"] = [value] }
        return keys
    }
}

extension PreparedKey {
    /// The operations that a grant on this key may allow, in AWS's order.
    var grantOperations: [String] {
        let all = ["CreateGrant", "RetireGrant", "DescribeKey"]
        let pair = spec.pair == nil ? [] : ["GetPublicKey"]
        switch usage {
        case .encryptDecrypt:
            let use = ["Encrypt", "Decrypt", "ReEncryptFrom", "ReEncryptTo"]
            let dataKeys = [
                "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "GenerateDataKeyPair",
                "GenerateDataKeyPairWithoutPlaintext",
            ]
            return all + pair + use + (spec.isSymmetric ? dataKeys : [])
        case .signVerify: return all + pair + ["Sign", "Verify"]
        case .mac: return all + ["GenerateMac", "VerifyMac"]
        case .keyAgreement: return all + pair + ["DeriveSharedSecret"]
        case .encapsulation: return all + pair + ["Encapsulate", "Decapsulate"]
        }
    }
}
