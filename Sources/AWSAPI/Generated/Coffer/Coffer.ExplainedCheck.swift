// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public struct ExplainedCheck: AWSStructure {
        public var action: String
        public var resource: String
        public var isAllowed: Bool
        public var explanation: String
        public var message: String?
        public var statements: [Coffer.ExplainedStatement]?
        public var failedCondition: Coffer.FailedCondition?
        public var missingContextKeys: [String]?

        public init(
            action: String, resource: String, isAllowed: Bool, explanation: String, message: String? = nil,
            statements: [Coffer.ExplainedStatement]? = nil, failedCondition: Coffer.FailedCondition? = nil,
            missingContextKeys: [String]? = nil
        ) {
            self.action = action
            self.resource = resource
            self.isAllowed = isAllowed
            self.explanation = explanation
            self.message = message
            self.statements = statements
            self.failedCondition = failedCondition
            self.missingContextKeys = missingContextKeys
        }

        public init(wire: WireObject) throws {
            action = try wire.string("Action")
            resource = try wire.string("Resource")
            isAllowed = try wire.boolean("IsAllowed")
            explanation = try wire.string("Explanation")
            message = try wire.optionalString("Message")
            statements = try wire.optionalStructures("Statements")
            failedCondition = try wire.optionalStructure("FailedCondition")
            missingContextKeys = try wire.optionalStrings("MissingContextKeys")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(8)
            wire.addString("Action", action)
            wire.addString("Resource", resource)
            wire.addBoolean("IsAllowed", isAllowed)
            wire.addString("Explanation", explanation)
            wire.addString("Message", message)
            wire.addStructures("Statements", statements)
            wire.addStructure("FailedCondition", failedCondition)
            wire.addStrings("MissingContextKeys", missingContextKeys)
            return wire
        }

        public static let shape: Shape = Shape(
            "ExplainedCheck",
            .structure(members: [
                ShapeMember("Action", ShapeReference(CofferShapes.string), isRequired: true),
                ShapeMember("Resource", ShapeReference(CofferShapes.string), isRequired: true),
                ShapeMember("IsAllowed", ShapeReference(CofferShapes.boolean), isRequired: true),
                ShapeMember("Explanation", ShapeReference(CofferShapes.string), isRequired: true),
                ShapeMember("Message", ShapeReference(CofferShapes.string)),
                ShapeMember("Statements", ShapeReference(CofferShapes.explainedStatementList)),
                ShapeMember("FailedCondition", ShapeReference(Coffer.FailedCondition.shape)),
                ShapeMember("MissingContextKeys", ShapeReference(CofferShapes.stringList)),
            ]))
    }
}
