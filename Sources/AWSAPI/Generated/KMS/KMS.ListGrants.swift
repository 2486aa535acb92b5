// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum ListGrants: AWSOperation {
        public typealias Input = KMS.ListGrantsInput
        public typealias Output = KMS.ListGrantsOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ListGrants"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "InvalidGrantIdException": 400,
            "InvalidMarkerException": 400, "KMSInternalException": 500, "KMSInvalidStateException": 400,
            "NotFoundException": 400,
        ]
    }

    public struct ListGrantsInput: AWSStructure {
        public var limit: Int?
        public var marker: String?
        public var keyId: String
        public var grantId: String?
        public var granteePrincipal: String?
        public var granteeServicePrincipal: String?

        public init(
            keyId: String, limit: Int? = nil, marker: String? = nil, grantId: String? = nil,
            granteePrincipal: String? = nil, granteeServicePrincipal: String? = nil
        ) {
            self.limit = limit
            self.marker = marker
            self.keyId = keyId
            self.grantId = grantId
            self.granteePrincipal = granteePrincipal
            self.granteeServicePrincipal = granteeServicePrincipal
        }

        public init(wire: WireObject) throws {
            limit = try wire.optionalInteger("Limit")
            marker = try wire.optionalString("Marker")
            keyId = try wire.string("KeyId")
            grantId = try wire.optionalString("GrantId")
            granteePrincipal = try wire.optionalString("GranteePrincipal")
            granteeServicePrincipal = try wire.optionalString("GranteeServicePrincipal")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addInteger("Limit", limit)
            wire.addString("Marker", marker)
            wire.addString("KeyId", keyId)
            wire.addString("GrantId", grantId)
            wire.addString("GranteePrincipal", granteePrincipal)
            wire.addString("GranteeServicePrincipal", granteeServicePrincipal)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListGrantsRequest",
            .structure(members: [
                ShapeMember("Limit", ShapeReference(KMSShapes.limitType)),
                ShapeMember("Marker", ShapeReference(KMSShapes.markerType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("GrantId", ShapeReference(KMSShapes.grantIdType)),
                ShapeMember("GranteePrincipal", ShapeReference(KMSShapes.principalIdType)),
                ShapeMember("GranteeServicePrincipal", ShapeReference(KMSShapes.servicePrincipalType)),
            ]))
    }

    public struct ListGrantsOutput: AWSStructure {
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
