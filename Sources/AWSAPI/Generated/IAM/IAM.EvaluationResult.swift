// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct EvaluationResult: AWSStructure {
        public var evalActionName: String
        public var evalResourceName: String?
        public var evalDecision: String
        public var matchedStatements: [IAM.Statement]?
        public var missingContextValues: [String]?
        public var organizationsDecisionDetail: IAM.OrganizationsDecisionDetail?
        public var permissionsBoundaryDecisionDetail: IAM.PermissionsBoundaryDecisionDetail?
        public var evalDecisionDetails: [String: String]?
        public var resourceSpecificResults: [IAM.ResourceSpecificResult]?

        public init(
            evalActionName: String, evalDecision: String, evalResourceName: String? = nil,
            matchedStatements: [IAM.Statement]? = nil, missingContextValues: [String]? = nil,
            organizationsDecisionDetail: IAM.OrganizationsDecisionDetail? = nil,
            permissionsBoundaryDecisionDetail: IAM.PermissionsBoundaryDecisionDetail? = nil,
            evalDecisionDetails: [String: String]? = nil, resourceSpecificResults: [IAM.ResourceSpecificResult]? = nil
        ) {
            self.evalActionName = evalActionName
            self.evalResourceName = evalResourceName
            self.evalDecision = evalDecision
            self.matchedStatements = matchedStatements
            self.missingContextValues = missingContextValues
            self.organizationsDecisionDetail = organizationsDecisionDetail
            self.permissionsBoundaryDecisionDetail = permissionsBoundaryDecisionDetail
            self.evalDecisionDetails = evalDecisionDetails
            self.resourceSpecificResults = resourceSpecificResults
        }

        public init(wire: WireObject) throws {
            evalActionName = try wire.string("EvalActionName")
            evalResourceName = try wire.optionalString("EvalResourceName")
            evalDecision = try wire.string("EvalDecision")
            matchedStatements = try wire.optionalStructures("MatchedStatements")
            missingContextValues = try wire.optionalStrings("MissingContextValues")
            organizationsDecisionDetail = try wire.optionalStructure("OrganizationsDecisionDetail")
            permissionsBoundaryDecisionDetail = try wire.optionalStructure("PermissionsBoundaryDecisionDetail")
            evalDecisionDetails = try wire.optionalStringMap("EvalDecisionDetails")
            resourceSpecificResults = try wire.optionalStructures("ResourceSpecificResults")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(9)
            wire.addString("EvalActionName", evalActionName)
            wire.addString("EvalResourceName", evalResourceName)
            wire.addString("EvalDecision", evalDecision)
            wire.addStructures("MatchedStatements", matchedStatements)
            wire.addStrings("MissingContextValues", missingContextValues)
            wire.addStructure("OrganizationsDecisionDetail", organizationsDecisionDetail)
            wire.addStructure("PermissionsBoundaryDecisionDetail", permissionsBoundaryDecisionDetail)
            wire.addStringMap("EvalDecisionDetails", evalDecisionDetails)
            wire.addStructures("ResourceSpecificResults", resourceSpecificResults)
            return wire
        }

        public static let shape: Shape = Shape(
            "EvaluationResult",
            .structure(members: [
                ShapeMember("EvalActionName", ShapeReference(IAMShapes.actionNameType), isRequired: true),
                ShapeMember("EvalResourceName", ShapeReference(IAMShapes.resourceNameType)),
                ShapeMember("EvalDecision", ShapeReference(IAMShapes.policyEvaluationDecisionType), isRequired: true),
                ShapeMember("MatchedStatements", ShapeReference(IAMShapes.statementListType)),
                ShapeMember("MissingContextValues", ShapeReference(IAMShapes.contextKeyNamesResultListType)),
                ShapeMember("OrganizationsDecisionDetail", ShapeReference(IAM.OrganizationsDecisionDetail.shape)),
                ShapeMember(
                    "PermissionsBoundaryDecisionDetail", ShapeReference(IAM.PermissionsBoundaryDecisionDetail.shape)
                ),
                ShapeMember("EvalDecisionDetails", ShapeReference(IAMShapes.evalDecisionDetailsType)),
                ShapeMember("ResourceSpecificResults", ShapeReference(IAMShapes.resourceSpecificResultListType)),
            ]))
    }
}
