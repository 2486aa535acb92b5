// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UntagRole: AWSOperation {
        public typealias Input = IAM.UntagRoleInput
        public typealias Output = IAM.UntagRoleOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UntagRole"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct UntagRoleInput: AWSStructure {
        public var roleName: String
        public var tagKeys: [String]

        public init(roleName: String, tagKeys: [String]) {
            self.roleName = roleName
            self.tagKeys = tagKeys
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
            tagKeys = try wire.strings("TagKeys")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("RoleName", roleName)
            wire.addStrings("TagKeys", tagKeys)
            return wire
        }

        public static let shape: Shape = Shape(
            "UntagRoleRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("TagKeys", ShapeReference(IAMShapes.tagKeyListType), isRequired: true),
            ]))
    }

    public struct UntagRoleOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UntagRoleOutput", .structure(members: []))
    }
}
