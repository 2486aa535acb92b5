// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
internal import CofferPipeline

/// What the trail shows of a call. Allow-lists: a member that isn't named here stays out (peers' mistake 9).
///
/// Source: Secrets Manager User Guide, "Log AWS Secrets Manager events with AWS CloudTrail".
enum SecretTrail {
    /// Stands in for a value, so that the log shows that there was one.
    static let hidden = JSONValue.string("HIDDEN_DUE_TO_SECURITY_REASONS")

    /// An object of the members that are there.
    static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(JSONObject(members.compactMap { member in member.value.map { (name: member.key, value: $0) } }))
    }

    static func text(_ value: String?) -> JSONValue? { value.map { .string($0) } }
    static func list(_ values: [String]?) -> JSONValue? { values.map { .array($0.map { .string($0) }) } }
    static func number(_ value: Int?) -> JSONValue? { value.map { .integer(Int64($0)) } }
    static func flag(_ value: Bool?) -> JSONValue? { value.map { .bool($0) } }

    static func tags(_ tags: [SecretsManager.Tag]?) -> JSONValue? {
        tags.map { .array($0.map { object(["key": text($0.key), "value": text($0.value)]) }) }
    }

    static func filters(_ filters: [SecretsManager.Filter]?) -> JSONValue? {
        filters.map { .array($0.map { object(["key": text($0.key), "values": list($0.values)]) }) }
    }

    /// `responseElements` of a change.
    static func response(_ secret: FoundSecret, versionID: String? = nil) -> JSONValue {
        object(["arn": .string(secret.arn), "name": .string(secret.name), "versionId": text(versionID)])
    }

    static func notes(_ secret: FoundSecret, versionID: String? = nil, onBehalf: [InnerCall] = []) -> TrailNotes {
        TrailNotes(
            response: response(secret, versionID: versionID), resources: [secret.trailResource], onBehalf: onBehalf)
    }
}

extension Authenticated {
    /// The start of the day, UTC: what dates of access are cut to.
    var day: Int64 { receivedAt.milliseconds - receivedAt.milliseconds % 86_400_000 }
}
