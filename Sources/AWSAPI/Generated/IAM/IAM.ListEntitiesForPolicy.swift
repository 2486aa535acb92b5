// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListEntitiesForPolicy: AWSOperation {
        public typealias Input = IAM.ListEntitiesForPolicyInput
        public typealias Output = IAM.ListEntitiesForPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListEntitiesForPolicy"
        public static let errors: [String: Int] = ["InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct ListEntitiesForPolicyInput: AWSStructure {
        public var policyArn: String
        public var entityFilter: String?
        public var pathPrefix: String?
        public var policyUsageFilter: String?
        public var marker: String?
        public var maxItems: Int?

        public init(
            policyArn: String, entityFilter: String? = nil, pathPrefix: String? = nil, policyUsageFilter: String? = nil,
            marker: String? = nil, maxItems: Int? = nil
        ) {
            self.policyArn = policyArn
            self.entityFilter = entityFilter
            self.pathPrefix = pathPrefix
            self.policyUsageFilter = policyUsageFilter
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            policyArn = try wire.string("PolicyArn")
            entityFilter = try wire.optionalString("EntityFilter")
            pathPrefix = try wire.optionalString("PathPrefix")
            policyUsageFilter = try wire.optionalString("PolicyUsageFilter")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("PolicyArn", policyArn)
            wire.addString("EntityFilter", entityFilter)
            wire.addString("PathPrefix", pathPrefix)
            wire.addString("PolicyUsageFilter", policyUsageFilter)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListEntitiesForPolicyRequest",
            .structure(members: [
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("EntityFilter", ShapeReference(IAMShapes.entityType)),
                ShapeMember("PathPrefix", ShapeReference(IAMShapes.pathType)),
                ShapeMember("PolicyUsageFilter", ShapeReference(IAMShapes.policyUsageType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListEntitiesForPolicyOutput: AWSStructure {
        public var policyGroups: [IAM.PolicyGroup]?
        public var policyUsers: [IAM.PolicyUser]?
        public var policyRoles: [IAM.PolicyRole]?
        public var isTruncated: Bool?
        public var marker: String?

        public init(
            policyGroups: [IAM.PolicyGroup]? = nil, policyUsers: [IAM.PolicyUser]? = nil,
            policyRoles: [IAM.PolicyRole]? = nil, isTruncated: Bool? = nil, marker: String? = nil
        ) {
            self.policyGroups = policyGroups
            self.policyUsers = policyUsers
            self.policyRoles = policyRoles
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            policyGroups = try wire.optionalStructures("PolicyGroups")
            policyUsers = try wire.optionalStructures("PolicyUsers")
            policyRoles = try wire.optionalStructures("PolicyRoles")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addStructures("PolicyGroups", policyGroups)
            wire.addStructures("PolicyUsers", policyUsers)
            wire.addStructures("PolicyRoles", policyRoles)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListEntitiesForPolicyResponse",
            .structure(members: [
                ShapeMember("PolicyGroups", ShapeReference(IAMShapes.policyGroupListType)),
                ShapeMember("PolicyUsers", ShapeReference(IAMShapes.policyUserListType)),
                ShapeMember("PolicyRoles", ShapeReference(IAMShapes.policyRoleListType)),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
