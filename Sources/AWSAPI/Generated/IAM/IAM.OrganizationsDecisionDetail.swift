// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct OrganizationsDecisionDetail: AWSStructure {
        public var allowedByOrganizations: Bool?

        public init(allowedByOrganizations: Bool? = nil) {
            self.allowedByOrganizations = allowedByOrganizations
        }

        public init(wire: WireObject) throws {
            allowedByOrganizations = try wire.optionalBoolean("AllowedByOrganizations")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addBoolean("AllowedByOrganizations", allowedByOrganizations)
            return wire
        }

        public static let shape: Shape = Shape(
            "OrganizationsDecisionDetail",
            .structure(members: [
                ShapeMember("AllowedByOrganizations", ShapeReference(IAMShapes.booleanType)),
            ]))
    }
}
