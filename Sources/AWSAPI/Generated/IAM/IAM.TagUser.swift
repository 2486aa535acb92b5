// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum TagUser: AWSOperation {
        public typealias Input = IAM.TagUserInput
        public typealias Output = IAM.TagUserOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "TagUser"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404,
            "ServiceFailure": 500,
        ]
    }

    public struct TagUserInput: AWSStructure {
        public var userName: String
        public var tags: [IAM.Tag]

        public init(userName: String, tags: [IAM.Tag]) {
            self.userName = userName
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            tags = try wire.structures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("UserName", userName)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "TagUserRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType), isRequired: true),
            ]))
    }

    public struct TagUserOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("TagUserOutput", .structure(members: []))
    }
}
