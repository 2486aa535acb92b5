// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public struct ExternalSecretRotationMetadataItem: AWSStructure {
        public var key: String?
        public var value: String?

        public init(key: String? = nil, value: String? = nil) {
            self.key = key
            self.value = value
        }

        public init(wire: WireObject) throws {
            key = try wire.optionalString("Key")
            value = try wire.optionalString("Value")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Key", key)
            wire.addString("Value", value)
            return wire
        }

        public static let shape: Shape = Shape(
            "ExternalSecretRotationMetadataItem",
            .structure(members: [
                ShapeMember("Key", ShapeReference(SecretsManagerShapes.externalSecretRotationMetadataItemKeyType)),
                ShapeMember("Value", ShapeReference(SecretsManagerShapes.externalSecretRotationMetadataItemValueType)),
            ]))
    }
}
