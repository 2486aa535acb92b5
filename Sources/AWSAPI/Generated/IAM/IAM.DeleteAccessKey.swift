// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteAccessKey: AWSOperation {
        public typealias Input = IAM.DeleteAccessKeyInput
        public typealias Output = IAM.DeleteAccessKeyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteAccessKey"
        public static let errors: [String: Int] = ["LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct DeleteAccessKeyInput: AWSStructure {
        public var userName: String?
        public var accessKeyId: String

        public init(accessKeyId: String, userName: String? = nil) {
            self.userName = userName
            self.accessKeyId = accessKeyId
        }

        public init(wire: WireObject) throws {
            userName = try wire.optionalString("UserName")
            accessKeyId = try wire.string("AccessKeyId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("UserName", userName)
            wire.addString("AccessKeyId", accessKeyId)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteAccessKeyRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType)),
                ShapeMember("AccessKeyId", ShapeReference(IAMShapes.accessKeyIdType), isRequired: true),
            ]))
    }

    public struct DeleteAccessKeyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteAccessKeyOutput", .structure(members: []))
    }
}
