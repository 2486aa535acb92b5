// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum TagResource: AWSOperation {
        public typealias Input = KMS.TagResourceInput
        public typealias Output = KMS.TagResourceOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "TagResource"
        public static let errors: [String: Int] = [
            "InvalidArnException": 400, "KMSInternalException": 500, "KMSInvalidStateException": 400,
            "LimitExceededException": 400, "NotFoundException": 400, "TagException": 400,
        ]
    }

    public struct TagResourceInput: AWSStructure {
        public var keyId: String
        public var tags: [KMS.Tag]

        public init(keyId: String, tags: [KMS.Tag]) {
            self.keyId = keyId
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            tags = try wire.structures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "TagResourceRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("Tags", ShapeReference(KMSShapes.tagList), isRequired: true),
            ]))
    }

    public struct TagResourceOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("TagResourceOutput", .structure(members: []))
    }
}
