// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension STS {
    public enum DecodeAuthorizationMessage: AWSOperation {
        public typealias Input = STS.DecodeAuthorizationMessageInput
        public typealias Output = STS.DecodeAuthorizationMessageOutput
        public static var service: AWSService { STS.service }
        public static let name: String = "DecodeAuthorizationMessage"
        public static let errors: [String: Int] = ["InvalidAuthorizationMessageException": 400]
    }

    public struct DecodeAuthorizationMessageInput: AWSStructure {
        public var encodedMessage: String

        public init(encodedMessage: String) {
            self.encodedMessage = encodedMessage
        }

        public init(wire: WireObject) throws {
            encodedMessage = try wire.string("EncodedMessage")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("EncodedMessage", encodedMessage)
            return wire
        }

        public static let shape: Shape = Shape(
            "DecodeAuthorizationMessageRequest",
            .structure(members: [
                ShapeMember("EncodedMessage", ShapeReference(STSShapes.encodedMessageType), isRequired: true),
            ]))
    }

    public struct DecodeAuthorizationMessageOutput: AWSStructure {
        public var decodedMessage: String?

        public init(decodedMessage: String? = nil) {
            self.decodedMessage = decodedMessage
        }

        public init(wire: WireObject) throws {
            decodedMessage = try wire.optionalString("DecodedMessage")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("DecodedMessage", decodedMessage)
            return wire
        }

        public static let shape: Shape = Shape(
            "DecodeAuthorizationMessageResponse",
            .structure(members: [
                ShapeMember("DecodedMessage", ShapeReference(STSShapes.decodedMessageType)),
            ]))
    }
}
