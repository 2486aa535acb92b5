// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum TagRole: AWSOperation {
        public typealias Input = IAM.TagRoleInput
        public typealias Output = IAM.TagRoleOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "TagRole"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404,
            "ServiceFailure": 500,
        ]
    }

    public struct TagRoleInput: AWSStructure {
        public var roleName: String
        public var tags: [IAM.Tag]

        public init(roleName: String, tags: [IAM.Tag]) {
            self.roleName = roleName
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
            tags = try wire.structures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("RoleName", roleName)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "TagRoleRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType), isRequired: true),
            ]))
    }

    public struct TagRoleOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("TagRoleOutput", .structure(members: []))
    }
}
