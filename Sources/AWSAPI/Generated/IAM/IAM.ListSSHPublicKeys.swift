// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListSSHPublicKeys: AWSOperation {
        public typealias Input = IAM.ListSSHPublicKeysInput
        public typealias Output = IAM.ListSSHPublicKeysOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListSSHPublicKeys"
        public static let errors: [String: Int] = ["NoSuchEntity": 404]
    }

    public struct ListSSHPublicKeysInput: AWSStructure {
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
            "ListSSHPublicKeysRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListSSHPublicKeysOutput: AWSStructure {
        public var sshPublicKeys: [IAM.SSHPublicKeyMetadata]?
        public var isTruncated: Bool?
        public var marker: String?

        public init(sshPublicKeys: [IAM.SSHPublicKeyMetadata]? = nil, isTruncated: Bool? = nil, marker: String? = nil) {
            self.sshPublicKeys = sshPublicKeys
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            sshPublicKeys = try wire.optionalStructures("SSHPublicKeys")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("SSHPublicKeys", sshPublicKeys)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListSSHPublicKeysResponse",
            .structure(members: [
                ShapeMember("SSHPublicKeys", ShapeReference(IAMShapes.sshPublicKeyListType)),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
