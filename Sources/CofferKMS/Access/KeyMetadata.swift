// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

extension KMS.KeyMetadata {
    init(_ record: KeyRecord, in scope: Scope) {
        self.init(keyId: record.id)
        awsAccountId = scope.account.description
        arn = record.arn(in: scope).description
        creationDate = Timestamp(milliseconds: record.createdAt)
        enabled = record.state == .enabled
        description = record.description
        keyUsage = record.usage
        keyState = record.state.rawValue
        deletionDate = record.deletionDate.map { Timestamp(milliseconds: $0) }
        origin = record.origin
        keyManager = record.manager.rawValue
        customerMasterKeySpec = record.spec
        keySpec = record.spec
        encryptionAlgorithms = [KeyChoice.symmetricDefault]
        multiRegion = record.isMultiRegion
        currentKeyMaterialId = record.currentMaterial
    }
}
