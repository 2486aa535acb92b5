// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum ListRetirableGrants: AWSOperation {
        public typealias Input = KMS.ListRetirableGrantsInput
        public typealias Output = KMS.ListRetirableGrantsOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ListRetirableGrants"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "InvalidMarkerException": 400,
            "KMSInternalException": 500, "NotFoundException": 400,
        ]
    }

    public struct ListRetirableGrantsInput: AWSStructure {
        public var limit: Int?
        public var marker: String?
        public var retiringPrincipal: String?
        public var retiringServicePrincipal: String?

        public init(
            limit: Int? = nil, marker: String? = nil, retiringPrincipal: String? = nil,
            retiringServicePrincipal: String? = nil
        ) {
            self.limit = limit
            self.marker = marker
            self.retiringPrincipal = retiringPrincipal
            self.retiringServicePrincipal = retiringServicePrincipal
        }

        public init(wire: WireObject) throws {
            limit = try wire.optionalInteger("Limit")
            marker = try wire.optionalString("Marker")
            retiringPrincipal = try wire.optionalString("RetiringPrincipal")
            retiringServicePrincipal = try wire.optionalString("RetiringServicePrincipal")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addInteger("Limit", limit)
            wire.addString("Marker", marker)
            wire.addString("RetiringPrincipal", retiringPrincipal)
            wire.addString("RetiringServicePrincipal", retiringServicePrincipal)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListRetirableGrantsRequest",
            .structure(members: [
                ShapeMember("Limit", ShapeReference(KMSShapes.limitType)),
                ShapeMember("Marker", ShapeReference(KMSShapes.markerType)),
                ShapeMember("RetiringPrincipal", ShapeReference(KMSShapes.principalIdType)),
                ShapeMember("RetiringServicePrincipal", ShapeReference(KMSShapes.servicePrincipalType)),
            ]))
    }

    public struct ListRetirableGrantsOutput: AWSStructure {
        public var grants: [KMS.GrantListEntry]?
        public var nextMarker: String?
        public var truncated: Bool?

        public init(grants: [KMS.GrantListEntry]? = nil, nextMarker: String? = nil, truncated: Bool? = nil) {
            self.grants = grants
            self.nextMarker = nextMarker
            self.truncated = truncated
        }

        public init(wire: WireObject) throws {
            grants = try wire.optionalStructures("Grants")
            nextMarker = try wire.optionalString("NextMarker")
            truncated = try wire.optionalBoolean("Truncated")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Grants", grants)
            wire.addString("NextMarker", nextMarker)
            wire.addBoolean("Truncated", truncated)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListGrantsResponse",
            .structure(members: [
                ShapeMember("Grants", ShapeReference(KMSShapes.grantList)),
                ShapeMember("NextMarker", ShapeReference(KMSShapes.markerType)),
                ShapeMember("Truncated", ShapeReference(KMSShapes.booleanType)),
            ]))
    }
}
