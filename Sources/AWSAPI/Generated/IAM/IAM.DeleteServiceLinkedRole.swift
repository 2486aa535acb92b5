// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteServiceLinkedRole: AWSOperation {
        public typealias Input = IAM.DeleteServiceLinkedRoleInput
        public typealias Output = IAM.DeleteServiceLinkedRoleOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteServiceLinkedRole"
        public static let errors: [String: Int] = ["LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct DeleteServiceLinkedRoleInput: AWSStructure {
        public var roleName: String

        public init(roleName: String) {
            self.roleName = roleName
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("RoleName", roleName)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteServiceLinkedRoleRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
            ]))
    }

    public struct DeleteServiceLinkedRoleOutput: AWSStructure {
        public var deletionTaskId: String

        public init(deletionTaskId: String) {
            self.deletionTaskId = deletionTaskId
        }

        public init(wire: WireObject) throws {
            deletionTaskId = try wire.string("DeletionTaskId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("DeletionTaskId", deletionTaskId)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteServiceLinkedRoleResponse",
            .structure(members: [
                ShapeMember("DeletionTaskId", ShapeReference(IAMShapes.deletionTaskIdType), isRequired: true),
            ]))
    }
}
