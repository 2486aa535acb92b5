// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum RemoveRoleFromInstanceProfile: AWSOperation {
        public typealias Input = IAM.RemoveRoleFromInstanceProfileInput
        public typealias Output = IAM.RemoveRoleFromInstanceProfileOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "RemoveRoleFromInstanceProfile"
        public static let errors: [String: Int] = [
            "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500, "UnmodifiableEntity": 400,
        ]
    }

    public struct RemoveRoleFromInstanceProfileInput: AWSStructure {
        public var instanceProfileName: String
        public var roleName: String

        public init(instanceProfileName: String, roleName: String) {
            self.instanceProfileName = instanceProfileName
            self.roleName = roleName
        }

        public init(wire: WireObject) throws {
            instanceProfileName = try wire.string("InstanceProfileName")
            roleName = try wire.string("RoleName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("InstanceProfileName", instanceProfileName)
            wire.addString("RoleName", roleName)
            return wire
        }

        public static let shape: Shape = Shape(
            "RemoveRoleFromInstanceProfileRequest",
            .structure(members: [
                ShapeMember("InstanceProfileName", ShapeReference(IAMShapes.instanceProfileNameType), isRequired: true),
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
            ]))
    }

    public struct RemoveRoleFromInstanceProfileOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("RemoveRoleFromInstanceProfileOutput", .structure(members: []))
    }
}
