// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension STS {
    public struct FederatedUser: AWSStructure {
        public var federatedUserId: String
        public var arn: String

        public init(federatedUserId: String, arn: String) {
            self.federatedUserId = federatedUserId
            self.arn = arn
        }

        public init(wire: WireObject) throws {
            federatedUserId = try wire.string("FederatedUserId")
            arn = try wire.string("Arn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("FederatedUserId", federatedUserId)
            wire.addString("Arn", arn)
            return wire
        }

        public static let shape: Shape = Shape(
            "FederatedUser",
            .structure(members: [
                ShapeMember("FederatedUserId", ShapeReference(STSShapes.federatedIdType), isRequired: true),
                ShapeMember("Arn", ShapeReference(STSShapes.arnType), isRequired: true),
            ]))
    }
}
