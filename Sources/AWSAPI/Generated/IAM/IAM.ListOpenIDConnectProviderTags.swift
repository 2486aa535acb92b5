// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListOpenIDConnectProviderTags: AWSOperation {
        public typealias Input = IAM.ListOpenIDConnectProviderTagsInput
        public typealias Output = IAM.ListOpenIDConnectProviderTagsOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListOpenIDConnectProviderTags"
        public static let errors: [String: Int] = ["InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct ListOpenIDConnectProviderTagsInput: AWSStructure {
        public var openIDConnectProviderArn: String
        public var marker: String?
        public var maxItems: Int?

        public init(openIDConnectProviderArn: String, marker: String? = nil, maxItems: Int? = nil) {
            self.openIDConnectProviderArn = openIDConnectProviderArn
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            openIDConnectProviderArn = try wire.string("OpenIDConnectProviderArn")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("OpenIDConnectProviderArn", openIDConnectProviderArn)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListOpenIDConnectProviderTagsRequest",
            .structure(members: [
                ShapeMember("OpenIDConnectProviderArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListOpenIDConnectProviderTagsOutput: AWSStructure {
        public var tags: [IAM.Tag]
        public var isTruncated: Bool?
        public var marker: String?

        public init(tags: [IAM.Tag], isTruncated: Bool? = nil, marker: String? = nil) {
            self.tags = tags
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            tags = try wire.structures("Tags")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Tags", tags)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListOpenIDConnectProviderTagsResponse",
            .structure(members: [
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
