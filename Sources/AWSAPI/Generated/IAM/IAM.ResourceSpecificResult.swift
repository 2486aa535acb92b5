// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct ResourceSpecificResult: AWSStructure {
        public var evalResourceName: String
        public var evalResourceDecision: String
        public var matchedStatements: [IAM.Statement]?
        public var missingContextValues: [String]?
        public var evalDecisionDetails: [String: String]?
        public var permissionsBoundaryDecisionDetail: IAM.PermissionsBoundaryDecisionDetail?

        public init(
            evalResourceName: String, evalResourceDecision: String, matchedStatements: [IAM.Statement]? = nil,
            missingContextValues: [String]? = nil, evalDecisionDetails: [String: String]? = nil,
            permissionsBoundaryDecisionDetail: IAM.PermissionsBoundaryDecisionDetail? = nil
        ) {
            self.evalResourceName = evalResourceName
            self.evalResourceDecision = evalResourceDecision
            self.matchedStatements = matchedStatements
            self.missingContextValues = missingContextValues
            self.evalDecisionDetails = evalDecisionDetails
            self.permissionsBoundaryDecisionDetail = permissionsBoundaryDecisionDetail
        }

        public init(wire: WireObject) throws {
            evalResourceName = try wire.string("EvalResourceName")
            evalResourceDecision = try wire.string("EvalResourceDecision")
            matchedStatements = try wire.optionalStructures("MatchedStatements")
            missingContextValues = try wire.optionalStrings("MissingContextValues")
            evalDecisionDetails = try wire.optionalStringMap("EvalDecisionDetails")
            permissionsBoundaryDecisionDetail = try wire.optionalStructure("PermissionsBoundaryDecisionDetail")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("EvalResourceName", evalResourceName)
            wire.addString("EvalResourceDecision", evalResourceDecision)
            wire.addStructures("MatchedStatements", matchedStatements)
            wire.addStrings("MissingContextValues", missingContextValues)
            wire.addStringMap("EvalDecisionDetails", evalDecisionDetails)
            wire.addStructure("PermissionsBoundaryDecisionDetail", permissionsBoundaryDecisionDetail)
            return wire
        }

        public static let shape: Shape = Shape(
            "ResourceSpecificResult",
            .structure(members: [
                ShapeMember("EvalResourceName", ShapeReference(IAMShapes.resourceNameType), isRequired: true),
                ShapeMember(
                    "EvalResourceDecision", ShapeReference(IAMShapes.policyEvaluationDecisionType), isRequired: true
                ),
                ShapeMember("MatchedStatements", ShapeReference(IAMShapes.statementListType)),
                ShapeMember("MissingContextValues", ShapeReference(IAMShapes.contextKeyNamesResultListType)),
                ShapeMember("EvalDecisionDetails", ShapeReference(IAMShapes.evalDecisionDetailsType)),
                ShapeMember(
                    "PermissionsBoundaryDecisionDetail", ShapeReference(IAM.PermissionsBoundaryDecisionDetail.shape)
                ),
            ]))
    }
}
