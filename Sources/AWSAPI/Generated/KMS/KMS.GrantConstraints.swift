// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public struct GrantConstraints: AWSStructure {
        public var encryptionContextSubset: [String: String]?
        public var encryptionContextEquals: [String: String]?
        public var sourceArn: String?

        public init(
            encryptionContextSubset: [String: String]? = nil, encryptionContextEquals: [String: String]? = nil,
            sourceArn: String? = nil
        ) {
            self.encryptionContextSubset = encryptionContextSubset
            self.encryptionContextEquals = encryptionContextEquals
            self.sourceArn = sourceArn
        }

        public init(wire: WireObject) throws {
            encryptionContextSubset = try wire.optionalStringMap("EncryptionContextSubset")
            encryptionContextEquals = try wire.optionalStringMap("EncryptionContextEquals")
            sourceArn = try wire.optionalString("SourceArn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStringMap("EncryptionContextSubset", encryptionContextSubset)
            wire.addStringMap("EncryptionContextEquals", encryptionContextEquals)
            wire.addString("SourceArn", sourceArn)
            return wire
        }

        public static let shape: Shape = Shape(
            "GrantConstraints",
            .structure(members: [
                ShapeMember("EncryptionContextSubset", ShapeReference(KMSShapes.encryptionContextType)),
                ShapeMember("EncryptionContextEquals", ShapeReference(KMSShapes.encryptionContextType)),
                ShapeMember("SourceArn", ShapeReference(KMSShapes.grantConstraintSourceArnType)),
            ]))
    }
}
