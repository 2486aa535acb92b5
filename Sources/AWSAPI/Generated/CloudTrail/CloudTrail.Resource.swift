// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension CloudTrail {
    public struct Resource: AWSStructure {
        public var resourceType: String?
        public var resourceName: String?

        public init(resourceType: String? = nil, resourceName: String? = nil) {
            self.resourceType = resourceType
            self.resourceName = resourceName
        }

        public init(wire: WireObject) throws {
            resourceType = try wire.optionalString("ResourceType")
            resourceName = try wire.optionalString("ResourceName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("ResourceType", resourceType)
            wire.addString("ResourceName", resourceName)
            return wire
        }

        public static let shape: Shape = Shape(
            "Resource",
            .structure(members: [
                ShapeMember("ResourceType", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("ResourceName", ShapeReference(CloudTrailShapes.string)),
            ]))
    }
}
