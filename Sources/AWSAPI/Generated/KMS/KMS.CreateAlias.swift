// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum CreateAlias: AWSOperation {
        public typealias Input = KMS.CreateAliasInput
        public typealias Output = KMS.CreateAliasOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "CreateAlias"
        public static let errors: [String: Int] = [
            "AlreadyExistsException": 400, "DependencyTimeoutException": 500, "InvalidAliasNameException": 400,
            "KMSInternalException": 500, "KMSInvalidStateException": 400, "LimitExceededException": 400,
            "NotFoundException": 400,
        ]
    }

    public struct CreateAliasInput: AWSStructure {
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
            "CreateAliasRequest",
            .structure(members: [
                ShapeMember("AliasName", ShapeReference(KMSShapes.aliasNameType), isRequired: true),
                ShapeMember("TargetKeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
            ]))
    }

    public struct CreateAliasOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("CreateAliasOutput", .structure(members: []))
    }
}
