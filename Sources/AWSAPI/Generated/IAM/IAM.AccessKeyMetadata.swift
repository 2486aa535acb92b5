// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct AccessKeyMetadata: AWSStructure {
        public var userName: String?
        public var accessKeyId: String?
        public var status: String?
        public var createDate: Timestamp?

        public init(
            userName: String? = nil, accessKeyId: String? = nil, status: String? = nil, createDate: Timestamp? = nil
        ) {
            self.userName = userName
            self.accessKeyId = accessKeyId
            self.status = status
            self.createDate = createDate
        }

        public init(wire: WireObject) throws {
            userName = try wire.optionalString("UserName")
            accessKeyId = try wire.optionalString("AccessKeyId")
            status = try wire.optionalString("Status")
            createDate = try wire.optionalTimestamp("CreateDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("UserName", userName)
            wire.addString("AccessKeyId", accessKeyId)
            wire.addString("Status", status)
            wire.addTimestamp("CreateDate", createDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "AccessKeyMetadata",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType)),
                ShapeMember("AccessKeyId", ShapeReference(IAMShapes.accessKeyIdType)),
                ShapeMember("Status", ShapeReference(IAMShapes.statusType)),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType)),
            ]))
    }
}
