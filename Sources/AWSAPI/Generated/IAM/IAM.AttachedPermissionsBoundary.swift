// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct AttachedPermissionsBoundary: AWSStructure {
        public var permissionsBoundaryType: String?
        public var permissionsBoundaryArn: String?

        public init(permissionsBoundaryType: String? = nil, permissionsBoundaryArn: String? = nil) {
            self.permissionsBoundaryType = permissionsBoundaryType
            self.permissionsBoundaryArn = permissionsBoundaryArn
        }

        public init(wire: WireObject) throws {
            permissionsBoundaryType = try wire.optionalString("PermissionsBoundaryType")
            permissionsBoundaryArn = try wire.optionalString("PermissionsBoundaryArn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("PermissionsBoundaryType", permissionsBoundaryType)
            wire.addString("PermissionsBoundaryArn", permissionsBoundaryArn)
            return wire
        }

        public static let shape: Shape = Shape(
            "AttachedPermissionsBoundary",
            .structure(members: [
                ShapeMember("PermissionsBoundaryType", ShapeReference(IAMShapes.permissionsBoundaryAttachmentType)),
                ShapeMember("PermissionsBoundaryArn", ShapeReference(IAMShapes.arnType)),
            ]))
    }
}
