// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy

/// Key policies: those that AWS makes, and what it asks of those that are put.
enum KeyPolicyText {
    /// The only name that a key policy can have.
    static let name = "default"

    /// The policy of a key that is made without one: the account's own policies decide.
    static func standard(for scope: Scope) -> String {
        text([
            "Version": "2012-10-17", "Id": "key-default-1",
            "Statement": [
                [
                    "Sid": "Enable IAM User Permissions", "Effect": "Allow", "Principal": ["AWS": root(of: scope)],
                    "Action": "kms:*", "Resource": "*",
                ]
            ],
        ])
    }

    /// The policy of `alias/aws/secretsmanager`: whoever may call Secrets Manager uses the key through it, and the
    /// account sees what the key is.
    static func forSecretsManager(in scope: Scope) -> String {
        let account = JSONValue.string(scope.account.description)
        let service = JSONValue.string("secretsmanager.\(scope.region).amazonaws.com")
        let reason = JSONValue.string(
            "Allow access through AWS Secrets Manager for all principals in the account that are authorized to use "
                + "AWS Secrets Manager")
        return text([
            "Version": "2012-10-17", "Id": "auto-secretsmanager-2",
            "Statement": [
                [
                    "Sid": reason, "Effect": "Allow", "Principal": ["AWS": "*"],
                    "Action": ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:CreateGrant", "kms:DescribeKey"],
                    "Resource": "*",
                    "Condition": ["StringEquals": ["kms:CallerAccount": account, "kms:ViaService": service]],
                ],
                [
                    "Sid": reason, "Effect": "Allow", "Principal": ["AWS": "*"], "Action": "kms:GenerateDataKey*",
                    "Resource": "*",
                    "Condition": [
                        "StringEquals": ["kms:CallerAccount": account], "StringLike": ["kms:ViaService": service],
                    ],
                ],
                [
                    "Sid": "Allow direct access to key metadata to the account", "Effect": "Allow",
                    "Principal": ["AWS": root(of: scope)],
                    "Action": ["kms:Describe*", "kms:Get*", "kms:List*", "kms:RevokeGrant"], "Resource": "*",
                ],
            ],
        ])
    }

    private static func root(of scope: Scope) -> JSONValue {
        .string(ARN(service: "iam", scope: scope.global, resource: "root").description)
    }

    /// Checks a policy that somebody puts on a key, and returns the text to keep: AWS lays policies out anew.
    ///
    /// - Throws: LimitExceededException for its size, MalformedPolicyDocumentException for its form, for principals
    ///   that don't exist, and where the caller could not change it again.
    static func accepted(
        _ policy: String, keyARN: String, in scope: Scope, mayLockOut: Bool, conditions: [ExactString: [String]],
        _ request: Authenticated, _ vault: Vault
    ) throws -> String {
        let largestSize = vault.settings.quotas.keyPolicySize
        guard policy.utf8.count <= largestSize else {
            throw AWSError.limitExceeded("The key policy must not be larger than \(largestSize) bytes.")
        }
        let compiled: PolicyDocument
        let tree: JSONValue
        do {
            compiled = try PolicyDocument.parse(policy, kind: .keyPolicy)
            tree = try JSONValue(parsing: Array(policy.utf8))
        } catch let error as PolicyError {
            throw AWSError.malformedPolicy(error.description)
        } catch {
            throw AWSError.malformedPolicy("Syntax errors in policy.")
        }
        if let key = OwnConditionKeys.unknown(in: compiled) {
            throw AWSError.malformedPolicy("There is no condition key \(key).")
        }
        for principal in compiled.namedPrincipals where try PrincipalDirectory(vault: vault).entry(principal) == .missing {
            throw AWSError.malformedPolicy("Policy contains a statement with one or more invalid principals.")
        }
        if !mayLockOut, try !lets(request, putThePolicyOf: keyARN, in: scope, compiled, conditions) {
            throw AWSError.malformedPolicy(
                "The new key policy will not allow you to update the key policy in the future.")
        }
        // The layout adds white space; where that would be too much, the text stays as it came.
        let laidOut = text(tree)
        return try PolicyPrincipals(vault: vault).stored(laidOut.utf8.count <= largestSize ? laidOut : policy)
    }

    /// Whether the caller could put the policy again once this one holds.
    private static func lets(
        _ request: Authenticated, putThePolicyOf keyARN: String, in scope: Scope, _ policy: PolicyDocument,
        _ conditions: [ExactString: [String]]
    ) throws -> Bool {
        let all = conditions.merging(["kms:CallerAccount": [request.caller.account.description]]) { $1 }
        let check = AccessCheck(
            action: "kms:PutKeyPolicy", resource: keyARN, resourceAccount: scope.account, resourcePolicy: policy,
            rules: .kmsKey, conditions: all)
        return try request.verdict(on: [check]).refusal == nil
    }

    // MARK: Layout

    /// As AWS lays a policy out: members on lines of their own with ` : `, lists in one line.
    static func text(_ value: JSONValue) -> String {
        var text = ""
        write(value, 0, into: &text)
        return text
    }

    private static func write(_ value: JSONValue, _ level: Int, into text: inout String) {
        switch value {
        case .object(let object) where object.isEmpty: text += "{ }"
        case .object(let object):
            text += "{\n"
            for (index, member) in object.members.enumerated() {
                if index > 0 { text += ",\n" }
                text += String(repeating: "  ", count: level + 1)
                text += "\(JSONValue.string(member.name).text()) : "
                write(member.value, level + 1, into: &text)
            }
            text += "\n" + String(repeating: "  ", count: level) + "}"
        case .array(let elements) where elements.isEmpty: text += "[ ]"
        case .array(let elements):
            text += "[ "
            for (index, element) in elements.enumerated() {
                if index > 0 { text += ", " }
                write(element, level, into: &text)
            }
            text += " ]"
        default: text += value.text()
        }
    }
}
