// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum UntagResource: AWSOperation {
        public typealias Input = KMS.UntagResourceInput
        public typealias Output = KMS.UntagResourceOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "UntagResource"
        public static let errors: [String: Int] = [
            "InvalidArnException": 400, "KMSInternalException": 500, "KMSInvalidStateException": 400,
            "NotFoundException": 400, "TagException": 400,
        ]
    }

    public struct UntagResourceInput: AWSStructure {
        public var keyId: String
        public var tagKeys: [String]

        public init(keyId: String, tagKeys: [String]) {
            self.keyId = keyId
            self.tagKeys = tagKeys
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            tagKeys = try wire.strings("TagKeys")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addStrings("TagKeys", tagKeys)
            return wire
        }

        public static let shape: Shape = Shape(
            "UntagResourceRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("TagKeys", ShapeReference(KMSShapes.tagKeyList), isRequired: true),
            ]))
    }

    public struct UntagResourceOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UntagResourceOutput", .structure(members: []))
    }
}
