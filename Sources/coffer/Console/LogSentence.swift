// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferVault
internal import Glibc

/// A CloudTrail record as a sentence.
struct LogSentence {
    private let record: JSONValue

    init(_ record: JSONValue) { self.record = record }

    /// Coffer's own reading and signing in, which says little about the keys.
    var isBookkeeping: Bool {
        if record["eventType"]?.string == "AwsServiceEvent" { return !isNews }
        // What a service did on somebody's behalf is told by their own call.
        if record["userIdentity"]?["invokedBy"] != nil || record["userAgent"]?.string?.hasSuffix(".amazonaws.com") == true { return true }
        if name == "GetRolePolicy" { return true }
        // `allow` makes a role where there is none yet.
        if ["CreateRole", "CreateOpenIDConnectProvider"].contains(name),
            record["errorCode"]?.string?.hasPrefix("EntityAlreadyExists") == true
        {
            return true
        }
        guard record["errorCode"] == nil else { return false }
        return ["ListSecrets", "LookupEvents", "GetFingerprintKey", "GetStatus", "ReadLog", "DescribeSecret", "DescribeKey",
            "IssueOwnerSession", "GetRolePolicy", "ListRoles", "GetRole", "ListUsers",
            "ListRolePolicies", "ListUserPolicies", "ListAccessKeys", "GetUserPolicy",
            "GetAccountAuthorizationDetails", "ListReadings", "Explain", "GenerateCredentialReport", "GetCredentialReport",
            "GetKeyRotationStatus", "VerifyLog", "CheckIntegrity", "GetCallerIdentity", "ListAccounts",
            "AddClientIDToOpenIDConnectProvider", "ListAttachedRolePolicies", "ListAttachedUserPolicies",
            "ListGroupsForUser", "GetAccessKeyLastUsed"]
            .contains(name)
    }

    /// Whether a service did something by itself that nobody's call tells.
    private var isNews: Bool {
        switch name {
        case "DeleteKey", "DeleteExpiredKeyMaterial": true
        case "RotateKey": record["serviceEventDetails"]?["rotationType"]?.string == "AUTOMATIC"
        default: false
        }
    }

    /// Why the policies refused it, where they did.
    private var refusal: String? {
        guard record["errorCode"]?.string == "AccessDenied", let reasons = record["authorization"]?.object else { return nil }
        for (_, reason) in reasons {
            if let reason = reason.string, !reason.hasPrefix("allowed ") { return reason }
        }
        return nil
    }

    private var name: String { record["eventName"]?.string ?? "?" }

    var text: String {
        let time = Self.localTime(record["eventTime"]?.string ?? "")
        var text = "\(time) \(who) \(deed)"
        if let error = record["errorCode"]?.string { text += " — refused (\(refusal ?? error))" }
        let program = self.program
        if !program.isEmpty { text += " with \(program)" }
        if let address = record["sourceIPAddress"]?.string, address.first?.isNumber == true { text += " from \(address)" }
        return Terminal.plain(text)
    }

