// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
internal import CofferPipeline

/// What the trail holds of KMS's calls: the members that CloudTrail shows, and no others (peers' mistake 9).
enum KeyTrail {
    static func resource(_ key: PreparedKey) -> TrailResource { resource(key.arn, in: key.scope) }

    static func resource(_ arn: String, in scope: Scope) -> TrailResource {
        TrailResource(arn: arn, accountID: scope.account.description, type: "AWS::KMS::Key")
    }

    /// Of a call that only reads, or whose answer CloudTrail leaves empty.
    static func notes(_ key: PreparedKey) -> TrailNotes { TrailNotes(resources: [resource(key)]) }

    /// Of a cryptographic operation with a key: GetKeyLastUsage tells of it.
    static func use(_ key: PreparedKey, material: String? = nil) -> TrailNotes {
        var notes = TrailNotes(
            additional: material.map { .object(JSONObject([(name: "keyMaterialId", value: .string($0))])) },
            resources: [resource(key)])
        notes.usedKeys = [KeyLastUse.setting(key)]
        return notes
    }

    static func reEncryption(
        _ source: PreparedKey, _ sourceMaterial: String?, _ destination: PreparedKey, _ destinationMaterial: String?
    ) -> TrailNotes {
        var materials = JSONObject()
        if let sourceMaterial { materials["sourceKeyMaterialId"] = .string(sourceMaterial) }
        if let destinationMaterial { materials["destinationKeyMaterialId"] = .string(destinationMaterial) }
        var notes = TrailNotes(
            additional: materials.isEmpty ? nil : .object(materials),
            resources: [resource(source), resource(destination)])
        notes.usedKeys = [KeyLastUse.setting(source), KeyLastUse.setting(destination)]
        return notes
    }

    /// Of a call that changes a key: CloudTrail names it in the answer even where the reply has no members.
    static func change(_ key: PreparedKey, _ more: [(name: String, value: JSONValue)] = []) -> TrailNotes {
        TrailNotes(
            response: .object(JSONObject([(name: "keyId", value: .string(key.arn))] + more)), resources: [resource(key)]
        )
    }

    /// Of a change to an alias, which stands among the resources: CloudTrail gives it the type of a key.
    static func change(_ key: PreparedKey, alias: String, isNew: Bool = false) -> TrailNotes {
        var notes = change(key)
        let alias = resource(AliasRecord.arn(alias, in: key.scope).description, in: key.scope)
        notes.resources.insert(alias, at: isNew ? 1 : 0)
        return notes
    }

    static func metadata(_ record: KeyRecord, in scope: Scope, at now: Timestamp) -> JSONValue {
        let metadata = KMS.KeyMetadata(record, in: scope, at: now)
        var members: [(name: String, value: JSONValue)] = [
            (name: "aWSAccountId", value: .string(scope.account.description)),
            (name: "keyId", value: .string(record.id)),
            (name: "arn", value: .string(record.arn(in: scope).description)),
            (name: "creationDate", value: date(record.createdAt)),
            (name: "enabled", value: .bool(metadata.enabled == true)),
            (name: "description", value: .string(record.description)),
            (name: "keyUsage", value: .string(record.usage)),
            (name: "keyState", value: .string(metadata.keyState ?? "")),
            (name: "origin", value: .string(record.origin)),
            (name: "keyManager", value: .string(record.manager.rawValue)),
            (name: "customerMasterKeySpec", value: .string(record.spec)),
            (name: "keySpec", value: .string(record.spec)),
        ]
        func add(_ name: String, _ texts: [String]?) {
            if let texts { members.append((name: name, value: .array(texts.map { .string($0) }))) }
        }
        add("encryptionAlgorithms", metadata.encryptionAlgorithms)
        add("signingAlgorithms", metadata.signingAlgorithms)
        add("macAlgorithms", metadata.macAlgorithms)
        add("keyAgreementAlgorithms", metadata.keyAgreementAlgorithms)
        add("encapsulationAlgorithms", metadata.encapsulationAlgorithms)
        members.append((name: "multiRegion", value: .bool(record.isMultiRegion)))
        if let regions = metadata.multiRegionConfiguration {
            members.append((name: "multiRegionConfiguration", value: multiRegion(regions)))
        }
        if let id = metadata.currentKeyMaterialId { members.append((name: "currentKeyMaterialId", value: .string(id))) }
        return .object(JSONObject(members))
    }

    private static func multiRegion(_ regions: KMS.MultiRegionConfiguration) -> JSONValue {
        func key(_ key: KMS.MultiRegionKey?) -> JSONValue {
            ["arn": .string(key?.arn ?? ""), "region": .string(key?.region ?? "")]
        }
        return [
            "multiRegionKeyType": .string(regions.multiRegionKeyType ?? ""), "primaryKey": key(regions.primaryKey),
            "replicaKeys": .array((regions.replicaKeys ?? []).map { key($0) }),
        ]
    }

    static func tags(_ tags: [KMS.Tag]) -> JSONValue {
        .array(tags.map { ["tagKey": .string($0.tagKey), "tagValue": .string($0.tagValue)] })
    }

    /// `Nov 23, 2026, 9:43:15 PM`.
    static func date(_ milliseconds: Int64) -> JSONValue {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let time = Timestamp(milliseconds: milliseconds).civil
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
        return .string(
            "\(months[time.month - 1]) \(time.day), \(time.year), \(hour):\(two(time.minute)):\(two(time.second)) "
                + (time.hour < 12 ? "AM" : "PM"))
    }
}

/// Collects the members that are there.
struct TrailParameters {
    private var object = JSONObject()

    var value: JSONValue? { object.isEmpty ? nil : .object(object) }

    consuming func with(_ name: String, _ text: String?) -> TrailParameters { adding(name, text.map { .string($0) }) }
    consuming func with(_ name: String, _ number: Int?) -> TrailParameters {
        adding(name, number.map { .integer(Int64($0)) })
    }
    consuming func with(_ name: String, _ flag: Bool?) -> TrailParameters { adding(name, flag.map { .bool($0) }) }
    consuming func with(_ name: String, _ texts: [String]?) -> TrailParameters {
        adding(name, texts.map { .array($0.map { .string($0) }) })
    }

    consuming func with(_ name: String, _ tags: [KMS.Tag]?) -> TrailParameters {
        adding(name, tags.map { KeyTrail.tags($0) })
    }

    consuming func with(_ name: String, _ constraints: KMS.GrantConstraints?) -> TrailParameters {
        guard let constraints else { return self }
        let members = TrailParameters().with("encryptionContextSubset", constraints.encryptionContextSubset)
            .with("encryptionContextEquals", constraints.encryptionContextEquals).with("sourceArn", constraints.sourceArn)
        return adding(name, members.value)
    }

    /// An encryption context, which isn't secret: the trail is where it is looked for.
    consuming func with(_ name: String, _ context: [String: String]?) -> TrailParameters {
        guard let context, !context.isEmpty else { return self }
        let members = context.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return adding(name, .object(JSONObject(members.map { (name: $0.key, value: .string($0.value)) })))
    }

    private consuming func adding(_ name: String, _ value: JSONValue?) -> TrailParameters {
        if let value { object.members.append((name: name, value: value)) }
        return self
    }
}
