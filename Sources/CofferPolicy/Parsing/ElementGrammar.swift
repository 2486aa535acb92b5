// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// How an action is written: `kms:Decrypt`, with wildcards behind the colon, or `*`.
enum ActionGrammar {
    /// What IAM says of one that is not: its words, or nil.
    static func fault(in text: String) -> String? {
        // The one wildcard that IAM takes for a vendor is in the other spelling of `*`.
        if text == "*" || text == "*:*" { return nil }
        let parts = text.utf8.split(separator: 0x3a, omittingEmptySubsequences: false)
        guard parts.count > 1 else {
            return "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."
        }
        guard parts.count == 2 else { return "Actions/Condition can contain only one colon." }
        guard !parts[0].contains(where: { $0 == 0x2a || $0 == 0x3f }) else {
            return "Action vendors (e.g., aws, ec2, etc.) must not contain wildcards."
        }
        guard !parts[0].isEmpty, parts[0].allSatisfy(isVendor) else {
            return "Vendor \(PolicyError.quote(String(Substring(parts[0])))) is not valid"
        }
        return nil
    }

    static func isVendor(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == 0x2d || byte == 0x2e }
}

/// How IAM wants resources written. What its newer and its older parser find is told apart, for their messages are.
enum ResourceGrammar {
    private static let iamPaths = [
        "user/", "federated-user/", "role/", "group/", "instance-profile/", "mfa/", "server-certificate/", "policy/",
        "sms-mfa/", "saml-provider/", "oidc-provider/", "report/", "access-report/",
    ]

    /// What IAM says of one that is no ARN, or not one of its service's: its words, or nil.
    static func fault(in text: String) -> String? {
        let shown = PolicyError.quote(text)
        let parts = ARNPattern.splitOutsideVariables(Array(text.utf8), variables: true)
        guard parts.count > 1 else { return "Resource \(shown) must be in ARN format or \"*\"." }
        guard isWild(parts[1]) || Partition(rawValue: parts[1]) != nil else {
            let rest = (2..<6).map { $0 < parts.count ? parts[$0] : "*" }.joined(separator: ":")
            let partition = PolicyError.quote(parts[1])
            return
                "Partition \"\(partition)\" is not valid for resource \"arn:\(partition):\(PolicyError.quote(rest))\"."
        }
        guard parts[0] == "arn" else { return "Resource \(shown) must be in ARN format or \"*\"." }
        guard parts.count > 2, !isWild(parts[2]) else {
            return "Resource vendor must be fully qualified and cannot contain regexes."
        }
        let hasRegion = parts.count > 4 && !parts[3].isEmpty
        let path = parts.count > 5 ? parts[5] : "*"
        switch parts[2] {
        case "s3" where hasRegion && !path.hasPrefix("accesspoint/"):
            return "Resource \(shown) can not contain region information."
        case "iam" where hasRegion: return "IAM resource \(shown) cannot contain region information."
        case "iam" where path != "*" && !iamPaths.contains(where: { path.hasPrefix($0) }):
            return "IAM resource path must either be \"*\" or start with \(iamPaths.joined(separator: ", "))."
        default: return nil
        }
    }

    /// False for an ARN without a vendor, and for one that leaves a part empty but has not all of them.
    static func passesLegacyParsing(_ text: String) -> Bool {
        let parts = ARNPattern.splitOutsideVariables(Array(text.utf8), variables: true)
        if parts.count > 2, parts[2].isEmpty { return false }
        return parts.count >= 6 || !parts.dropLast().contains("")
    }

    private static func isWild(_ part: String) -> Bool { part.contains("*") || part.contains("?") }
}
