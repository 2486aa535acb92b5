// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum UpdatePrimaryRegion: AWSOperation {
        public typealias Input = KMS.UpdatePrimaryRegionInput
        public typealias Output = KMS.UpdatePrimaryRegionOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "UpdatePrimaryRegion"
        public static let errors: [String: Int] = [
            "DisabledException": 400, "InvalidArnException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "NotFoundException": 400, "UnsupportedOperationException": 400,
        ]
    }

    public struct UpdatePrimaryRegionInput: AWSStructure {
        public var keyId: String
        public var primaryRegion: String

        public init(keyId: String, primaryRegion: String) {
            self.keyId = keyId
            self.primaryRegion = primaryRegion
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            primaryRegion = try wire.string("PrimaryRegion")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addString("PrimaryRegion", primaryRegion)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdatePrimaryRegionRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("PrimaryRegion", ShapeReference(KMSShapes.regionType), isRequired: true),
            ]))
    }

    public struct UpdatePrimaryRegionOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UpdatePrimaryRegionOutput", .structure(members: []))
    }
}
