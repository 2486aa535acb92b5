// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListRoles: AWSOperation {
        public typealias Input = IAM.ListRolesInput
        public typealias Output = IAM.ListRolesOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListRoles"
        public static let errors: [String: Int] = ["ServiceFailure": 500]
    }

    public struct ListRolesInput: AWSStructure {
        public var pathPrefix: String?
        public var marker: String?
        public var maxItems: Int?

        public init(pathPrefix: String? = nil, marker: String? = nil, maxItems: Int? = nil) {
            self.pathPrefix = pathPrefix
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            pathPrefix = try wire.optionalString("PathPrefix")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("PathPrefix", pathPrefix)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListRolesRequest",
            .structure(members: [
                ShapeMember("PathPrefix", ShapeReference(IAMShapes.pathPrefixType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListRolesOutput: AWSStructure {
        public var roles: [IAM.Role]
        public var isTruncated: Bool?
        public var marker: String?

        public init(roles: [IAM.Role], isTruncated: Bool? = nil, marker: String? = nil) {
            self.roles = roles
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            roles = try wire.structures("Roles")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Roles", roles)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListRolesResponse",
            .structure(members: [
                ShapeMember("Roles", ShapeReference(IAMShapes.roleListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
