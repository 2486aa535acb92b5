// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum TagInstanceProfile: AWSOperation {
        public typealias Input = IAM.TagInstanceProfileInput
        public typealias Output = IAM.TagInstanceProfileOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "TagInstanceProfile"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404,
            "ServiceFailure": 500,
        ]
    }

    public struct TagInstanceProfileInput: AWSStructure {
        public var instanceProfileName: String
        public var tags: [IAM.Tag]

        public init(instanceProfileName: String, tags: [IAM.Tag]) {
            self.instanceProfileName = instanceProfileName
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            instanceProfileName = try wire.string("InstanceProfileName")
            tags = try wire.structures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("InstanceProfileName", instanceProfileName)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "TagInstanceProfileRequest",
            .structure(members: [
                ShapeMember("InstanceProfileName", ShapeReference(IAMShapes.instanceProfileNameType), isRequired: true),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType), isRequired: true),
            ]))
    }

    public struct TagInstanceProfileOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("TagInstanceProfileOutput", .structure(members: []))
    }
}
