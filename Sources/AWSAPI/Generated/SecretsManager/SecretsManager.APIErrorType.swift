// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public struct APIErrorType: AWSStructure {
        public var secretId: String?
        public var errorCode: String?
        public var message: String?

        public init(secretId: String? = nil, errorCode: String? = nil, message: String? = nil) {
            self.secretId = secretId
            self.errorCode = errorCode
            self.message = message
        }

        public init(wire: WireObject) throws {
            secretId = try wire.optionalString("SecretId")
            errorCode = try wire.optionalString("ErrorCode")
            message = try wire.optionalString("Message")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("SecretId", secretId)
            wire.addString("ErrorCode", errorCode)
            wire.addString("Message", message)
            return wire
        }

        public static let shape: Shape = Shape(
            "APIErrorType",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType)),
                ShapeMember("ErrorCode", ShapeReference(SecretsManagerShapes.errorCode)),
                ShapeMember("Message", ShapeReference(SecretsManagerShapes.errorMessage)),
            ]))
    }
}
