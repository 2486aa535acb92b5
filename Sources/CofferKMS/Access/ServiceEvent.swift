// SPDX-License-Identifier: Apache-2.0
internal import CofferAudit
internal import CofferBase
internal import CofferPipeline

/// Events of what KMS does by itself.
enum ServiceEvent {
    static func record(
        _ name: String, _ key: KeyRecord, in scope: Scope, at now: Timestamp, details: [(name: String, value: JSONValue)] = []
    ) -> TrailRecord {
        let arn = key.arn(in: scope).description
        var event = TrailEvent(
            time: now, eventID: UniqueID.uuid(), source: "kms.amazonaws.com", name: name,
            region: scope.region.description, sourceAddress: "kms.amazonaws.com", userAgent: "kms.amazonaws.com",
            identity: TrailIdentity(
                type: "AWSService", principalID: "kms.amazonaws.com", arn: "", accountID: scope.account.description),
            requestID: UniqueID.uuid(), isReadOnly: false, recipientAccountID: scope.account.description)
        event.invokedBy = "kms.amazonaws.com"
        event.response = ["keyId": .string(arn)]
        event.serviceDetails = .object(JSONObject(details + [(name: "keyId", value: .string(key.id))]))
        event.resources = [KeyTrail.resource(arn, in: scope)]
        return TrailRecord(scope: scope, time: now, eventID: event.eventID, document: event.encoded())
    }

    static func rotation(
        _ key: KeyRecord, to material: String, _ type: KeyMaterial.Rotation, in scope: Scope, at now: Timestamp
    ) -> TrailRecord {
        record(
            "RotateKey", key, in: scope, at: now,
            details: [
                (name: "rotationType", value: .string(type.rawValue)), (name: "keyOrigin", value: .string(key.origin)),
                (name: "previousKeyMaterialId", value: .string(key.currentMaterial ?? "")),
                (name: "currentKeyMaterialId", value: .string(material)),
            ])
    }
}
