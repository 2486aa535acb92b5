// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum TagResource: AWSOperation {
        public typealias Input = SecretsManager.TagResourceInput
        public typealias Output = SecretsManager.TagResourceOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "TagResource"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct TagResourceInput: AWSStructure {
        public var secretId: String
        public var tags: [SecretsManager.Tag]

        public init(secretId: String, tags: [SecretsManager.Tag]) {
            self.secretId = secretId
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            tags = try wire.structures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("SecretId", secretId)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "TagResourceRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember("Tags", ShapeReference(SecretsManagerShapes.tagListType), isRequired: true),
            ]))
    }

    public struct TagResourceOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("TagResourceOutput", .structure(members: []))
    }
}
