// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum CreateGrant: AWSOperation {
        public typealias Input = KMS.CreateGrantInput
        public typealias Output = KMS.CreateGrantOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "CreateGrant"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "InvalidArnException": 400, "InvalidGrantTokenException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "LimitExceededException": 400, "NotFoundException": 400,
        ]
    }

    public struct CreateGrantInput: AWSStructure {
        public var keyId: String
        public var granteePrincipal: String?
        public var retiringPrincipal: String?
        public var operations: [String]
        public var constraints: KMS.GrantConstraints?
        public var grantTokens: [String]?
        public var name: String?
        public var dryRun: Bool?
        public var granteeServicePrincipal: String?
        public var retiringServicePrincipal: String?

        public init(
            keyId: String, operations: [String], granteePrincipal: String? = nil, retiringPrincipal: String? = nil,
            constraints: KMS.GrantConstraints? = nil, grantTokens: [String]? = nil, name: String? = nil,
            dryRun: Bool? = nil, granteeServicePrincipal: String? = nil, retiringServicePrincipal: String? = nil
        ) {
            self.keyId = keyId
            self.granteePrincipal = granteePrincipal
            self.retiringPrincipal = retiringPrincipal
            self.operations = operations
            self.constraints = constraints
            self.grantTokens = grantTokens
            self.name = name
            self.dryRun = dryRun
            self.granteeServicePrincipal = granteeServicePrincipal
            self.retiringServicePrincipal = retiringServicePrincipal
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            granteePrincipal = try wire.optionalString("GranteePrincipal")
            retiringPrincipal = try wire.optionalString("RetiringPrincipal")
            operations = try wire.strings("Operations")
            constraints = try wire.optionalStructure("Constraints")
            grantTokens = try wire.optionalStrings("GrantTokens")
            name = try wire.optionalString("Name")
            dryRun = try wire.optionalBoolean("DryRun")
            granteeServicePrincipal = try wire.optionalString("GranteeServicePrincipal")
            retiringServicePrincipal = try wire.optionalString("RetiringServicePrincipal")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(10)
            wire.addString("KeyId", keyId)
            wire.addString("GranteePrincipal", granteePrincipal)
            wire.addString("RetiringPrincipal", retiringPrincipal)
            wire.addStrings("Operations", operations)
            wire.addStructure("Constraints", constraints)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addString("Name", name)
            wire.addBoolean("DryRun", dryRun)
            wire.addString("GranteeServicePrincipal", granteeServicePrincipal)
            wire.addString("RetiringServicePrincipal", retiringServicePrincipal)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateGrantRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("GranteePrincipal", ShapeReference(KMSShapes.principalIdType)),
                ShapeMember("RetiringPrincipal", ShapeReference(KMSShapes.principalIdType)),
                ShapeMember("Operations", ShapeReference(KMSShapes.grantOperationList), isRequired: true),
                ShapeMember("Constraints", ShapeReference(KMS.GrantConstraints.shape)),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("Name", ShapeReference(KMSShapes.grantNameType)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
                ShapeMember("GranteeServicePrincipal", ShapeReference(KMSShapes.servicePrincipalType)),
                ShapeMember("RetiringServicePrincipal", ShapeReference(KMSShapes.servicePrincipalType)),
            ]))
    }

    public struct CreateGrantOutput: AWSStructure {
        public var grantToken: String?
        public var grantId: String?

        public init(grantToken: String? = nil, grantId: String? = nil) {
            self.grantToken = grantToken
            self.grantId = grantId
        }

        public init(wire: WireObject) throws {
            grantToken = try wire.optionalString("GrantToken")
            grantId = try wire.optionalString("GrantId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("GrantToken", grantToken)
            wire.addString("GrantId", grantId)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateGrantResponse",
            .structure(members: [
                ShapeMember("GrantToken", ShapeReference(KMSShapes.grantTokenType)),
                ShapeMember("GrantId", ShapeReference(KMSShapes.grantIdType)),
            ]))
    }
}
