// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

extension KMS.KeyMetadata {
    init(_ record: KeyRecord, in scope: Scope, at now: Timestamp) {
        let state = record.state(at: now)
        self.init(keyId: record.id)
        awsAccountId = scope.account.description
        arn = record.arn(in: scope).description
        creationDate = Timestamp(milliseconds: record.createdAt)
        enabled = state == .enabled
        description = record.description
        keyUsage = record.usage
        keyState = state.rawValue
        deletionDate = record.deletionDate.map { Timestamp(milliseconds: $0) }
        origin = record.origin
        keyManager = record.manager.rawValue
        customerMasterKeySpec = record.spec
        keySpec = record.spec
        multiRegion = record.isMultiRegion
        multiRegionConfiguration = record.multiRegion.map { KMS.MultiRegionConfiguration($0, of: record, in: scope) }
        if state == .pendingReplicaDeletion { pendingDeletionWindowInDays = record.pendingWindowInDays }
        addAlgorithms(of: record)
        addImport(of: record, at: now)
    }

    private mutating func addAlgorithms(of record: KeyRecord) {
        guard let spec = KeySpec(record.spec), let usage = KeyUsage(rawValue: record.usage) else { return }
        let algorithms = spec.algorithms(usage)
        switch usage {
        case .encryptDecrypt: encryptionAlgorithms = algorithms
        case .signVerify: signingAlgorithms = algorithms
        case .mac: macAlgorithms = algorithms
        case .keyAgreement: keyAgreementAlgorithms = algorithms
        case .encapsulation: encapsulationAlgorithms = algorithms
        }
        if spec.isSymmetric, keyState != KeyState.creating.rawValue { currentKeyMaterialId = record.currentMaterial }
    }

    private mutating func addImport(of record: KeyRecord, at now: Timestamp) {
        guard record.origin == KeyOrigin.external.rawValue, !record.lacksMaterial(at: now) else { return }
        // The earliest of them all: from then on the key can't be used.
        let expiry = record.materials.compactMap { $0.isNeeded ? $0.expiresAt : nil }.min()
        expirationModel = expiry == nil ? "KEY_MATERIAL_DOES_NOT_EXPIRE" : "KEY_MATERIAL_EXPIRES"
        validTo = expiry.map { Timestamp(milliseconds: $0) }
    }
}

extension KMS.MultiRegionConfiguration {
    init(_ regions: KeyRecord.MultiRegion, of record: KeyRecord, in scope: Scope) {
        func key(_ region: String) -> KMS.MultiRegionKey {
            KMS.MultiRegionKey(
                arn: "arn:\(scope.partition.rawValue):kms:\(region):\(scope.account):key/\(record.id)", region: region)
        }
        self.init(
            multiRegionKeyType: regions.primary == scope.region.description ? "PRIMARY" : "REPLICA",
            primaryKey: key(regions.primary), replicaKeys: regions.replicas.map(key))
    }
}
