// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum UpdateAlias: AWSOperation {
        public typealias Input = KMS.UpdateAliasInput
        public typealias Output = KMS.UpdateAliasOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "UpdateAlias"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "KMSInternalException": 500, "KMSInvalidStateException": 400,
            "LimitExceededException": 400, "NotFoundException": 400,
        ]
    }

    public struct UpdateAliasInput: AWSStructure {
        public var aliasName: String
        public var targetKeyId: String

        public init(aliasName: String, targetKeyId: String) {
            self.aliasName = aliasName
            self.targetKeyId = targetKeyId
        }

        public init(wire: WireObject) throws {
            aliasName = try wire.string("AliasName")
            targetKeyId = try wire.string("TargetKeyId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("AliasName", aliasName)
            wire.addString("TargetKeyId", targetKeyId)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateAliasRequest",
            .structure(members: [
                ShapeMember("AliasName", ShapeReference(KMSShapes.aliasNameType), isRequired: true),
                ShapeMember("TargetKeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
            ]))
    }

    public struct UpdateAliasOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UpdateAliasOutput", .structure(members: []))
    }
}
