// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum ListSecretVersionIds: AWSOperation {
        public typealias Input = SecretsManager.ListSecretVersionIdsInput
        public typealias Output = SecretsManager.ListSecretVersionIdsOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "ListSecretVersionIds"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidNextTokenException": 400, "InvalidParameterException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct ListSecretVersionIdsInput: AWSStructure {
        public var secretId: String
        public var maxResults: Int?
        public var nextToken: String?
        public var includeDeprecated: Bool?

        public init(
            secretId: String, maxResults: Int? = nil, nextToken: String? = nil, includeDeprecated: Bool? = nil
        ) {
            self.secretId = secretId
            self.maxResults = maxResults
            self.nextToken = nextToken
            self.includeDeprecated = includeDeprecated
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            maxResults = try wire.optionalInteger("MaxResults")
            nextToken = try wire.optionalString("NextToken")
            includeDeprecated = try wire.optionalBoolean("IncludeDeprecated")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("SecretId", secretId)
            wire.addInteger("MaxResults", maxResults)
            wire.addString("NextToken", nextToken)
            wire.addBoolean("IncludeDeprecated", includeDeprecated)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListSecretVersionIdsRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember("MaxResults", ShapeReference(SecretsManagerShapes.maxResultsType)),
                ShapeMember("NextToken", ShapeReference(SecretsManagerShapes.nextTokenType)),
                ShapeMember("IncludeDeprecated", ShapeReference(SecretsManagerShapes.booleanType)),
            ]))
    }

    public struct ListSecretVersionIdsOutput: AWSStructure {
        public var versions: [SecretsManager.SecretVersionsListEntry]?
        public var nextToken: String?
        public var arn: String?
        public var name: String?

        public init(
            versions: [SecretsManager.SecretVersionsListEntry]? = nil, nextToken: String? = nil, arn: String? = nil,
            name: String? = nil
        ) {
            self.versions = versions
            self.nextToken = nextToken
            self.arn = arn
            self.name = name
        }

        public init(wire: WireObject) throws {
            versions = try wire.optionalStructures("Versions")
            nextToken = try wire.optionalString("NextToken")
            arn = try wire.optionalString("ARN")
            name = try wire.optionalString("Name")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addStructures("Versions", versions)
            wire.addString("NextToken", nextToken)
            wire.addString("ARN", arn)
            wire.addString("Name", name)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListSecretVersionIdsResponse",
            .structure(members: [
                ShapeMember("Versions", ShapeReference(SecretsManagerShapes.secretVersionsListType)),
                ShapeMember("NextToken", ShapeReference(SecretsManagerShapes.nextTokenType)),
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.secretNameType)),
            ]))
    }
}
