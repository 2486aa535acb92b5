// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListSigningCertificates: AWSOperation {
        public typealias Input = IAM.ListSigningCertificatesInput
        public typealias Output = IAM.ListSigningCertificatesOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListSigningCertificates"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct ListSigningCertificatesInput: AWSStructure {
        public var userName: String?
        public var marker: String?
        public var maxItems: Int?

        public init(userName: String? = nil, marker: String? = nil, maxItems: Int? = nil) {
            self.userName = userName
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            userName = try wire.optionalString("UserName")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("UserName", userName)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListSigningCertificatesRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListSigningCertificatesOutput: AWSStructure {
        public var certificates: [IAM.SigningCertificate]
        public var isTruncated: Bool?
        public var marker: String?

        public init(certificates: [IAM.SigningCertificate], isTruncated: Bool? = nil, marker: String? = nil) {
            self.certificates = certificates
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            certificates = try wire.structures("Certificates")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Certificates", certificates)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListSigningCertificatesResponse",
            .structure(members: [
                ShapeMember("Certificates", ShapeReference(IAMShapes.certificateListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
