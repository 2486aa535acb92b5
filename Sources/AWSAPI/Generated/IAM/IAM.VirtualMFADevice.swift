// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct VirtualMFADevice: AWSStructure {
        public var serialNumber: String
        public var base32StringSeed: SharedSecret?
        public var qrCodePNG: SharedSecret?
        public var user: IAM.User?
        public var enableDate: Timestamp?
        public var tags: [IAM.Tag]?

        public init(
            serialNumber: String, base32StringSeed: SharedSecret? = nil, qrCodePNG: SharedSecret? = nil,
            user: IAM.User? = nil, enableDate: Timestamp? = nil, tags: [IAM.Tag]? = nil
        ) {
            self.serialNumber = serialNumber
            self.base32StringSeed = base32StringSeed
            self.qrCodePNG = qrCodePNG
            self.user = user
            self.enableDate = enableDate
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            serialNumber = try wire.string("SerialNumber")
            base32StringSeed = try wire.optionalSecret("Base32StringSeed")
            qrCodePNG = try wire.optionalSecret("QRCodePNG")
            user = try wire.optionalStructure("User")
            enableDate = try wire.optionalTimestamp("EnableDate")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("SerialNumber", serialNumber)
            wire.addSecret("Base32StringSeed", base32StringSeed)
            wire.addSecret("QRCodePNG", qrCodePNG)
            wire.addStructure("User", user)
            wire.addTimestamp("EnableDate", enableDate)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "VirtualMFADevice",
            .structure(members: [
                ShapeMember("SerialNumber", ShapeReference(IAMShapes.serialNumberType), isRequired: true),
                ShapeMember("Base32StringSeed", ShapeReference(IAMShapes.bootstrapDatum)),
                ShapeMember("QRCodePNG", ShapeReference(IAMShapes.bootstrapDatum)),
                ShapeMember("User", ShapeReference(IAM.User.shape)),
                ShapeMember("EnableDate", ShapeReference(IAMShapes.dateType)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
            ]))
    }
}
