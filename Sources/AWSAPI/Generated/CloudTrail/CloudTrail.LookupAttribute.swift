// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension CloudTrail {
    public struct LookupAttribute: AWSStructure {
        public var attributeKey: String
        public var attributeValue: String

        public init(attributeKey: String, attributeValue: String) {
            self.attributeKey = attributeKey
            self.attributeValue = attributeValue
        }

        public init(wire: WireObject) throws {
            attributeKey = try wire.string("AttributeKey")
            attributeValue = try wire.string("AttributeValue")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("AttributeKey", attributeKey)
            wire.addString("AttributeValue", attributeValue)
            return wire
        }

        public static let shape: Shape = Shape(
            "LookupAttribute",
            .structure(members: [
                ShapeMember("AttributeKey", ShapeReference(CloudTrailShapes.lookupAttributeKey), isRequired: true),
                ShapeMember("AttributeValue", ShapeReference(CloudTrailShapes.lookupAttributeValue), isRequired: true),
            ]))
    }
}
