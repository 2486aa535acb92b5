// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct ServerCertificateMetadata: AWSStructure {
        public var path: String
        public var serverCertificateName: String
        public var serverCertificateId: String
        public var arn: String
        public var uploadDate: Timestamp?
        public var expiration: Timestamp?

        public init(
            path: String, serverCertificateName: String, serverCertificateId: String, arn: String,
            uploadDate: Timestamp? = nil, expiration: Timestamp? = nil
        ) {
            self.path = path
            self.serverCertificateName = serverCertificateName
            self.serverCertificateId = serverCertificateId
            self.arn = arn
            self.uploadDate = uploadDate
            self.expiration = expiration
        }

        public init(wire: WireObject) throws {
            path = try wire.string("Path")
            serverCertificateName = try wire.string("ServerCertificateName")
            serverCertificateId = try wire.string("ServerCertificateId")
            arn = try wire.string("Arn")
            uploadDate = try wire.optionalTimestamp("UploadDate")
            expiration = try wire.optionalTimestamp("Expiration")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("Path", path)
            wire.addString("ServerCertificateName", serverCertificateName)
            wire.addString("ServerCertificateId", serverCertificateId)
            wire.addString("Arn", arn)
            wire.addTimestamp("UploadDate", uploadDate)
            wire.addTimestamp("Expiration", expiration)
            return wire
        }

        public static let shape: Shape = Shape(
            "ServerCertificateMetadata",
            .structure(members: [
                ShapeMember("Path", ShapeReference(IAMShapes.pathType), isRequired: true),
                ShapeMember(
                    "ServerCertificateName", ShapeReference(IAMShapes.serverCertificateNameType), isRequired: true
                ),
                ShapeMember("ServerCertificateId", ShapeReference(IAMShapes.idType), isRequired: true),
                ShapeMember("Arn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("UploadDate", ShapeReference(IAMShapes.dateType)),
                ShapeMember("Expiration", ShapeReference(IAMShapes.dateType)),
            ]))
    }
}
