// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct SigningCertificate: AWSStructure {
        public var userName: String
        public var certificateId: String
        public var certificateBody: String
        public var status: String
        public var uploadDate: Timestamp?

        public init(
            userName: String, certificateId: String, certificateBody: String, status: String,
            uploadDate: Timestamp? = nil
        ) {
            self.userName = userName
            self.certificateId = certificateId
            self.certificateBody = certificateBody
            self.status = status
            self.uploadDate = uploadDate
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            certificateId = try wire.string("CertificateId")
            certificateBody = try wire.string("CertificateBody")
            status = try wire.string("Status")
            uploadDate = try wire.optionalTimestamp("UploadDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("UserName", userName)
            wire.addString("CertificateId", certificateId)
            wire.addString("CertificateBody", certificateBody)
            wire.addString("Status", status)
            wire.addTimestamp("UploadDate", uploadDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "SigningCertificate",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType), isRequired: true),
                ShapeMember("CertificateId", ShapeReference(IAMShapes.certificateIdType), isRequired: true),
                ShapeMember("CertificateBody", ShapeReference(IAMShapes.certificateBodyType), isRequired: true),
                ShapeMember("Status", ShapeReference(IAMShapes.statusType), isRequired: true),
                ShapeMember("UploadDate", ShapeReference(IAMShapes.dateType)),
            ]))
    }
}
