// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListServerCertificates: AWSOperation {
        public typealias Input = IAM.ListServerCertificatesInput
        public typealias Output = IAM.ListServerCertificatesOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListServerCertificates"
        public static let errors: [String: Int] = ["ServiceFailure": 500]
    }

    public struct ListServerCertificatesInput: AWSStructure {
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
            "ListServerCertificatesRequest",
            .structure(members: [
                ShapeMember("PathPrefix", ShapeReference(IAMShapes.pathPrefixType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListServerCertificatesOutput: AWSStructure {
        public var serverCertificateMetadataList: [IAM.ServerCertificateMetadata]
        public var isTruncated: Bool?
        public var marker: String?

        public init(
            serverCertificateMetadataList: [IAM.ServerCertificateMetadata], isTruncated: Bool? = nil,
            marker: String? = nil
        ) {
            self.serverCertificateMetadataList = serverCertificateMetadataList
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            serverCertificateMetadataList = try wire.structures("ServerCertificateMetadataList")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("ServerCertificateMetadataList", serverCertificateMetadataList)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListServerCertificatesResponse",
            .structure(members: [
                ShapeMember(
                    "ServerCertificateMetadataList", ShapeReference(IAMShapes.serverCertificateMetadataListType),
                    isRequired: true
                ),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
