// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UntagInstanceProfile: AWSOperation {
        public typealias Input = IAM.UntagInstanceProfileInput
        public typealias Output = IAM.UntagInstanceProfileOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UntagInstanceProfile"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct UntagInstanceProfileInput: AWSStructure {
        public var instanceProfileName: String
        public var tagKeys: [String]

        public init(instanceProfileName: String, tagKeys: [String]) {
            self.instanceProfileName = instanceProfileName
            self.tagKeys = tagKeys
        }

        public init(wire: WireObject) throws {
            instanceProfileName = try wire.string("InstanceProfileName")
            tagKeys = try wire.strings("TagKeys")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("InstanceProfileName", instanceProfileName)
            wire.addStrings("TagKeys", tagKeys)
            return wire
        }

        public static let shape: Shape = Shape(
            "UntagInstanceProfileRequest",
            .structure(members: [
                ShapeMember("InstanceProfileName", ShapeReference(IAMShapes.instanceProfileNameType), isRequired: true),
                ShapeMember("TagKeys", ShapeReference(IAMShapes.tagKeyListType), isRequired: true),
            ]))
    }

    public struct UntagInstanceProfileOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UntagInstanceProfileOutput", .structure(members: []))
    }
}
