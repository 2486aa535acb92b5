// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// Makes a key with its first material, or one that waits for its import.
struct CreateKey: OperationHandler {
    typealias Operation = KMS.CreateKey

    let vault: Vault
    var isReadOnly: Bool { false }
    /// RSA keys take up to seconds.
    func workload(_ input: KMS.CreateKeyInput) -> Workload {
        (input.keySpec ?? input.customerMasterKeySpec)?.hasPrefix("RSA_") == true ? .computing : .brief
    }

    /// What was asked for, with the defaults put in.
    struct Target: Sendable {
        let spec: String
        let usage: String
        let origin: String
    }

    func locate(_ input: KMS.CreateKeyInput, _ request: Authenticated) throws -> Located<Target> {
        let target = try target(of: input)
        try KeyTags.checkCount(input.tags)
        let tags = input.tags ?? []
        var conditions = KeyTags.conditions(tags)
        conditions["kms:KeySpec"] = [target.spec]
        conditions["kms:KeyUsage"] = [target.usage]
        conditions["kms:KeyOrigin"] = [target.origin]
        conditions["kms:MultiRegion"] = [input.multiRegion == true ? "true" : "false"]
        if input.multiRegion == true { conditions["kms:MultiRegionKeyType"] = ["PRIMARY"] }
        if let bypass = input.bypassPolicyLockoutSafetyCheck {
            conditions["kms:BypassPolicyLockoutSafetyCheck"] = [bypass ? "true" : "false"]
        }
        var checks = [AccessCheck.account("kms:CreateKey", request, conditions)]
        if !tags.isEmpty { checks.append(.account("kms:TagResource", request, conditions)) }
        return Located(target, checks: checks)
    }

    private func target(of input: KMS.CreateKeyInput) throws -> Target {
        if input.keySpec != nil, input.customerMasterKeySpec != nil {
            throw AWSError.validation(
                "You cannot specify KeySpec and CustomerMasterKeySpec in the same request. "
                    + "CustomerMasterKeySpec is deprecated."
            )
        }
        let spec = input.keySpec ?? input.customerMasterKeySpec ?? KeySpec.symmetricDefault
        guard spec == KeySpec.symmetricDefault || input.keyUsage != nil else {
            throw AWSError.validation(
                "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.")
        }
        return Target(
            spec: spec, usage: input.keyUsage ?? KeyUsage.encryptDecrypt.rawValue,
            origin: input.origin ?? KeyOrigin.kms.rawValue)
    }