    /// As this machine's clocks show it: `2026-11-26 00:30:05`.
    private static func localTime(_ text: String) -> String {
        guard let time = Timestamp(iso8601: text) else { return text }
        var seconds = time_t(time.milliseconds / 1000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            let count = strftime(buffer.baseAddress, buffer.count, "%Y-%m-%d %H:%M:%S", &parts)
            return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    private var who: String {
        let identity = record["userIdentity"]
        switch identity?["type"]?.string {
        case "Root": return "owner"
        case "IAMUser": return "user/\(identity?["userName"]?.string ?? "?")"
        case "AssumedRole":
            let issuer = identity?["sessionContext"]?["sessionIssuer"]
            let role = issuer?["userName"]?.string ?? "?"
            let isApp = issuer?["arn"]?.string?.contains(":role/app/") == true
            return (isApp ? "app/" : "role/") + role
        case "FederatedUser", "WebIdentityUser":
            return identity?["userName"]?.string ?? identity?["arn"]?.string?.split(separator: "/").last.map { String($0) } ?? "?"
        case "AWSService": return "coffer"
        default: return "somebody"
        }
    }

    private var program: String {
        let agent = record["userAgent"]?.string ?? ""
        let words = agent.split(separator: " ")
        if words.first?.hasPrefix("coffer-run/") == true { return words.dropFirst().joined(separator: " ") + " (coffer run)" }
        if words.first?.hasPrefix("coffer/") == true { return "coffer " + words.dropFirst().joined(separator: " ") }
        return words.first.map { String($0) } ?? ""
    }

    private var deed: String {
        let parameters = record["requestParameters"]
        func text(_ name: String) -> String? { parameters?[name]?.string }
        let secret = text("secretId").map { $0.hasPrefix("arn:") ? AppRole.shortName(ofSecret: $0) : $0 } ?? text("name") ?? "a secret"
        let key = text("keyId").map(Self.shortKey) ?? resource("AWS::KMS::Key").map(Self.shortKey) ?? "a key"
        if secret.hasPrefix("coffer/undo/"), let deed = Self.fileDeeds[name] { return "\(deed) a file as it was before it was rewritten" }
        let isSecret = record["eventSource"]?.string == "secretsmanager.amazonaws.com"
        switch name {
        case "TagResource" where isSecret, "UntagResource" where isSecret: return "changed the labels of \(secret)"
        case "GetSecretValue": return "unlocked \(secret)"
        case "CreateSecret": return "stored \(secret)"
        case "UpdateSecret": return "changed \(secret)"
        case "PutSecretValue": return "put a new value into \(secret)"
        case "UpdateSecretVersionStage": return "moved \(text("versionStage") ?? "a stage") of \(secret)"
        case "DeleteSecret": return "deleted \(secret)"
        case "Decrypt":
            if let arn = parameters?["encryptionContext"]?["SecretARN"]?.string {
                return "decrypted \(AppRole.shortName(ofSecret: arn))"
            }
            return "decrypted with \(key)"
        case "CreateAlias": return "named a key \(text("aliasName") ?? "?")"
        case "ReplicateKey": return "replicated \(key) to \(text("replicaRegion") ?? "a Region")"
        case "UpdatePrimaryRegion": return "made \(text("primaryRegion") ?? "a Region") the primary Region of \(key)"
        case "CreateGrant":
            return "granted \(text("granteePrincipal") ?? text("granteeServicePrincipal") ?? "somebody") the use of \(key)"
        case "AssumeRole", "AssumeRoleWithWebIdentity":
            let role = (text("roleArn") ?? "a role").split(separator: "/").last.map { String($0) } ?? "a role"
            return "became \(role)"
        case "CreateRole": return "made the role \(text("roleName") ?? "?")"
        case "PutRolePolicy":
            let role = text("roleName") ?? "?"
            return text("policyName") == "AWSRevokeOlderSessions" ? "ended the sessions of \(role)" : "changed what \(role) may do"
        case "DeleteRolePolicy": return "took the policy \(text("policyName") ?? "?") of \(text("roleName") ?? "?") away"
        case "UpdateAssumeRolePolicy": return "changed who may act as \(text("roleName") ?? "?")"
        case "CreateOpenIDConnectProvider": return "registered the identity provider \(text("url") ?? "?")"
        case "PutIdentityProviderKeys": return "gave the keys of the identity provider \(text("providerArn") ?? "?")"
        case "CreateAccount": return "added the account \(text("name") ?? "?")"
        case "GetOwnerKey": return "looked at the owner's access key"
        case "RecordBackup": return "backed the vault up into \(text("place") ?? "a folder")"
        case "RotateOwnerKey": return "replaced the owner's access key"
        default:
            if let deed = Self.keyDeeds[name] { return "\(deed) \(key)" }
            let service = (record["eventSource"]?.string ?? "").split(separator: ".").first.map { String($0) } ?? "?"
            return "called \(service):\(name)"
        }
    }

    /// What is done with what an undo is made with.
    private static let fileDeeds = ["CreateSecret": "kept", "GetSecretValue": "looked up", "DeleteSecret": "forgot"]

    /// What is done with a key, before its name.
    private static let keyDeeds = [
        "Encrypt": "encrypted with", "ReEncrypt": "encrypted anew what was under", "GenerateDataKey": "made a data key of",
        "GenerateDataKeyWithoutPlaintext": "made a data key of", "GenerateDataKeyPair": "made a data key pair of",
        "GenerateDataKeyPairWithoutPlaintext": "made a data key pair of", "Sign": "signed with",
        "Verify": "checked a signature of", "GenerateMac": "made a MAC with", "VerifyMac": "checked a MAC of",
        "DeriveSharedSecret": "derived a shared secret with", "Encapsulate": "made a shared secret for",
        "Decapsulate": "opened a shared secret with", "CreateKey": "made", "RotateKeyOnDemand": "rotated",
        "RotateKey": "rotated", "EnableKey": "enabled", "DisableKey": "disabled",
        "ScheduleKeyDeletion": "scheduled the deletion of", "CancelKeyDeletion": "called off the deletion of",
        "DeleteKey": "destroyed", "PutKeyPolicy": "changed the policy of", "RetireGrant": "gave back a grant on",
        "RevokeGrant": "took away a grant on", "GetParametersForImport": "asked to import material into",
        "ImportKeyMaterial": "imported material into", "DeleteImportedKeyMaterial": "deleted material of",
        "DeleteExpiredKeyMaterial": "destroyed expired material of",
        "EnableKeyRotation": "turned on the rotation of", "DisableKeyRotation": "turned off the rotation of",
    ]

    private func resource(_ type: String) -> String? {
        record["resources"]?.array?.first { $0["type"]?.string == type }?["ARN"]?.string
    }

    private static func shortKey(_ id: String) -> String {
        if id.contains("alias/"), let mark = id.firstRange(of: "alias/") { return String(id[mark.lowerBound...]) }
        let last = id.split(separator: "/").last ?? "?"
        return "key \(last.prefix(8))…"
    }
}
