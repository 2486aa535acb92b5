// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum ListKeys: AWSOperation {
        public typealias Input = KMS.ListKeysInput
        public typealias Output = KMS.ListKeysOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ListKeys"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidMarkerException": 400, "KMSInternalException": 500,
        ]
    }

    public struct ListKeysInput: AWSStructure {
        public var limit: Int?
        public var marker: String?
        public var resourceOwners: [String]?

        public init(limit: Int? = nil, marker: String? = nil, resourceOwners: [String]? = nil) {
            self.limit = limit
            self.marker = marker
            self.resourceOwners = resourceOwners
        }

        public init(wire: WireObject) throws {
            limit = try wire.optionalInteger("Limit")
            marker = try wire.optionalString("Marker")
            resourceOwners = try wire.optionalStrings("ResourceOwners")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addInteger("Limit", limit)
            wire.addString("Marker", marker)
            wire.addStrings("ResourceOwners", resourceOwners)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListKeysRequest",
            .structure(members: [
                ShapeMember("Limit", ShapeReference(KMSShapes.limitType)),
                ShapeMember("Marker", ShapeReference(KMSShapes.markerType)),
                ShapeMember("ResourceOwners", ShapeReference(KMSShapes.resourceOwnersList)),
            ]))
    }

    public struct ListKeysOutput: AWSStructure {
        public var keys: [KMS.KeyListEntry]?
        public var nextMarker: String?
        public var truncated: Bool?

        public init(keys: [KMS.KeyListEntry]? = nil, nextMarker: String? = nil, truncated: Bool? = nil) {
            self.keys = keys
            self.nextMarker = nextMarker
            self.truncated = truncated
        }

        public init(wire: WireObject) throws {
            keys = try wire.optionalStructures("Keys")
            nextMarker = try wire.optionalString("NextMarker")
            truncated = try wire.optionalBoolean("Truncated")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Keys", keys)
            wire.addString("NextMarker", nextMarker)
            wire.addBoolean("Truncated", truncated)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListKeysResponse",
            .structure(members: [
                ShapeMember("Keys", ShapeReference(KMSShapes.keyList)),
                ShapeMember("NextMarker", ShapeReference(KMSShapes.markerType)),
                ShapeMember("Truncated", ShapeReference(KMSShapes.booleanType)),
            ]))
    }
}
