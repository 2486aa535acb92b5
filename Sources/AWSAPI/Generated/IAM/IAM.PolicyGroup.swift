// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct PolicyGroup: AWSStructure {
        public var groupName: String?
        public var groupId: String?

        public init(groupName: String? = nil, groupId: String? = nil) {
            self.groupName = groupName
            self.groupId = groupId
        }

        public init(wire: WireObject) throws {
            groupName = try wire.optionalString("GroupName")
            groupId = try wire.optionalString("GroupId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("GroupName", groupName)
            wire.addString("GroupId", groupId)
            return wire
        }

        public static let shape: Shape = Shape(
            "PolicyGroup",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType)),
                ShapeMember("GroupId", ShapeReference(IAMShapes.idType)),
            ]))
    }
}
