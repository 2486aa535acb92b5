// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListMFADevices: AWSOperation {
        public typealias Input = IAM.ListMFADevicesInput
        public typealias Output = IAM.ListMFADevicesOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListMFADevices"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct ListMFADevicesInput: AWSStructure {
        public var userName: String?
        public var marker: String?
        public var maxItems: Int?

        public init(userName: String? = nil, marker: String? = nil, maxItems: Int? = nil) {
            self.userName = userName
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            userName = try wire.optionalString("UserName")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("UserName", userName)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListMFADevicesRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListMFADevicesOutput: AWSStructure {
        public var mfaDevices: [IAM.MFADevice]
        public var isTruncated: Bool?
        public var marker: String?

        public init(mfaDevices: [IAM.MFADevice], isTruncated: Bool? = nil, marker: String? = nil) {
            self.mfaDevices = mfaDevices
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            mfaDevices = try wire.structures("MFADevices")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("MFADevices", mfaDevices)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListMFADevicesResponse",
            .structure(members: [
                ShapeMember("MFADevices", ShapeReference(IAMShapes.mfaDeviceListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
