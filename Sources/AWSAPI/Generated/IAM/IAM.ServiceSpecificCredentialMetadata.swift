// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct ServiceSpecificCredentialMetadata: AWSStructure {
        public var userName: String
        public var status: String
        public var serviceUserName: String?
        public var serviceCredentialAlias: String?
        public var createDate: Timestamp
        public var expirationDate: Timestamp?
        public var serviceSpecificCredentialId: String
        public var serviceName: String

        public init(
            userName: String, status: String, createDate: Timestamp, serviceSpecificCredentialId: String,
            serviceName: String, serviceUserName: String? = nil, serviceCredentialAlias: String? = nil,
            expirationDate: Timestamp? = nil
        ) {
            self.userName = userName
            self.status = status
            self.serviceUserName = serviceUserName
            self.serviceCredentialAlias = serviceCredentialAlias
            self.createDate = createDate
            self.expirationDate = expirationDate
            self.serviceSpecificCredentialId = serviceSpecificCredentialId
            self.serviceName = serviceName
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            status = try wire.string("Status")
            serviceUserName = try wire.optionalString("ServiceUserName")
            serviceCredentialAlias = try wire.optionalString("ServiceCredentialAlias")
            createDate = try wire.timestamp("CreateDate")
            expirationDate = try wire.optionalTimestamp("ExpirationDate")
            serviceSpecificCredentialId = try wire.string("ServiceSpecificCredentialId")
            serviceName = try wire.string("ServiceName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(8)
            wire.addString("UserName", userName)
            wire.addString("Status", status)
            wire.addString("ServiceUserName", serviceUserName)
            wire.addString("ServiceCredentialAlias", serviceCredentialAlias)
            wire.addTimestamp("CreateDate", createDate)
            wire.addTimestamp("ExpirationDate", expirationDate)
            wire.addString("ServiceSpecificCredentialId", serviceSpecificCredentialId)
            wire.addString("ServiceName", serviceName)
            return wire
        }

        public static let shape: Shape = Shape(
            "ServiceSpecificCredentialMetadata",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType), isRequired: true),
                ShapeMember("Status", ShapeReference(IAMShapes.statusType), isRequired: true),
                ShapeMember("ServiceUserName", ShapeReference(IAMShapes.serviceUserName)),
                ShapeMember("ServiceCredentialAlias", ShapeReference(IAMShapes.serviceCredentialAlias)),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType), isRequired: true),
                ShapeMember("ExpirationDate", ShapeReference(IAMShapes.dateType)),
                ShapeMember(
                    "ServiceSpecificCredentialId", ShapeReference(IAMShapes.serviceSpecificCredentialId),
                    isRequired: true
                ),
                ShapeMember("ServiceName", ShapeReference(IAMShapes.serviceName), isRequired: true),
            ]))
    }
}
