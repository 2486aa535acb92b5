// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListUsers: AWSOperation {
        public typealias Input = IAM.ListUsersInput
        public typealias Output = IAM.ListUsersOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListUsers"
        public static let errors: [String: Int] = ["ServiceFailure": 500]
    }

    public struct ListUsersInput: AWSStructure {
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
            "ListUsersRequest",
            .structure(members: [
                ShapeMember("PathPrefix", ShapeReference(IAMShapes.pathPrefixType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListUsersOutput: AWSStructure {
        public var users: [IAM.User]
        public var isTruncated: Bool?
        public var marker: String?

        public init(users: [IAM.User], isTruncated: Bool? = nil, marker: String? = nil) {
            self.users = users
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            users = try wire.structures("Users")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Users", users)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListUsersResponse",
            .structure(members: [
                ShapeMember("Users", ShapeReference(IAMShapes.userListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
