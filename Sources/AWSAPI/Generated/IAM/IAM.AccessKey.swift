// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct AccessKey: AWSStructure {
        public var userName: String
        public var accessKeyId: String
        public var status: String
        public var secretAccessKey: SharedSecret
        public var createDate: Timestamp?

        public init(
            userName: String, accessKeyId: String, status: String, secretAccessKey: SharedSecret,
            createDate: Timestamp? = nil
        ) {
            self.userName = userName
            self.accessKeyId = accessKeyId
            self.status = status
            self.secretAccessKey = secretAccessKey
            self.createDate = createDate
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            accessKeyId = try wire.string("AccessKeyId")
            status = try wire.string("Status")
            secretAccessKey = try wire.secret("SecretAccessKey")
            createDate = try wire.optionalTimestamp("CreateDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("UserName", userName)
            wire.addString("AccessKeyId", accessKeyId)
            wire.addString("Status", status)
            wire.addSecret("SecretAccessKey", secretAccessKey)
            wire.addTimestamp("CreateDate", createDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "AccessKey",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType), isRequired: true),
                ShapeMember("AccessKeyId", ShapeReference(IAMShapes.accessKeyIdType), isRequired: true),
                ShapeMember("Status", ShapeReference(IAMShapes.statusType), isRequired: true),
                ShapeMember("SecretAccessKey", ShapeReference(IAMShapes.accessKeySecretType), isRequired: true),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType)),
            ]))
    }
}
