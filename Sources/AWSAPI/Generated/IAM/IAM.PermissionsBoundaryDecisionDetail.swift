// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct PermissionsBoundaryDecisionDetail: AWSStructure {
        public var allowedByPermissionsBoundary: Bool?

        public init(allowedByPermissionsBoundary: Bool? = nil) {
            self.allowedByPermissionsBoundary = allowedByPermissionsBoundary
        }

        public init(wire: WireObject) throws {
            allowedByPermissionsBoundary = try wire.optionalBoolean("AllowedByPermissionsBoundary")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addBoolean("AllowedByPermissionsBoundary", allowedByPermissionsBoundary)
            return wire
        }

        public static let shape: Shape = Shape(
            "PermissionsBoundaryDecisionDetail",
            .structure(members: [
                ShapeMember("AllowedByPermissionsBoundary", ShapeReference(IAMShapes.booleanType)),
            ]))
    }
}
