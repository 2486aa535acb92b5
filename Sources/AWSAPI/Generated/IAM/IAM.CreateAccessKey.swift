// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum CreateAccessKey: AWSOperation {
        public typealias Input = IAM.CreateAccessKeyInput
        public typealias Output = IAM.CreateAccessKeyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "CreateAccessKey"
        public static let errors: [String: Int] = ["LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct CreateAccessKeyInput: AWSStructure {
        public var userName: String?

        public init(userName: String? = nil) {
            self.userName = userName
        }

        public init(wire: WireObject) throws {
            userName = try wire.optionalString("UserName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("UserName", userName)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateAccessKeyRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType)),
            ]))
    }

    public struct CreateAccessKeyOutput: AWSStructure {
        public var accessKey: IAM.AccessKey

        public init(accessKey: IAM.AccessKey) {
            self.accessKey = accessKey
        }

        public init(wire: WireObject) throws {
            accessKey = try wire.structure("AccessKey")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("AccessKey", accessKey)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateAccessKeyResponse",
            .structure(members: [
                ShapeMember("AccessKey", ShapeReference(IAM.AccessKey.shape), isRequired: true),
            ]))
    }
}
