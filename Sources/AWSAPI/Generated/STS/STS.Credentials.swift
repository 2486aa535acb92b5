// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension STS {
    public struct Credentials: AWSStructure {
        public var accessKeyId: String
        public var secretAccessKey: SharedSecret
        public var sessionToken: String
        public var expiration: Timestamp

        public init(accessKeyId: String, secretAccessKey: SharedSecret, sessionToken: String, expiration: Timestamp) {
            self.accessKeyId = accessKeyId
            self.secretAccessKey = secretAccessKey
            self.sessionToken = sessionToken
            self.expiration = expiration
        }

        public init(wire: WireObject) throws {
            accessKeyId = try wire.string("AccessKeyId")
            secretAccessKey = try wire.secret("SecretAccessKey")
            sessionToken = try wire.string("SessionToken")
            expiration = try wire.timestamp("Expiration")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("AccessKeyId", accessKeyId)
            wire.addSecret("SecretAccessKey", secretAccessKey)
            wire.addString("SessionToken", sessionToken)
            wire.addTimestamp("Expiration", expiration)
            return wire
        }

        public static let shape: Shape = Shape(
            "Credentials",
            .structure(members: [
                ShapeMember("AccessKeyId", ShapeReference(STSShapes.accessKeyIdType), isRequired: true),
                ShapeMember("SecretAccessKey", ShapeReference(STSShapes.accessKeySecretType), isRequired: true),
                ShapeMember("SessionToken", ShapeReference(STSShapes.tokenType), isRequired: true),
                ShapeMember("Expiration", ShapeReference(STSShapes.dateType), isRequired: true),
            ]))
    }
}
