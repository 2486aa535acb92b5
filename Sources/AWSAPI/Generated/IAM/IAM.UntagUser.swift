// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UntagUser: AWSOperation {
        public typealias Input = IAM.UntagUserInput
        public typealias Output = IAM.UntagUserOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UntagUser"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct UntagUserInput: AWSStructure {
        public var userName: String
        public var tagKeys: [String]

        public init(userName: String, tagKeys: [String]) {
            self.userName = userName
            self.tagKeys = tagKeys
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            tagKeys = try wire.strings("TagKeys")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("UserName", userName)
            wire.addStrings("TagKeys", tagKeys)
            return wire
        }

        public static let shape: Shape = Shape(
            "UntagUserRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
                ShapeMember("TagKeys", ShapeReference(IAMShapes.tagKeyListType), isRequired: true),
            ]))
    }

    public struct UntagUserOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UntagUserOutput", .structure(members: []))
    }
}
