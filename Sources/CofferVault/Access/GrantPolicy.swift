// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// An app's permissions and denials as IAM policies. Each group of secrets with the same limits is a group of statements
/// whose Sids end in its number; without limits, in nothing.
struct GrantPolicy {
    private var statements: [JSONValue] = []

    /// GetSecretValue on those secrets, and Decrypt under those secrets' encryption context alone.
    init(_ permissions: AppRole.Permissions, app: String) {
        var number = 0
        for grant in permissions.grants {
            if !grant.limits.isNone { number += 1 }
            let group = grant.limits.isNone ? "" : String(number)
            let isPattern = grant.secrets.contains { $0.contains("*") }
            for part in grant.limits.parts {
                add(
                    "ReadSecrets\(group)\(part.rawValue)", "Allow", "secretsmanager:GetSecretValue", grant.secrets,
                    .condition(grant.limits.timeConditions(part) + grant.limits.requestConditions))
                let context = (
                    isPattern ? "StringLike" : "StringEquals", "kms:EncryptionContext:SecretARN", grant.secrets
                )
                add(
                    "DecryptSecrets\(group)\(part.rawValue)", "Allow", "kms:Decrypt", permissions.keys,
                    .condition([context] + grant.limits.timeConditions(part)))
            }
        }
        guard let limits = permissions.blobs else { return }
        for part in limits.parts {
            let blob: AccessLimits.Conditions = [
                ("StringEqualsIfExists", "kms:EncryptionContext:\(AppRole.blobContext)", [app]),
                ("Null", "kms:EncryptionContext:SecretARN", ["true"]),
            ]
            add(
                "DecryptBlobs\(part.rawValue)", "Allow", "kms:Decrypt", permissions.keys,
                .condition(blob + limits.timeConditions(part) + limits.requestConditions))
        }
    }

    /// Those secrets never, or not inside of the limits. Everything is `*`.
    init(denying denials: [AppRole.Grant]) {
        for (index, denial) in denials.enumerated() {
            let isEverything = denial.secrets == [AppRole.everything]
            for part in denial.limits.parts {
                add(
                    "\(isEverything ? "DenyEverything" : "DenySecrets")\(index + 1)\(part.rawValue)", "Deny",
                    isEverything ? "*" : "secretsmanager:GetSecretValue", denial.secrets,
                    .condition(denial.limits.timeConditions(part) + denial.limits.requestConditions))
            }
        }
    }

    private mutating func add(
        _ sid: String, _ effect: String, _ action: String, _ resources: [String], _ condition: JSONValue
    ) {
        var members: [(name: String, value: JSONValue)] = [
            ("Sid", .string(sid)), ("Effect", .string(effect)), ("Action", .string(action)),
            ("Resource", .array(resources.map(JSONValue.string))),
        ]
        if condition.object?.isEmpty == false { members.append(("Condition", condition)) }
        statements.append(.object(JSONObject(members)))
    }

    var json: JSONValue {
        .object(JSONObject([("Version", "2012-10-17"), ("Statement", .array(statements))]))
    }

    // MARK: Reading back

    /// What `init(_:app:)` wrote.
    static func permissions(in policy: String) -> AppRole.Permissions {
        let groups = groups(in: policy)
        let keys = groups.flatMap { $0.kind == "DecryptSecrets" || $0.kind == "DecryptBlobs" ? $0.resources : [] }
        let grants = groups.filter { $0.kind == "ReadSecrets" }.map { AppRole.Grant($0.resources.sorted(), $0.limits) }
        return AppRole.Permissions(
            grants, keys: Array(Set(keys)).sorted(), blobs: groups.first { $0.kind == "DecryptBlobs" }?.limits)
    }

    /// What `init(denying:)` wrote.
    static func denials(in policy: String) -> [AppRole.Grant] {
        groups(in: policy).filter { ["DenySecrets", "DenyEverything"].contains($0.kind) }
            .map { AppRole.Grant($0.resources, $0.limits) }
    }

    /// The denial that a statement belongs to, by its Sid.
    static func denial(_ sid: String, in policy: String) -> AppRole.Grant? {
        let morning = AccessLimits.Part.morning.rawValue
        let evening = sid.hasSuffix(morning) ? String(sid.dropLast(morning.count)) : sid
        return groups(in: policy).first { $0.sid == evening }.map { AppRole.Grant($0.resources, $0.limits) }
    }

    private struct Group {
        let sid: String
        let kind: String
        let resources: [String]
        let limits: AccessLimits
    }

    private static func groups(in policy: String) -> [Group] {
        guard let json = try? JSONValue(parsing: policy) else { return [] }
        let statements = json["Statement"]?.array ?? json["Statement"].map { [$0] } ?? []
        let morning = AccessLimits.Part.morning.rawValue
        func statement(_ sid: String) -> JSONValue? { statements.first { $0["Sid"]?.string == sid } }
        return statements.compactMap { found in
            guard let sid = found["Sid"]?.string, !sid.hasSuffix(morning) else { return nil }
            let limits = AccessLimits(reading: found["Condition"], morning: statement(sid + morning)?["Condition"])
            let kind = String(sid.reversed().drop(while: \.isASCIIDigit).reversed())
            return Group(sid: sid, kind: kind, resources: found["Resource"]?.texts ?? [], limits: limits)
        }
    }
}
