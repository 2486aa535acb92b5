// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum SimulatePrincipalPolicy: AWSOperation {
        public typealias Input = IAM.SimulatePrincipalPolicyInput
        public typealias Output = IAM.SimulatePrincipalPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "SimulatePrincipalPolicy"
        public static let errors: [String: Int] = ["InvalidInput": 400, "NoSuchEntity": 404, "PolicyEvaluation": 500]
    }

    public struct SimulatePrincipalPolicyInput: AWSStructure {
        public var policySourceArn: String
        public var policyInputList: [String]?
        public var permissionsBoundaryPolicyInputList: [String]?
        public var policyExclusionList: [IAM.PolicyIdentifier]?
        public var actionNames: [String]
        public var resourceArns: [String]?
        public var resourcePolicy: String?
        public var resourceOwner: String?
        public var callerArn: String?
        public var contextEntries: [IAM.ContextEntry]?
        public var resourceHandlingOption: String?
        public var maxItems: Int?
        public var marker: String?

        public init(
            policySourceArn: String, actionNames: [String], policyInputList: [String]? = nil,
            permissionsBoundaryPolicyInputList: [String]? = nil, policyExclusionList: [IAM.PolicyIdentifier]? = nil,
            resourceArns: [String]? = nil, resourcePolicy: String? = nil, resourceOwner: String? = nil,
            callerArn: String? = nil, contextEntries: [IAM.ContextEntry]? = nil, resourceHandlingOption: String? = nil,
            maxItems: Int? = nil, marker: String? = nil
        ) {
            self.policySourceArn = policySourceArn
            self.policyInputList = policyInputList
            self.permissionsBoundaryPolicyInputList = permissionsBoundaryPolicyInputList
            self.policyExclusionList = policyExclusionList
            self.actionNames = actionNames
            self.resourceArns = resourceArns
            self.resourcePolicy = resourcePolicy
            self.resourceOwner = resourceOwner
            self.callerArn = callerArn
            self.contextEntries = contextEntries
            self.resourceHandlingOption = resourceHandlingOption
            self.maxItems = maxItems
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            policySourceArn = try wire.string("PolicySourceArn")
            policyInputList = try wire.optionalStrings("PolicyInputList")
            permissionsBoundaryPolicyInputList = try wire.optionalStrings("PermissionsBoundaryPolicyInputList")
            policyExclusionList = try wire.optionalStructures("PolicyExclusionList")
            actionNames = try wire.strings("ActionNames")
            resourceArns = try wire.optionalStrings("ResourceArns")
            resourcePolicy = try wire.optionalString("ResourcePolicy")
            resourceOwner = try wire.optionalString("ResourceOwner")
            callerArn = try wire.optionalString("CallerArn")
            contextEntries = try wire.optionalStructures("ContextEntries")
            resourceHandlingOption = try wire.optionalString("ResourceHandlingOption")
            maxItems = try wire.optionalInteger("MaxItems")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(13)
            wire.addString("PolicySourceArn", policySourceArn)
            wire.addStrings("PolicyInputList", policyInputList)
            wire.addStrings("PermissionsBoundaryPolicyInputList", permissionsBoundaryPolicyInputList)
            wire.addStructures("PolicyExclusionList", policyExclusionList)
            wire.addStrings("ActionNames", actionNames)
            wire.addStrings("ResourceArns", resourceArns)
            wire.addString("ResourcePolicy", resourcePolicy)
            wire.addString("ResourceOwner", resourceOwner)
            wire.addString("CallerArn", callerArn)
            wire.addStructures("ContextEntries", contextEntries)
            wire.addString("ResourceHandlingOption", resourceHandlingOption)
            wire.addInteger("MaxItems", maxItems)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "SimulatePrincipalPolicyRequest",
            .structure(members: [
                ShapeMember("PolicySourceArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("PolicyInputList", ShapeReference(IAMShapes.simulationPolicyListType)),
                ShapeMember("PermissionsBoundaryPolicyInputList", ShapeReference(IAMShapes.simulationPolicyListType)),
                ShapeMember("PolicyExclusionList", ShapeReference(IAMShapes.policyExclusionsListType)),
                ShapeMember("ActionNames", ShapeReference(IAMShapes.actionNameListType), isRequired: true),
                ShapeMember("ResourceArns", ShapeReference(IAMShapes.resourceNameListType)),
                ShapeMember("ResourcePolicy", ShapeReference(IAMShapes.policyDocumentType)),
                ShapeMember("ResourceOwner", ShapeReference(IAMShapes.resourceNameType)),
                ShapeMember("CallerArn", ShapeReference(IAMShapes.resourceNameType)),
                ShapeMember("ContextEntries", ShapeReference(IAMShapes.contextEntryListType)),
                ShapeMember("ResourceHandlingOption", ShapeReference(IAMShapes.resourceHandlingOptionType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
            ]))
    }

    public struct SimulatePrincipalPolicyOutput: AWSStructure {
        public var evaluationResults: [IAM.EvaluationResult]?
        public var isTruncated: Bool?
        public var marker: String?

        public init(evaluationResults: [IAM.EvaluationResult]? = nil, isTruncated: Bool? = nil, marker: String? = nil) {
            self.evaluationResults = evaluationResults
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            evaluationResults = try wire.optionalStructures("EvaluationResults")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("EvaluationResults", evaluationResults)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "SimulatePolicyResponse",
            .structure(members: [
                ShapeMember("EvaluationResults", ShapeReference(IAMShapes.evaluationResultsListType)),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
