// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public struct KeyListEntry: AWSStructure {
        public var keyId: String?
        public var keyArn: String?

        public init(keyId: String? = nil, keyArn: String? = nil) {
            self.keyId = keyId
            self.keyArn = keyArn
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            keyArn = try wire.optionalString("KeyArn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addString("KeyArn", keyArn)
            return wire
        }

        public static let shape: Shape = Shape(
            "KeyListEntry",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("KeyArn", ShapeReference(KMSShapes.arnType)),
            ]))
    }
}