    func perform(
        _ input: KMS.CreateKeyInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<KMS.CreateKeyOutput> {
        let target = authorized.target
        let scope = request.scope
        let (spec, origin) = try kind(input, target, in: scope)
        let isMultiRegion = input.multiRegion == true
        let id = isMultiRegion ? KeyRecord.newMultiRegionID() : UniqueID.uuid()
        let arn = ARN(service: "kms", scope: scope, resource: "key/\(id)").description
        let tags = try KeyTags.adding(input.tags ?? [], to: [:], most: vault.settings.quotas.tagsPerKey)
        let policy = try input.policy.map {
            try KeyPolicyText.accepted(
                $0, keyARN: arn, in: scope, mayLockOut: input.bypassPolicyLockoutSafetyCheck == true, conditions: [:],
                request, vault)
        }
        let made = origin == .kms ? KeyCrypto(vault: vault).newMaterial(spec, for: id, in: scope, at: request.receivedAt) : nil
        var record = KeyRecord(
            id: id, createdAt: request.receivedAt.milliseconds, description: input.description ?? "", state: .enabled,
            spec: target.spec, usage: target.usage, origin: origin.rawValue, manager: .customer,
            isMultiRegion: isMultiRegion, policy: policy ?? KeyPolicyText.standard(for: scope), tags: tags, aliases: [],
            materials: made.map { [$0.material] } ?? [], currentMaterial: made?.material.id)
        record.publicKey = made?.publicKey.map { Base64.encode($0) }
        if isMultiRegion { record.multiRegion = .init(primary: scope.region.description, replicas: []) }
        let new = record
        let notes = TrailNotes(
            response: ["keyMetadata": KeyTrail.metadata(new, in: scope, at: request.receivedAt)],
            resources: [KeyTrail.resource(arn, in: scope)])
        let most = vault.settings.quotas.keys
        return .change(notes) { writer in
            try KeyCount.add(writer, in: scope, most: most)
            try writer.insert(new, in: scope)
            return KMS.CreateKeyOutput(keyMetadata: KMS.KeyMetadata(new, in: scope, at: request.receivedAt))
        }
    }

    /// That there is such a key here. What AWS offers and this vault doesn't is said in so many words.
    private func kind(
        _ input: KMS.CreateKeyInput, _ target: Target, in scope: Scope
    ) throws -> (spec: KeySpec, origin: KeyOrigin) {
        try checkCustomKeyStore(input, target)
        guard let origin = KeyOrigin(rawValue: target.origin) else { throw AWSError.noCustomKeyStores }
        guard let spec = KeySpec(target.spec), target.spec != KeyPairSpec.sm2.rawValue || scope.partition == .china
        else { throw AWSError.unsupported("Keys of the KeySpec \(target.spec) are not supported in \(scope.region).") }
        guard spec.usages.contains(where: { $0.rawValue == target.usage }) else {
            throw AWSError.validation("KeyUsage \(target.usage) is not compatible with KeySpec \(target.spec)")
        }
        guard origin == .kms || spec.isImportable else {
            throw AWSError.validation("KeySpec \(target.spec) is not supported for Origin \(target.origin)")
        }
        return (spec, origin)
    }

    private func checkCustomKeyStore(_ input: KMS.CreateKeyInput, _ target: Target) throws {
        let needsStore = target.origin == "AWS_CLOUDHSM" || target.origin == "EXTERNAL_KEY_STORE"
        if let id = input.customKeyStoreId {
            guard needsStore else {
                throw AWSError.validation("A CustomKeyStoreId cannot be used with the Origin \(target.origin).")
            }
            throw AWSError.noCustomKeyStore(id)
        }
        if needsStore { throw AWSError.validation("A CustomKeyStoreId is required for the Origin \(target.origin).") }
        if input.xksKeyId != nil {
            throw AWSError.validation("An XksKeyId can only be used with the Origin EXTERNAL_KEY_STORE.")
        }
    }

    func trailParameters(_ input: KMS.CreateKeyInput) -> JSONValue? {
        TrailParameters()
            .with("policy", input.policy).with("description", input.description).with("keyUsage", input.keyUsage)
            .with("customerMasterKeySpec", input.customerMasterKeySpec).with("keySpec", input.keySpec)
            .with("origin", input.origin).with("customKeyStoreId", input.customKeyStoreId)
            .with("bypassPolicyLockoutSafetyCheck", input.bypassPolicyLockoutSafetyCheck).with("tags", input.tags)
            .with("multiRegion", input.multiRegion).value
    }
}

/// How many keys an account has in a Region.
enum KeyCount {
    private static func counter(_ scope: Scope) -> QuotaCounter { QuotaCounter("kms-keys", in: scope) }

    static func add(_ writer: any StoreWriter, in scope: Scope, most: Int) throws {
        let isAdded = try counter(scope).add(writer, most: most) { try counted(writer, in: scope) }
        guard isAdded else {
            throw AWSError.limitExceeded(
                "The account \(scope.account) has \(most) KMS keys in \(scope.region), and can have no more.")
        }
    }

    static func remove(_ writer: any StoreWriter, in scope: Scope) throws { try counter(scope).remove(writer) }

    /// Those there are where none were counted yet: in a store from before there were quotas. AWS's own don't count.
    private static func counted(_ reader: any StoreReader, in scope: Scope) throws -> Int {
        var (count, last) = (0, String?.none)
        while case let page = try reader.list(KeyRecord.self, in: scope, after: last, limit: 1000), !page.isEmpty {
            count += page.count { $0.value.manager == .customer }
            last = page.last?.value.id
        }
        return count
    }
}

extension KeyRecord {
    /// `mrk-` and 32 hexadecimal digits. Blobs hold the 16 bytes alone, so these are never those of a random UUID.
    static func newMultiRegionID() -> String {
        var bytes = UniqueID.bytes(16)
        if bytes[6] >> 4 == 4 { bytes[6] ^= 0x80 }
        return "mrk-" + Hex.encode(bytes)
    }
}
