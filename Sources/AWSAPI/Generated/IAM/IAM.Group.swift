// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct Group: AWSStructure {
        public var path: String
        public var groupName: String
        public var groupId: String
        public var arn: String
        public var createDate: Timestamp

        public init(path: String, groupName: String, groupId: String, arn: String, createDate: Timestamp) {
            self.path = path
            self.groupName = groupName
            self.groupId = groupId
            self.arn = arn
            self.createDate = createDate
        }

        public init(wire: WireObject) throws {
            path = try wire.string("Path")
            groupName = try wire.string("GroupName")
            groupId = try wire.string("GroupId")
            arn = try wire.string("Arn")
            createDate = try wire.timestamp("CreateDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("Path", path)
            wire.addString("GroupName", groupName)
            wire.addString("GroupId", groupId)
            wire.addString("Arn", arn)
            wire.addTimestamp("CreateDate", createDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "Group",
            .structure(members: [
                ShapeMember("Path", ShapeReference(IAMShapes.pathType), isRequired: true),
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("GroupId", ShapeReference(IAMShapes.idType), isRequired: true),
                ShapeMember("Arn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType), isRequired: true),
            ]))
    }
}
