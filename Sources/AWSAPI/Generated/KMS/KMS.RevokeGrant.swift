// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum RevokeGrant: AWSOperation {
        public typealias Input = KMS.RevokeGrantInput
        public typealias Output = KMS.RevokeGrantOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "RevokeGrant"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DryRunOperationException": 400, "InvalidArnException": 400,
            "InvalidGrantIdException": 400, "KMSInternalException": 500, "KMSInvalidStateException": 400,
            "NotFoundException": 400,
        ]
    }

    public struct RevokeGrantInput: AWSStructure {
        public var keyId: String
        public var grantId: String
        public var dryRun: Bool?

        public init(keyId: String, grantId: String, dryRun: Bool? = nil) {
            self.keyId = keyId
            self.grantId = grantId
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            grantId = try wire.string("GrantId")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("KeyId", keyId)
            wire.addString("GrantId", grantId)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "RevokeGrantRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("GrantId", ShapeReference(KMSShapes.grantIdType), isRequired: true),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct RevokeGrantOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("RevokeGrantOutput", .structure(members: []))
    }
}
