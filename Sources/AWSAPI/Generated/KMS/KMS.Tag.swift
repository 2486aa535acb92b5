// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public struct Tag: AWSStructure {
        public var tagKey: String
        public var tagValue: String

        public init(tagKey: String, tagValue: String) {
            self.tagKey = tagKey
            self.tagValue = tagValue
        }

        public init(wire: WireObject) throws {
            tagKey = try wire.string("TagKey")
            tagValue = try wire.string("TagValue")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("TagKey", tagKey)
            wire.addString("TagValue", tagValue)
            return wire
        }

        public static let shape: Shape = Shape(
            "Tag",
            .structure(members: [
                ShapeMember("TagKey", ShapeReference(KMSShapes.tagKeyType), isRequired: true),
                ShapeMember("TagValue", ShapeReference(KMSShapes.tagValueType), isRequired: true),
            ]))
    }
}
