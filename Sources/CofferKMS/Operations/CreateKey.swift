// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Makes a key with its first material.
struct CreateKey: OperationHandler {
    typealias Operation = KMS.CreateKey

    let vault: Vault
    var isReadOnly: Bool { false }

    /// What was asked for, with the defaults put in.
    struct Target: Sendable {
        let spec: String
        let usage: String
    }

    func locate(_ input: KMS.CreateKeyInput, _ request: Authenticated) throws -> Located<Target> {
        let target = try target(of: input)
        let tags = input.tags ?? []
        var conditions = KeyTags.conditions(tags)
        conditions["kms:KeySpec"] = [target.spec]
        conditions["kms:KeyUsage"] = [target.usage]
        conditions["kms:KeyOrigin"] = [input.origin ?? KeyChoice.originKMS]
        conditions["kms:MultiRegion"] = [input.multiRegion == true ? "true" : "false"]
        conditions["kms:BypassPolicyLockoutSafetyCheck"] = [
            input.bypassPolicyLockoutSafetyCheck == true ? "true" : "false"
        ]
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
        let spec = input.keySpec ?? input.customerMasterKeySpec ?? KeyChoice.symmetricDefault
        guard spec == KeyChoice.symmetricDefault || input.keyUsage != nil else {
            throw AWSError.validation(
                "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.")
        }
        return Target(spec: spec, usage: input.keyUsage ?? KeyChoice.encryptDecrypt)
    }

    func perform(
        _ input: KMS.CreateKeyInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<KMS.CreateKeyOutput> {
        try checkSupport(input, authorized.target)
        let scope = request.scope
        let id = UniqueID.uuid()
        let arn = ARN(service: "kms", scope: scope, resource: "key/\(id)").description
        let tags = try KeyTags.adding(input.tags ?? [], to: [:])
        let policy = try input.policy.map {
            try KeyPolicyText.accepted(
                $0, keyARN: arn, in: scope, mayLockOut: input.bypassPolicyLockoutSafetyCheck == true, conditions: [:],
                request, vault)
        }
        let material = KeyCrypto(vault: vault).newMaterial(for: id, in: scope, at: request.receivedAt)
        let record = KeyRecord(
            id: id, createdAt: request.receivedAt.milliseconds, description: input.description ?? "", state: .enabled,
            spec: authorized.target.spec, usage: authorized.target.usage, origin: KeyChoice.originKMS,
            manager: .customer,
            isMultiRegion: false, policy: policy ?? KeyPolicyText.standard(for: scope), tags: tags, aliases: [],
            materials: [material], currentMaterial: material.id)
        let notes = TrailNotes(
            response: ["keyMetadata": KeyTrail.metadata(record, in: scope)],
            resources: [KeyTrail.resource(arn, in: scope)])
        return .change(notes) { writer in
            try writer.insert(record, in: scope)
            return KMS.CreateKeyOutput(keyMetadata: KMS.KeyMetadata(record, in: scope))
        }
    }

    /// Symmetric keys of our own making are what there is so far.
    private func checkSupport(_ input: KMS.CreateKeyInput, _ target: Target) throws {
        if target.spec == KeyChoice.symmetricDefault, target.usage != KeyChoice.encryptDecrypt {
            throw AWSError.validation("KeyUsage \(target.usage) is not compatible with KeySpec \(target.spec)")
        }
        guard target.spec == KeyChoice.symmetricDefault else {
            throw AWSError.unsupported("Keys of the KeySpec \(target.spec) are not supported yet.")
        }
        if input.customKeyStoreId != nil || input.xksKeyId != nil {
            throw AWSError.unsupported("Custom key stores are not supported.")
        }
        if let origin = input.origin, origin != KeyChoice.originKMS {
            throw AWSError.unsupported("Keys of the Origin \(origin) are not supported yet.")
        }
        if input.multiRegion == true { throw AWSError.unsupported("Multi-Region keys are not supported yet.") }
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
