// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Makes a related key in another Region, with the same id and material.
struct ReplicateKey: OperationHandler {
    typealias Operation = KMS.ReplicateKey

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.ReplicateKeyInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try KeyTags.checkCount(input.tags)
        let found = try keys.find(input.keyId, for: "kms:ReplicateKey", request, forms: .plain)
        var asked: [ExactString: [String]] = ["kms:ReplicaRegion": [input.replicaRegion]]
        // Who may not lock an account out of a key with CreateKey may not do it this way either.
        let bypass = input.bypassPolicyLockoutSafetyCheck.map { [$0 ? "true" : "false"] }
        asked["kms:BypassPolicyLockoutSafetyCheck"] = bypass
        let conditionsOfReplication = asked
        var located = found.located("kms:ReplicateKey", request, conditionsOfReplication)
        var tags = KeyTags.conditions(input.tags ?? [])
        if !tags.isEmpty { tags["aws:RequestedRegion"] = [input.replicaRegion] }
        var conditions = found.key.conditions.filter { !$0.key.text.hasPrefix("aws:ResourceTag/") }
        conditions["kms:ResourceAliases"] = nil
        conditions["kms:MultiRegionKeyType"] = ["REPLICA"]
        conditions["aws:RequestedRegion"] = [input.replicaRegion]
        conditions["kms:BypassPolicyLockoutSafetyCheck"] = bypass
        located.checks.append(.account("kms:CreateKey", request, conditions.merging(tags) { $1 }))
        if !tags.isEmpty { located.checks.append(.account("kms:TagResource", request, tags)) }
        return located
    }

    func perform(
        _ input: KMS.ReplicateKeyInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.ReplicateKeyOutput> {
        let key = authorized.target.key
        guard let regions = key.record.multiRegion, !key.isReplica else {
            throw AWSError.unsupported("\(key.arn) is not a multi-region primary key.")
        }
        try key.check(.replicate, request)
        let scope = try replicaScope(input.replicaRegion, of: key)
        let stale = try keys.vault.load(KeyRecord.self, key.record.id, in: scope)
        if let stale, !stale.value.isGone(at: request.receivedAt) {
            throw AWSError(
                "AlreadyExistsException",
                "You can create only one replica of each primary key in each AWS Region.")
        }
        guard regions.replicas.count < Self.mostReplicas else {
            throw AWSError.limitExceeded("The key \(key.arn) has \(Self.mostReplicas) replicas, and can have no more.")
        }
        var grown = regions
        grown.replicas = Set(regions.replicas + [scope.region.description]).sorted()
        let all = grown
        let replica = try replica(of: key, all, in: scope, input, request)
        let (now, most) = (request.receivedAt, keys.vault.settings.quotas.keys)
        let output = output(replica, scope, input, now)
        var notes = notes(key, replica, output, scope, now)
        if let stale { notes.consequences.insert(ServiceEvent.record("DeleteKey", stale.value, in: scope, at: now), at: 0) }
        return .change(notes) { writer in
            if let stale { try KeyDestruction.write(stale, writer, at: now) }
            try KeyCount.add(writer, in: scope, most: most)
            // The primary too: it isn't what was read any more where a stale replica has just left it.
            try RelatedKeys.updateOthers(writer, of: replica, in: scope) { other, _ in
                other.multiRegion = all
                // The new replica lacks the imported material that was to be rotated to.
                for index in other.materials.indices where other.materials[index].pending != nil {
                    other.materials[index].pending = .multiRegionImport
                }
            }
            try writer.insert(replica, in: scope)
            return output
        }
    }

    /// More than AWS has Regions: each change of a key is written to all of its replicas at once.
    private static let mostReplicas = 50

    private func replicaScope(_ name: String, of key: PreparedKey) throws -> Scope {
        guard let region = Region(name), region.isLikely else {
            throw AWSError.validation(
                "Region \(name) is not a valid Region or multi-Region keys are not supported in Region \(name).")
        }
        guard region != key.scope.region else {
            throw AWSError.validation("\(name) cannot have a replica because it contains the primary.")
        }
        guard region.partition == key.scope.partition else {
            throw AWSError.validation(
                "The replica key Region must be in the same AWS partition as the primary key Region.")
        }
        return Scope(account: key.scope.account, region: region)
    }

    private func replica(
        of key: PreparedKey, _ regions: KeyRecord.MultiRegion, in scope: Scope, _ input: KMS.ReplicateKeyInput,
        _ request: Authenticated
    ) throws -> KeyRecord {
        let crypto = KeyCrypto(vault: keys.vault)
        let arn = ARN(service: "kms", scope: scope, resource: "key/\(key.record.id)").description
        let policy = try input.policy.map {
            try KeyPolicyText.accepted(
                $0, keyARN: arn, in: scope, mayLockOut: input.bypassPolicyLockoutSafetyCheck == true,
                conditions: key.conditions, request, keys.vault)
        }
        // Imported material isn't copied: it has to be imported in each Region.
        let isExternal = key.record.origin == KeyOrigin.external.rawValue
        let materials = try key.record.materials.map { material in
            guard isExternal else { return try crypto.copy(material, of: key.stored, to: scope) }
            var known = material
            known.forget()
            if known.pending != nil { known.pending = .multiRegionImport }
            return known
        }
        var replica = KeyRecord(
            id: key.record.id, createdAt: request.receivedAt.milliseconds, description: input.description ?? "",
            state: .enabled, spec: key.record.spec, usage: key.record.usage, origin: key.record.origin,
            manager: key.record.manager, isMultiRegion: true, policy: policy ?? KeyPolicyText.standard(for: scope),
            tags: try KeyTags.adding(input.tags ?? [], to: [:], most: keys.vault.settings.quotas.tagsPerKey),
            aliases: [], materials: materials, currentMaterial: key.record.currentMaterial)
        replica.publicKey = key.record.publicKey
        replica.multiRegion = regions
        let until = request.receivedAt + keys.vault.settings.multiRegionTransition
        replica.transition = .init(state: .creating, until: until.milliseconds)
        return replica
    }

    /// AWS's reply is that of a key that is still being made, whether or not it is by now.
    private func creating(_ replica: KeyRecord) -> KeyRecord {
        var creating = replica
        creating.transition?.until = .max
        return creating
    }

    private func output(
        _ replica: KeyRecord, _ scope: Scope, _ input: KMS.ReplicateKeyInput, _ now: Timestamp
    ) -> KMS.ReplicateKeyOutput {
        KMS.ReplicateKeyOutput(
            replicaKeyMetadata: KMS.KeyMetadata(creating(replica), in: scope, at: now), replicaPolicy: replica.policy,
            replicaTags: input.tags?.isEmpty == false ? KeyTags.list(replica.tags) : nil)
    }

    private func notes(
        _ key: PreparedKey, _ replica: KeyRecord, _ output: KMS.ReplicateKeyOutput, _ scope: Scope, _ now: Timestamp
    ) -> TrailNotes {
        var response = JSONObject([
            (name: "replicaKeyMetadata", value: KeyTrail.metadata(creating(replica), in: scope, at: now)),
            (name: "replicaPolicy", value: .string(replica.policy)),
        ])
        if let tags = output.replicaTags { response["replicaTags"] = KeyTrail.tags(tags) }
        var notes = TrailNotes(response: .object(response), resources: [KeyTrail.resource(key)])
        notes.consequences = [
            ServiceEvent.record("CreateKey", replica, in: scope, at: now),
            ServiceEvent.record("SynchronizeMultiRegionKey", replica, in: scope, at: now),
        ]
        return notes
    }

    func trailParameters(_ input: KMS.ReplicateKeyInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("replicaRegion", input.replicaRegion)
            .with("policy", input.policy).with("description", input.description).with("tags", input.tags)
            .with("bypassPolicyLockoutSafetyCheck", input.bypassPolicyLockoutSafetyCheck).value
    }
}

extension Region {
    /// Whether its name is made as AWS's are: an area, a direction and a number. Which there are, AWS decides.
    var isLikely: Bool {
        let parts = description.split(separator: "-")
        guard parts.count >= 3, parts.last?.allSatisfy(\.isNumber) == true else { return false }
        let directions = [
            "north", "south", "east", "west", "central", "northeast", "northwest", "southeast", "southwest", "de",
        ]
        return directions.contains(String(parts[parts.count - 2]))
    }
}
