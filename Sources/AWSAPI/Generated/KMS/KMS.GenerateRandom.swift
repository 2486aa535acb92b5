// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum GenerateRandom: AWSOperation {
        public typealias Input = KMS.GenerateRandomInput
        public typealias Output = KMS.GenerateRandomOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "GenerateRandom"
        public static let errors: [String: Int] = [
            "CustomKeyStoreInvalidStateException": 400, "CustomKeyStoreNotFoundException": 400,
            "DependencyTimeoutException": 500, "KMSInternalException": 500, "UnsupportedOperationException": 400,
        ]
    }

    public struct GenerateRandomInput: AWSStructure {
        public var numberOfBytes: Int?
        public var customKeyStoreId: String?
        public var recipient: KMS.RecipientInfo?

        public init(numberOfBytes: Int? = nil, customKeyStoreId: String? = nil, recipient: KMS.RecipientInfo? = nil) {
            self.numberOfBytes = numberOfBytes
            self.customKeyStoreId = customKeyStoreId
            self.recipient = recipient
        }

        public init(wire: WireObject) throws {
            numberOfBytes = try wire.optionalInteger("NumberOfBytes")
            customKeyStoreId = try wire.optionalString("CustomKeyStoreId")
            recipient = try wire.optionalStructure("Recipient")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addInteger("NumberOfBytes", numberOfBytes)
            wire.addString("CustomKeyStoreId", customKeyStoreId)
            wire.addStructure("Recipient", recipient)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateRandomRequest",
            .structure(members: [
                ShapeMember("NumberOfBytes", ShapeReference(KMSShapes.numberOfBytesType)),
                ShapeMember("CustomKeyStoreId", ShapeReference(KMSShapes.customKeyStoreIdType)),
                ShapeMember("Recipient", ShapeReference(KMS.RecipientInfo.shape)),
            ]))
    }

    public struct GenerateRandomOutput: AWSStructure {
        public var plaintext: SharedSecret?
        public var ciphertextForRecipient: [UInt8]?

        public init(plaintext: SharedSecret? = nil, ciphertextForRecipient: [UInt8]? = nil) {
            self.plaintext = plaintext
            self.ciphertextForRecipient = ciphertextForRecipient
        }

        public init(wire: WireObject) throws {
            plaintext = try wire.optionalSecret("Plaintext")
            ciphertextForRecipient = try wire.optionalBlob("CiphertextForRecipient")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addSecret("Plaintext", plaintext)
            wire.addBlob("CiphertextForRecipient", ciphertextForRecipient)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateRandomResponse",
            .structure(members: [
                ShapeMember("Plaintext", ShapeReference(KMSShapes.plaintextType)),
                ShapeMember("CiphertextForRecipient", ShapeReference(KMSShapes.ciphertextType)),
            ]))
    }
}
