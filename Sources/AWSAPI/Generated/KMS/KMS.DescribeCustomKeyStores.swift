// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum DescribeCustomKeyStores: AWSOperation {
        public typealias Input = KMS.DescribeCustomKeyStoresInput
        public typealias Output = KMS.DescribeCustomKeyStoresOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "DescribeCustomKeyStores"
        public static let errors: [String: Int] = [
            "CustomKeyStoreNotFoundException": 400, "InvalidMarkerException": 400, "KMSInternalException": 500,
        ]
    }

    public struct DescribeCustomKeyStoresInput: AWSStructure {
        public var customKeyStoreId: String?
        public var customKeyStoreName: String?
        public var limit: Int?
        public var marker: String?

        public init(
            customKeyStoreId: String? = nil, customKeyStoreName: String? = nil, limit: Int? = nil,
            marker: String? = nil
        ) {
            self.customKeyStoreId = customKeyStoreId
            self.customKeyStoreName = customKeyStoreName
            self.limit = limit
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            customKeyStoreId = try wire.optionalString("CustomKeyStoreId")
            customKeyStoreName = try wire.optionalString("CustomKeyStoreName")
            limit = try wire.optionalInteger("Limit")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("CustomKeyStoreId", customKeyStoreId)
            wire.addString("CustomKeyStoreName", customKeyStoreName)
            wire.addInteger("Limit", limit)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "DescribeCustomKeyStoresRequest",
            .structure(members: [
                ShapeMember("CustomKeyStoreId", ShapeReference(KMSShapes.customKeyStoreIdType)),
                ShapeMember("CustomKeyStoreName", ShapeReference(KMSShapes.customKeyStoreNameType)),
                ShapeMember("Limit", ShapeReference(KMSShapes.limitType)),
                ShapeMember("Marker", ShapeReference(KMSShapes.markerType)),
            ]))
    }

    public struct DescribeCustomKeyStoresOutput: AWSStructure {
        public var customKeyStores: [KMS.CustomKeyStoresListEntry]?
        public var nextMarker: String?
        public var truncated: Bool?

        public init(
            customKeyStores: [KMS.CustomKeyStoresListEntry]? = nil, nextMarker: String? = nil, truncated: Bool? = nil
        ) {
            self.customKeyStores = customKeyStores
            self.nextMarker = nextMarker
            self.truncated = truncated
        }

        public init(wire: WireObject) throws {
            customKeyStores = try wire.optionalStructures("CustomKeyStores")
            nextMarker = try wire.optionalString("NextMarker")
            truncated = try wire.optionalBoolean("Truncated")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("CustomKeyStores", customKeyStores)
            wire.addString("NextMarker", nextMarker)
            wire.addBoolean("Truncated", truncated)
            return wire
        }

        public static let shape: Shape = Shape(
            "DescribeCustomKeyStoresResponse",
            .structure(members: [
                ShapeMember("CustomKeyStores", ShapeReference(KMSShapes.customKeyStoresList)),
                ShapeMember("NextMarker", ShapeReference(KMSShapes.markerType)),
                ShapeMember("Truncated", ShapeReference(KMSShapes.booleanType)),
            ]))
    }
}
