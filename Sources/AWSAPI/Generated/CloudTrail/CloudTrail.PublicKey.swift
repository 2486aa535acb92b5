// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension CloudTrail {
    public struct PublicKey: AWSStructure {
        public var value: [UInt8]?
        public var validityStartTime: Timestamp?
        public var validityEndTime: Timestamp?
        public var fingerprint: String?

        public init(
            value: [UInt8]? = nil, validityStartTime: Timestamp? = nil, validityEndTime: Timestamp? = nil,
            fingerprint: String? = nil
        ) {
            self.value = value
            self.validityStartTime = validityStartTime
            self.validityEndTime = validityEndTime
            self.fingerprint = fingerprint
        }

        public init(wire: WireObject) throws {
            value = try wire.optionalBlob("Value")
            validityStartTime = try wire.optionalTimestamp("ValidityStartTime")
            validityEndTime = try wire.optionalTimestamp("ValidityEndTime")
            fingerprint = try wire.optionalString("Fingerprint")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addBlob("Value", value)
            wire.addTimestamp("ValidityStartTime", validityStartTime)
            wire.addTimestamp("ValidityEndTime", validityEndTime)
            wire.addString("Fingerprint", fingerprint)
            return wire
        }

        public static let shape: Shape = Shape(
            "PublicKey",
            .structure(members: [
                ShapeMember("Value", ShapeReference(CloudTrailShapes.byteBuffer)),
                ShapeMember("ValidityStartTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("ValidityEndTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("Fingerprint", ShapeReference(CloudTrailShapes.string)),
            ]))
    }
}
