// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum ListAliases: AWSOperation {
        public typealias Input = KMS.ListAliasesInput
        public typealias Output = KMS.ListAliasesOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ListAliases"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "InvalidMarkerException": 400,
            "KMSInternalException": 500, "NotFoundException": 400,
        ]
    }

    public struct ListAliasesInput: AWSStructure {
        public var keyId: String?
        public var limit: Int?
        public var marker: String?

        public init(keyId: String? = nil, limit: Int? = nil, marker: String? = nil) {
            self.keyId = keyId
            self.limit = limit
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            limit = try wire.optionalInteger("Limit")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("KeyId", keyId)
            wire.addInteger("Limit", limit)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListAliasesRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("Limit", ShapeReference(KMSShapes.limitType)),
                ShapeMember("Marker", ShapeReference(KMSShapes.markerType)),
            ]))
    }

    public struct ListAliasesOutput: AWSStructure {
        public var aliases: [KMS.AliasListEntry]?
        public var nextMarker: String?
        public var truncated: Bool?

        public init(aliases: [KMS.AliasListEntry]? = nil, nextMarker: String? = nil, truncated: Bool? = nil) {
            self.aliases = aliases
            self.nextMarker = nextMarker
            self.truncated = truncated
        }

        public init(wire: WireObject) throws {
            aliases = try wire.optionalStructures("Aliases")
            nextMarker = try wire.optionalString("NextMarker")
            truncated = try wire.optionalBoolean("Truncated")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Aliases", aliases)
            wire.addString("NextMarker", nextMarker)
            wire.addBoolean("Truncated", truncated)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListAliasesResponse",
            .structure(members: [
                ShapeMember("Aliases", ShapeReference(KMSShapes.aliasList)),
                ShapeMember("NextMarker", ShapeReference(KMSShapes.markerType)),
                ShapeMember("Truncated", ShapeReference(KMSShapes.booleanType)),
            ]))
    }
}
