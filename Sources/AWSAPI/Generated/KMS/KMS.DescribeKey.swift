// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum DescribeKey: AWSOperation {
        public typealias Input = KMS.DescribeKeyInput
        public typealias Output = KMS.DescribeKeyOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "DescribeKey"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "NotFoundException": 400,
        ]
    }

    public struct DescribeKeyInput: AWSStructure {
        public var keyId: String
        public var grantTokens: [String]?

        public init(keyId: String, grantTokens: [String]? = nil) {
            self.keyId = keyId
            self.grantTokens = grantTokens
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            grantTokens = try wire.optionalStrings("GrantTokens")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addStrings("GrantTokens", grantTokens)
            return wire
        }

        public static let shape: Shape = Shape(
            "DescribeKeyRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
            ]))
    }

    public struct DescribeKeyOutput: AWSStructure {
        public var keyMetadata: KMS.KeyMetadata?

        public init(keyMetadata: KMS.KeyMetadata? = nil) {
            self.keyMetadata = keyMetadata
        }

        public init(wire: WireObject) throws {
            keyMetadata = try wire.optionalStructure("KeyMetadata")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("KeyMetadata", keyMetadata)
            return wire
        }

        public static let shape: Shape = Shape(
            "DescribeKeyResponse",
            .structure(members: [
                ShapeMember("KeyMetadata", ShapeReference(KMS.KeyMetadata.shape)),
            ]))
    }
}
