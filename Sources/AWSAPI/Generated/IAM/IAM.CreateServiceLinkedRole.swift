// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum CreateServiceLinkedRole: AWSOperation {
        public typealias Input = IAM.CreateServiceLinkedRoleInput
        public typealias Output = IAM.CreateServiceLinkedRoleOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "CreateServiceLinkedRole"
        public static let errors: [String: Int] = [
            "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct CreateServiceLinkedRoleInput: AWSStructure {
        public var awsServiceName: String
        public var description: String?
        public var customSuffix: String?

        public init(awsServiceName: String, description: String? = nil, customSuffix: String? = nil) {
            self.awsServiceName = awsServiceName
            self.description = description
            self.customSuffix = customSuffix
        }

        public init(wire: WireObject) throws {
            awsServiceName = try wire.string("AWSServiceName")
            description = try wire.optionalString("Description")
            customSuffix = try wire.optionalString("CustomSuffix")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("AWSServiceName", awsServiceName)
            wire.addString("Description", description)
            wire.addString("CustomSuffix", customSuffix)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateServiceLinkedRoleRequest",
            .structure(members: [
                ShapeMember("AWSServiceName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("Description", ShapeReference(IAMShapes.roleDescriptionType)),
                ShapeMember("CustomSuffix", ShapeReference(IAMShapes.customSuffixType)),
            ]))
    }

    public struct CreateServiceLinkedRoleOutput: AWSStructure {
        public var role: IAM.Role?

        public init(role: IAM.Role? = nil) {
            self.role = role
        }

        public init(wire: WireObject) throws {
            role = try wire.optionalStructure("Role")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("Role", role)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateServiceLinkedRoleResponse",
            .structure(members: [
                ShapeMember("Role", ShapeReference(IAM.Role.shape)),
            ]))
    }
}
