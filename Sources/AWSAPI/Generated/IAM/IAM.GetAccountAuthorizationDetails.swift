// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetAccountAuthorizationDetails: AWSOperation {
        public typealias Input = IAM.GetAccountAuthorizationDetailsInput
        public typealias Output = IAM.GetAccountAuthorizationDetailsOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetAccountAuthorizationDetails"
        public static let errors: [String: Int] = ["ServiceFailure": 500]
    }

    public struct GetAccountAuthorizationDetailsInput: AWSStructure {
        public var filter: [String]?
        public var maxItems: Int?
        public var marker: String?

        public init(filter: [String]? = nil, maxItems: Int? = nil, marker: String? = nil) {
            self.filter = filter
            self.maxItems = maxItems
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            filter = try wire.optionalStrings("Filter")
            maxItems = try wire.optionalInteger("MaxItems")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStrings("Filter", filter)
            wire.addInteger("MaxItems", maxItems)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetAccountAuthorizationDetailsRequest",
            .structure(members: [
                ShapeMember("Filter", ShapeReference(IAMShapes.entityListType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
            ]))
    }

    public struct GetAccountAuthorizationDetailsOutput: AWSStructure {
        public var userDetailList: [IAM.UserDetail]?
        public var groupDetailList: [IAM.GroupDetail]?
        public var roleDetailList: [IAM.RoleDetail]?
        public var policies: [IAM.ManagedPolicyDetail]?
        public var isTruncated: Bool?
        public var marker: String?

        public init(
            userDetailList: [IAM.UserDetail]? = nil, groupDetailList: [IAM.GroupDetail]? = nil,
            roleDetailList: [IAM.RoleDetail]? = nil, policies: [IAM.ManagedPolicyDetail]? = nil,
            isTruncated: Bool? = nil, marker: String? = nil
        ) {
            self.userDetailList = userDetailList
            self.groupDetailList = groupDetailList
            self.roleDetailList = roleDetailList
            self.policies = policies
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            userDetailList = try wire.optionalStructures("UserDetailList")
            groupDetailList = try wire.optionalStructures("GroupDetailList")
            roleDetailList = try wire.optionalStructures("RoleDetailList")
            policies = try wire.optionalStructures("Policies")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addStructures("UserDetailList", userDetailList)
            wire.addStructures("GroupDetailList", groupDetailList)
            wire.addStructures("RoleDetailList", roleDetailList)
            wire.addStructures("Policies", policies)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetAccountAuthorizationDetailsResponse",
            .structure(members: [
                ShapeMember("UserDetailList", ShapeReference(IAMShapes.userDetailListType)),
                ShapeMember("GroupDetailList", ShapeReference(IAMShapes.groupDetailListType)),
                ShapeMember("RoleDetailList", ShapeReference(IAMShapes.roleDetailListType)),
                ShapeMember("Policies", ShapeReference(IAMShapes.managedPolicyDetailListType)),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
