// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension Coffer {
    public struct Reading: AWSStructure {
        public var principalId: String
        public var secretArn: String
        public var lastReadAt: Timestamp

        public init(principalId: String, secretArn: String, lastReadAt: Timestamp) {
            self.principalId = principalId
            self.secretArn = secretArn
            self.lastReadAt = lastReadAt
        }

        public init(wire: WireObject) throws {
            principalId = try wire.string("PrincipalId")
            secretArn = try wire.string("SecretArn")
            lastReadAt = try wire.timestamp("LastReadAt")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("PrincipalId", principalId)
            wire.addString("SecretArn", secretArn)
            wire.addTimestamp("LastReadAt", lastReadAt)
            return wire
        }

        public static let shape: Shape = Shape(
            "Reading",
            .structure(members: [
                ShapeMember("PrincipalId", ShapeReference(CofferShapes.string), isRequired: true),
                ShapeMember("SecretArn", ShapeReference(CofferShapes.string), isRequired: true),
                ShapeMember("LastReadAt", ShapeReference(CofferShapes.timestamp), isRequired: true),
            ]))
    }
}
