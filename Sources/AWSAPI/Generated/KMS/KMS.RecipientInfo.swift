// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public struct RecipientInfo: AWSStructure {
        public var keyEncryptionAlgorithm: String?
        public var attestationDocument: [UInt8]?

        public init(keyEncryptionAlgorithm: String? = nil, attestationDocument: [UInt8]? = nil) {
            self.keyEncryptionAlgorithm = keyEncryptionAlgorithm
            self.attestationDocument = attestationDocument
        }

        public init(wire: WireObject) throws {
            keyEncryptionAlgorithm = try wire.optionalString("KeyEncryptionAlgorithm")
            attestationDocument = try wire.optionalBlob("AttestationDocument")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyEncryptionAlgorithm", keyEncryptionAlgorithm)
            wire.addBlob("AttestationDocument", attestationDocument)
            return wire
        }

        public static let shape: Shape = Shape(
            "RecipientInfo",
            .structure(members: [
                ShapeMember("KeyEncryptionAlgorithm", ShapeReference(KMSShapes.keyEncryptionMechanism)),
                ShapeMember("AttestationDocument", ShapeReference(KMSShapes.attestationDocumentType)),
            ]))
    }
}
