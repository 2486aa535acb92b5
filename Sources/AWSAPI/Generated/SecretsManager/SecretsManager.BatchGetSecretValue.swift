// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum BatchGetSecretValue: AWSOperation {
        public typealias Input = SecretsManager.BatchGetSecretValueInput
        public typealias Output = SecretsManager.BatchGetSecretValueOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "BatchGetSecretValue"
        public static let errors: [String: Int] = [
            "DecryptionFailure": 400, "InternalServiceError": 500, "InvalidNextTokenException": 400,
            "InvalidParameterException": 400, "InvalidRequestException": 400, "ResourceNotFoundException": 400,
        ]
    }

    public struct BatchGetSecretValueInput: AWSStructure {
        public var secretIdList: [String]?
        public var filters: [SecretsManager.Filter]?
        public var maxResults: Int?
        public var nextToken: String?

        public init(
            secretIdList: [String]? = nil, filters: [SecretsManager.Filter]? = nil, maxResults: Int? = nil,
            nextToken: String? = nil
        ) {
            self.secretIdList = secretIdList
            self.filters = filters
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        public init(wire: WireObject) throws {
            secretIdList = try wire.optionalStrings("SecretIdList")
            filters = try wire.optionalStructures("Filters")
            maxResults = try wire.optionalInteger("MaxResults")
            nextToken = try wire.optionalString("NextToken")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addStrings("SecretIdList", secretIdList)
            wire.addStructures("Filters", filters)
            wire.addInteger("MaxResults", maxResults)
            wire.addString("NextToken", nextToken)
            return wire
        }

        public static let shape: Shape = Shape(
            "BatchGetSecretValueRequest",
            .structure(members: [
                ShapeMember("SecretIdList", ShapeReference(SecretsManagerShapes.secretIdListType)),
                ShapeMember("Filters", ShapeReference(SecretsManagerShapes.filtersListType)),
                ShapeMember("MaxResults", ShapeReference(SecretsManagerShapes.maxResultsBatchType)),
                ShapeMember("NextToken", ShapeReference(SecretsManagerShapes.nextTokenType)),
            ]))
    }

    public struct BatchGetSecretValueOutput: AWSStructure {
        public var secretValues: [SecretsManager.SecretValueEntry]?
        public var nextToken: String?
        public var errors: [SecretsManager.APIErrorType]?

        public init(
            secretValues: [SecretsManager.SecretValueEntry]? = nil, nextToken: String? = nil,
            errors: [SecretsManager.APIErrorType]? = nil
        ) {
            self.secretValues = secretValues
            self.nextToken = nextToken
            self.errors = errors
        }

        public init(wire: WireObject) throws {
            secretValues = try wire.optionalStructures("SecretValues")
            nextToken = try wire.optionalString("NextToken")
            errors = try wire.optionalStructures("Errors")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("SecretValues", secretValues)
            wire.addString("NextToken", nextToken)
            wire.addStructures("Errors", errors)
            return wire
        }

        public static let shape: Shape = Shape(
            "BatchGetSecretValueResponse",
            .structure(members: [
                ShapeMember("SecretValues", ShapeReference(SecretsManagerShapes.secretValuesType)),
                ShapeMember("NextToken", ShapeReference(SecretsManagerShapes.nextTokenType)),
                ShapeMember("Errors", ShapeReference(SecretsManagerShapes.apiErrorListType)),
            ]))
    }
}
