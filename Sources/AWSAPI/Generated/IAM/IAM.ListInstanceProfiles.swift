// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListInstanceProfiles: AWSOperation {
        public typealias Input = IAM.ListInstanceProfilesInput
        public typealias Output = IAM.ListInstanceProfilesOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListInstanceProfiles"
        public static let errors: [String: Int] = ["ServiceFailure": 500]
    }

    public struct ListInstanceProfilesInput: AWSStructure {
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
            "ListInstanceProfilesRequest",
            .structure(members: [
                ShapeMember("PathPrefix", ShapeReference(IAMShapes.pathPrefixType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListInstanceProfilesOutput: AWSStructure {
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
            "ListInstanceProfilesResponse",
            .structure(members: [
                ShapeMember("InstanceProfiles", ShapeReference(IAMShapes.instanceProfileListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
