// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum ListResourcePolicies: AWSOperation {
        public typealias Input = SecretsManager.ListResourcePoliciesInput
        public typealias Output = SecretsManager.ListResourcePoliciesOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "ListResourcePolicies"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidNextTokenException": 400, "InvalidParameterException": 400,
            "InvalidRequestException": 400, "ResourceNotFoundException": 400,
        ]
    }

    public struct ListResourcePoliciesInput: AWSStructure {
        public var secretId: String
        public var maxResults: Int?
        public var nextToken: String?

        public init(secretId: String, maxResults: Int? = nil, nextToken: String? = nil) {
            self.secretId = secretId
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            maxResults = try wire.optionalInteger("MaxResults")
            nextToken = try wire.optionalString("NextToken")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("SecretId", secretId)
            wire.addInteger("MaxResults", maxResults)
            wire.addString("NextToken", nextToken)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListResourcePoliciesRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember("MaxResults", ShapeReference(SecretsManagerShapes.maxResultsType)),
                ShapeMember("NextToken", ShapeReference(SecretsManagerShapes.nextTokenType)),
            ]))
    }

    public struct ListResourcePoliciesOutput: AWSStructure {
        public var resourcePolicies: [SecretsManager.ResourcePolicySummary]
        public var nextToken: String?

        public init(resourcePolicies: [SecretsManager.ResourcePolicySummary], nextToken: String? = nil) {
            self.resourcePolicies = resourcePolicies
            self.nextToken = nextToken
        }

        public init(wire: WireObject) throws {
            resourcePolicies = try wire.structures("ResourcePolicies")
            nextToken = try wire.optionalString("NextToken")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addStructures("ResourcePolicies", resourcePolicies)
            wire.addString("NextToken", nextToken)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListResourcePoliciesResponse",
            .structure(members: [
                ShapeMember(
                    "ResourcePolicies", ShapeReference(SecretsManagerShapes.resourcePolicySummaryListType),
                    isRequired: true
                ),
                ShapeMember("NextToken", ShapeReference(SecretsManagerShapes.nextTokenType)),
            ]))
    }
}
