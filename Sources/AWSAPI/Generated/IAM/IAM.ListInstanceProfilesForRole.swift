// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListInstanceProfilesForRole: AWSOperation {
        public typealias Input = IAM.ListInstanceProfilesForRoleInput
        public typealias Output = IAM.ListInstanceProfilesForRoleOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListInstanceProfilesForRole"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct ListInstanceProfilesForRoleInput: AWSStructure {
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
            "ListInstanceProfilesForRoleRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListInstanceProfilesForRoleOutput: AWSStructure {
        public var instanceProfiles: [IAM.InstanceProfile]
        public var isTruncated: Bool?
        public var marker: String?

        public init(instanceProfiles: [IAM.InstanceProfile], isTruncated: Bool? = nil, marker: String? = nil) {
            self.instanceProfiles = instanceProfiles
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            instanceProfiles = try wire.structures("InstanceProfiles")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("InstanceProfiles", instanceProfiles)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListInstanceProfilesForRoleResponse",
            .structure(members: [
                ShapeMember("InstanceProfiles", ShapeReference(IAMShapes.instanceProfileListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
