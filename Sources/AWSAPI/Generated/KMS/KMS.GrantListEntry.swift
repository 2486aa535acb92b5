// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public struct GrantListEntry: AWSStructure {
        public var keyId: String?
        public var grantId: String?
        public var name: String?
        public var creationDate: Timestamp?
        public var granteePrincipal: String?
        public var retiringPrincipal: String?
        public var issuingAccount: String?
        public var operations: [String]?
        public var constraints: KMS.GrantConstraints?
        public var granteeServicePrincipal: String?
        public var retiringServicePrincipal: String?

        public init(
            keyId: String? = nil, grantId: String? = nil, name: String? = nil, creationDate: Timestamp? = nil,
            granteePrincipal: String? = nil, retiringPrincipal: String? = nil, issuingAccount: String? = nil,
            operations: [String]? = nil, constraints: KMS.GrantConstraints? = nil,
            granteeServicePrincipal: String? = nil, retiringServicePrincipal: String? = nil
        ) {
            self.keyId = keyId
            self.grantId = grantId
            self.name = name
            self.creationDate = creationDate
            self.granteePrincipal = granteePrincipal
            self.retiringPrincipal = retiringPrincipal
            self.issuingAccount = issuingAccount
            self.operations = operations
            self.constraints = constraints
            self.granteeServicePrincipal = granteeServicePrincipal
            self.retiringServicePrincipal = retiringServicePrincipal
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            grantId = try wire.optionalString("GrantId")
            name = try wire.optionalString("Name")
            creationDate = try wire.optionalTimestamp("CreationDate")
            granteePrincipal = try wire.optionalString("GranteePrincipal")
            retiringPrincipal = try wire.optionalString("RetiringPrincipal")
            issuingAccount = try wire.optionalString("IssuingAccount")
            operations = try wire.optionalStrings("Operations")
            constraints = try wire.optionalStructure("Constraints")
            granteeServicePrincipal = try wire.optionalString("GranteeServicePrincipal")
            retiringServicePrincipal = try wire.optionalString("RetiringServicePrincipal")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(11)
            wire.addString("KeyId", keyId)
            wire.addString("GrantId", grantId)
            wire.addString("Name", name)
            wire.addTimestamp("CreationDate", creationDate)
            wire.addString("GranteePrincipal", granteePrincipal)
            wire.addString("RetiringPrincipal", retiringPrincipal)
            wire.addString("IssuingAccount", issuingAccount)
            wire.addStrings("Operations", operations)
            wire.addStructure("Constraints", constraints)
            wire.addString("GranteeServicePrincipal", granteeServicePrincipal)
            wire.addString("RetiringServicePrincipal", retiringServicePrincipal)
            return wire
        }

        public static let shape: Shape = Shape(
            "GrantListEntry",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("GrantId", ShapeReference(KMSShapes.grantIdType)),
                ShapeMember("Name", ShapeReference(KMSShapes.grantNameType)),
                ShapeMember("CreationDate", ShapeReference(KMSShapes.dateType)),
                ShapeMember("GranteePrincipal", ShapeReference(KMSShapes.principalIdType)),
                ShapeMember("RetiringPrincipal", ShapeReference(KMSShapes.principalIdType)),
                ShapeMember("IssuingAccount", ShapeReference(KMSShapes.principalIdType)),
                ShapeMember("Operations", ShapeReference(KMSShapes.grantOperationList)),
                ShapeMember("Constraints", ShapeReference(KMS.GrantConstraints.shape)),
                ShapeMember("GranteeServicePrincipal", ShapeReference(KMSShapes.servicePrincipalType)),
                ShapeMember("RetiringServicePrincipal", ShapeReference(KMSShapes.servicePrincipalType)),
            ]))
    }
}
