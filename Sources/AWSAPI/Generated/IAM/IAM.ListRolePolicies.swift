// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListRolePolicies: AWSOperation {
        public typealias Input = IAM.ListRolePoliciesInput
        public typealias Output = IAM.ListRolePoliciesOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListRolePolicies"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct ListRolePoliciesInput: AWSStructure {
        public var roleName: String
        public var marker: String?
        public var maxItems: Int?

        public init(roleName: String, marker: String? = nil, maxItems: Int? = nil) {
            self.roleName = roleName
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("RoleName", roleName)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListRolePoliciesRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListRolePoliciesOutput: AWSStructure {
        public var policyNames: [String]
        public var isTruncated: Bool?
        public var marker: String?

        public init(policyNames: [String], isTruncated: Bool? = nil, marker: String? = nil) {
            self.policyNames = policyNames
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            policyNames = try wire.strings("PolicyNames")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStrings("PolicyNames", policyNames)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListRolePoliciesResponse",
            .structure(members: [
                ShapeMember("PolicyNames", ShapeReference(IAMShapes.policyNameListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
