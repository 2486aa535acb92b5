// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteGroup: AWSOperation {
        public typealias Input = IAM.DeleteGroupInput
        public typealias Output = IAM.DeleteGroupOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteGroup"
        public static let errors: [String: Int] = [
            "DeleteConflict": 409, "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct DeleteGroupInput: AWSStructure {
        public var groupName: String

        public init(groupName: String) {
            self.groupName = groupName
        }

        public init(wire: WireObject) throws {
            groupName = try wire.string("GroupName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("GroupName", groupName)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteGroupRequest",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
            ]))
    }

    public struct DeleteGroupOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteGroupOutput", .structure(members: []))
    }
}
