// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct SAMLProviderListEntry: AWSStructure {
        public var arn: String?
        public var validUntil: Timestamp?
        public var createDate: Timestamp?

        public init(arn: String? = nil, validUntil: Timestamp? = nil, createDate: Timestamp? = nil) {
            self.arn = arn
            self.validUntil = validUntil
            self.createDate = createDate
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("Arn")
            validUntil = try wire.optionalTimestamp("ValidUntil")
            createDate = try wire.optionalTimestamp("CreateDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("Arn", arn)
            wire.addTimestamp("ValidUntil", validUntil)
            wire.addTimestamp("CreateDate", createDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "SAMLProviderListEntry",
            .structure(members: [
                ShapeMember("Arn", ShapeReference(IAMShapes.arnType)),
                ShapeMember("ValidUntil", ShapeReference(IAMShapes.dateType)),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType)),
            ]))
    }
}
