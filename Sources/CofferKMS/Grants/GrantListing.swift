// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

extension KMS.GrantListEntry {
    init(_ grant: GrantRecord, in scope: Scope) {
        self.init()
        keyId = ARN(service: "kms", scope: scope, resource: "key/\(grant.keyID)").description
        grantId = grant.id
        name = grant.name ?? ""
        creationDate = Timestamp(milliseconds: grant.createdAt)
        let grantee = grant.grantee
        if grantee.isService { granteeServicePrincipal = grantee.name } else { granteePrincipal = grantee.name }
        if let retirer = grant.retirer {
            if retirer.isService { retiringServicePrincipal = retirer.name } else { retiringPrincipal = retirer.name }
        }
        issuingAccount = grant.issuer
        operations = grant.operations
        constraints = grant.constraints?.wire
    }
}
