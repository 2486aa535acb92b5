// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum RetireGrant: AWSOperation {
        public typealias Input = KMS.RetireGrantInput
        public typealias Output = KMS.RetireGrantOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "RetireGrant"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DryRunOperationException": 400, "InvalidArnException": 400,
            "InvalidGrantIdException": 400, "InvalidGrantTokenException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "NotFoundException": 400,
        ]
    }

    public struct RetireGrantInput: AWSStructure {
        public var grantToken: String?
        public var keyId: String?
        public var grantId: String?
        public var dryRun: Bool?

        public init(grantToken: String? = nil, keyId: String? = nil, grantId: String? = nil, dryRun: Bool? = nil) {
            self.grantToken = grantToken
            self.keyId = keyId
            self.grantId = grantId
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            grantToken = try wire.optionalString("GrantToken")
            keyId = try wire.optionalString("KeyId")
            grantId = try wire.optionalString("GrantId")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("GrantToken", grantToken)
            wire.addString("KeyId", keyId)
            wire.addString("GrantId", grantId)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "RetireGrantRequest",
            .structure(members: [
                ShapeMember("GrantToken", ShapeReference(KMSShapes.grantTokenType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("GrantId", ShapeReference(KMSShapes.grantIdType)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct RetireGrantOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("RetireGrantOutput", .structure(members: []))
    }
}
