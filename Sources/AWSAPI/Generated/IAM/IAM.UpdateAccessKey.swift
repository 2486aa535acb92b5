// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UpdateAccessKey: AWSOperation {
        public typealias Input = IAM.UpdateAccessKeyInput
        public typealias Output = IAM.UpdateAccessKeyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UpdateAccessKey"
        public static let errors: [String: Int] = [
            "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct UpdateAccessKeyInput: AWSStructure {
        public var userName: String?
        public var accessKeyId: String
        public var status: String

        public init(accessKeyId: String, status: String, userName: String? = nil) {
            self.userName = userName
            self.accessKeyId = accessKeyId
            self.status = status
        }

        public init(wire: WireObject) throws {
            userName = try wire.optionalString("UserName")
            accessKeyId = try wire.string("AccessKeyId")
            status = try wire.string("Status")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("UserName", userName)
            wire.addString("AccessKeyId", accessKeyId)
            wire.addString("Status", status)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateAccessKeyRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType)),
                ShapeMember("AccessKeyId", ShapeReference(IAMShapes.accessKeyIdType), isRequired: true),
                ShapeMember("Status", ShapeReference(IAMShapes.statusType), isRequired: true),
            ]))
    }

    public struct UpdateAccessKeyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UpdateAccessKeyOutput", .structure(members: []))
    }
}
