// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListAttachedGroupPolicies: AWSOperation {
        public typealias Input = IAM.ListAttachedGroupPoliciesInput
        public typealias Output = IAM.ListAttachedGroupPoliciesOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListAttachedGroupPolicies"
        public static let errors: [String: Int] = ["InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct ListAttachedGroupPoliciesInput: AWSStructure {
        public var groupName: String
        public var pathPrefix: String?
        public var marker: String?
        public var maxItems: Int?

        public init(groupName: String, pathPrefix: String? = nil, marker: String? = nil, maxItems: Int? = nil) {
            self.groupName = groupName
            self.pathPrefix = pathPrefix
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            groupName = try wire.string("GroupName")
            pathPrefix = try wire.optionalString("PathPrefix")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("GroupName", groupName)
            wire.addString("PathPrefix", pathPrefix)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListAttachedGroupPoliciesRequest",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("PathPrefix", ShapeReference(IAMShapes.policyPathType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListAttachedGroupPoliciesOutput: AWSStructure {
        public var attachedPolicies: [IAM.AttachedPolicy]?
        public var isTruncated: Bool?
        public var marker: String?

        public init(attachedPolicies: [IAM.AttachedPolicy]? = nil, isTruncated: Bool? = nil, marker: String? = nil) {
            self.attachedPolicies = attachedPolicies
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            attachedPolicies = try wire.optionalStructures("AttachedPolicies")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("AttachedPolicies", attachedPolicies)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListAttachedGroupPoliciesResponse",
            .structure(members: [
                ShapeMember("AttachedPolicies", ShapeReference(IAMShapes.attachedPoliciesListType)),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
