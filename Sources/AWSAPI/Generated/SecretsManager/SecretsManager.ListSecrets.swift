// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum ListSecrets: AWSOperation {
        public typealias Input = SecretsManager.ListSecretsInput
        public typealias Output = SecretsManager.ListSecretsOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "ListSecrets"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidNextTokenException": 400, "InvalidParameterException": 400,
            "InvalidRequestException": 400,
        ]
    }

    public struct ListSecretsInput: AWSStructure {
        public var includePlannedDeletion: Bool?
        public var maxResults: Int?
        public var nextToken: String?
        public var filters: [SecretsManager.Filter]?
        public var sortOrder: String?
        public var sortBy: String?

        public init(
            includePlannedDeletion: Bool? = nil, maxResults: Int? = nil, nextToken: String? = nil,
            filters: [SecretsManager.Filter]? = nil, sortOrder: String? = nil, sortBy: String? = nil
        ) {
            self.includePlannedDeletion = includePlannedDeletion
            self.maxResults = maxResults
            self.nextToken = nextToken
            self.filters = filters
            self.sortOrder = sortOrder
            self.sortBy = sortBy
        }

        public init(wire: WireObject) throws {
            includePlannedDeletion = try wire.optionalBoolean("IncludePlannedDeletion")
            maxResults = try wire.optionalInteger("MaxResults")
            nextToken = try wire.optionalString("NextToken")
            filters = try wire.optionalStructures("Filters")
            sortOrder = try wire.optionalString("SortOrder")
            sortBy = try wire.optionalString("SortBy")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addBoolean("IncludePlannedDeletion", includePlannedDeletion)
            wire.addInteger("MaxResults", maxResults)
            wire.addString("NextToken", nextToken)
            wire.addStructures("Filters", filters)
            wire.addString("SortOrder", sortOrder)
            wire.addString("SortBy", sortBy)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListSecretsRequest",
            .structure(members: [
                ShapeMember("IncludePlannedDeletion", ShapeReference(SecretsManagerShapes.booleanType)),
                ShapeMember("MaxResults", ShapeReference(SecretsManagerShapes.maxResultsType)),
                ShapeMember("NextToken", ShapeReference(SecretsManagerShapes.nextTokenType)),
                ShapeMember("Filters", ShapeReference(SecretsManagerShapes.filtersListType)),
                ShapeMember("SortOrder", ShapeReference(SecretsManagerShapes.sortOrderType)),
                ShapeMember("SortBy", ShapeReference(SecretsManagerShapes.sortByType)),
            ]))
    }

    public struct ListSecretsOutput: AWSStructure {
        public var secretList: [SecretsManager.SecretListEntry]?
        public var nextToken: String?

        public init(secretList: [SecretsManager.SecretListEntry]? = nil, nextToken: String? = nil) {
            self.secretList = secretList
            self.nextToken = nextToken
        }

        public init(wire: WireObject) throws {
            secretList = try wire.optionalStructures("SecretList")
            nextToken = try wire.optionalString("NextToken")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addStructures("SecretList", secretList)
            wire.addString("NextToken", nextToken)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListSecretsResponse",
            .structure(members: [
                ShapeMember("SecretList", ShapeReference(SecretsManagerShapes.secretListType)),
                ShapeMember("NextToken", ShapeReference(SecretsManagerShapes.nextTokenType)),
            ]))
    }
}
