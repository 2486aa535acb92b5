// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListServiceSpecificCredentials: AWSOperation {
        public typealias Input = IAM.ListServiceSpecificCredentialsInput
        public typealias Output = IAM.ListServiceSpecificCredentialsOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListServiceSpecificCredentials"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "NotSupportedService": 404]
    }

    public struct ListServiceSpecificCredentialsInput: AWSStructure {
        public var userName: String?
        public var serviceName: String?
        public var allUsers: Bool?
        public var marker: String?
        public var maxItems: Int?

        public init(
            userName: String? = nil, serviceName: String? = nil, allUsers: Bool? = nil, marker: String? = nil,
            maxItems: Int? = nil
        ) {
            self.userName = userName
            self.serviceName = serviceName
            self.allUsers = allUsers
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            userName = try wire.optionalString("UserName")
            serviceName = try wire.optionalString("ServiceName")
            allUsers = try wire.optionalBoolean("AllUsers")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("UserName", userName)
            wire.addString("ServiceName", serviceName)
            wire.addBoolean("AllUsers", allUsers)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListServiceSpecificCredentialsRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType)),
                ShapeMember("ServiceName", ShapeReference(IAMShapes.serviceName)),
                ShapeMember("AllUsers", ShapeReference(IAMShapes.allUsers)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListServiceSpecificCredentialsOutput: AWSStructure {
        public var serviceSpecificCredentials: [IAM.ServiceSpecificCredentialMetadata]?
        public var marker: String?
        public var isTruncated: Bool?

        public init(
            serviceSpecificCredentials: [IAM.ServiceSpecificCredentialMetadata]? = nil, marker: String? = nil,
            isTruncated: Bool? = nil
        ) {
            self.serviceSpecificCredentials = serviceSpecificCredentials
            self.marker = marker
            self.isTruncated = isTruncated
        }

        public init(wire: WireObject) throws {
            serviceSpecificCredentials = try wire.optionalStructures("ServiceSpecificCredentials")
            marker = try wire.optionalString("Marker")
            isTruncated = try wire.optionalBoolean("IsTruncated")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("ServiceSpecificCredentials", serviceSpecificCredentials)
            wire.addString("Marker", marker)
            wire.addBoolean("IsTruncated", isTruncated)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListServiceSpecificCredentialsResponse",
            .structure(members: [
                ShapeMember("ServiceSpecificCredentials", ShapeReference(IAMShapes.serviceSpecificCredentialsListType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
            ]))
    }
}
