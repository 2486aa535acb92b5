// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum UntagResource: AWSOperation {
        public typealias Input = SecretsManager.UntagResourceInput
        public typealias Output = SecretsManager.UntagResourceOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "UntagResource"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct UntagResourceInput: AWSStructure {
        public var secretId: String
        public var tagKeys: [String]

        public init(secretId: String, tagKeys: [String]) {
            self.secretId = secretId
            self.tagKeys = tagKeys
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            tagKeys = try wire.strings("TagKeys")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("SecretId", secretId)
            wire.addStrings("TagKeys", tagKeys)
            return wire
        }

        public static let shape: Shape = Shape(
            "UntagResourceRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember("TagKeys", ShapeReference(SecretsManagerShapes.tagKeyListType), isRequired: true),
            ]))
    }

    public struct UntagResourceOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UntagResourceOutput", .structure(members: []))
    }
}
