// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListPolicies: AWSOperation {
        public typealias Input = IAM.ListPoliciesInput
        public typealias Output = IAM.ListPoliciesOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListPolicies"
        public static let errors: [String: Int] = ["ServiceFailure": 500]
    }

    public struct ListPoliciesInput: AWSStructure {
        public var scope: String?
        public var onlyAttached: Bool?
        public var pathPrefix: String?
        public var policyUsageFilter: String?
        public var marker: String?
        public var maxItems: Int?

        public init(
            scope: String? = nil, onlyAttached: Bool? = nil, pathPrefix: String? = nil,
            policyUsageFilter: String? = nil, marker: String? = nil, maxItems: Int? = nil
        ) {
            self.scope = scope
            self.onlyAttached = onlyAttached
            self.pathPrefix = pathPrefix
            self.policyUsageFilter = policyUsageFilter
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            scope = try wire.optionalString("Scope")
            onlyAttached = try wire.optionalBoolean("OnlyAttached")
            pathPrefix = try wire.optionalString("PathPrefix")
            policyUsageFilter = try wire.optionalString("PolicyUsageFilter")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("Scope", scope)
            wire.addBoolean("OnlyAttached", onlyAttached)
            wire.addString("PathPrefix", pathPrefix)
            wire.addString("PolicyUsageFilter", policyUsageFilter)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListPoliciesRequest",
            .structure(members: [
                ShapeMember("Scope", ShapeReference(IAMShapes.policyScopeType)),
                ShapeMember("OnlyAttached", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("PathPrefix", ShapeReference(IAMShapes.policyPathType)),
                ShapeMember("PolicyUsageFilter", ShapeReference(IAMShapes.policyUsageType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListPoliciesOutput: AWSStructure {
        public var policies: [IAM.Policy]?
        public var isTruncated: Bool?
        public var marker: String?

        public init(policies: [IAM.Policy]? = nil, isTruncated: Bool? = nil, marker: String? = nil) {
            self.policies = policies
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            policies = try wire.optionalStructures("Policies")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Policies", policies)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListPoliciesResponse",
            .structure(members: [
                ShapeMember("Policies", ShapeReference(IAMShapes.policyListType)),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
