// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct ContextEntry: AWSStructure {
        public var contextKeyName: String?
        public var contextKeyValues: [String]?
        public var contextKeyType: String?

        public init(contextKeyName: String? = nil, contextKeyValues: [String]? = nil, contextKeyType: String? = nil) {
            self.contextKeyName = contextKeyName
            self.contextKeyValues = contextKeyValues
            self.contextKeyType = contextKeyType
        }

        public init(wire: WireObject) throws {
            contextKeyName = try wire.optionalString("ContextKeyName")
            contextKeyValues = try wire.optionalStrings("ContextKeyValues")
            contextKeyType = try wire.optionalString("ContextKeyType")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("ContextKeyName", contextKeyName)
            wire.addStrings("ContextKeyValues", contextKeyValues)
            wire.addString("ContextKeyType", contextKeyType)
            return wire
        }

        public static let shape: Shape = Shape(
            "ContextEntry",
            .structure(members: [
                ShapeMember("ContextKeyName", ShapeReference(IAMShapes.contextKeyNameType)),
                ShapeMember("ContextKeyValues", ShapeReference(IAMShapes.contextKeyValueListType)),
                ShapeMember("ContextKeyType", ShapeReference(IAMShapes.contextKeyTypeEnum)),
            ]))
    }
}
