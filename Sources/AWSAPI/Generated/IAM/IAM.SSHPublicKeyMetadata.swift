// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct SSHPublicKeyMetadata: AWSStructure {
        public var userName: String
        public var sshPublicKeyId: String
        public var status: String
        public var uploadDate: Timestamp

        public init(userName: String, sshPublicKeyId: String, status: String, uploadDate: Timestamp) {
            self.userName = userName
            self.sshPublicKeyId = sshPublicKeyId
            self.status = status
            self.uploadDate = uploadDate
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            sshPublicKeyId = try wire.string("SSHPublicKeyId")
            status = try wire.string("Status")
            uploadDate = try wire.timestamp("UploadDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("UserName", userName)
            wire.addString("SSHPublicKeyId", sshPublicKeyId)
            wire.addString("Status", status)
            wire.addTimestamp("UploadDate", uploadDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "SSHPublicKeyMetadata",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType), isRequired: true),
                ShapeMember("SSHPublicKeyId", ShapeReference(IAMShapes.publicKeyIdType), isRequired: true),
                ShapeMember("Status", ShapeReference(IAMShapes.statusType), isRequired: true),
                ShapeMember("UploadDate", ShapeReference(IAMShapes.dateType), isRequired: true),
            ]))
    }
}
