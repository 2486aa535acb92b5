// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public enum Explain: AWSOperation {
        public typealias Input = Coffer.ExplainInput
        public typealias Output = Coffer.ExplainOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "Explain"
        public static let errors: [String: Int] = [:]
    }

    public struct ExplainInput: AWSStructure {
        public var principalArn: String
        public var action: String
        public var resource: String?
        public var context: [Coffer.ContextEntry]?

        public init(
            principalArn: String, action: String, resource: String? = nil, context: [Coffer.ContextEntry]? = nil
        ) {
            self.principalArn = principalArn
            self.action = action
            self.resource = resource
            self.context = context
        }

        public init(wire: WireObject) throws {
            principalArn = try wire.string("PrincipalArn")
            action = try wire.string("Action")
            resource = try wire.optionalString("Resource")
            context = try wire.optionalStructures("Context")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("PrincipalArn", principalArn)
            wire.addString("Action", action)
            wire.addString("Resource", resource)
            wire.addStructures("Context", context)
            return wire
        }

        public static let shape: Shape = Shape(
            "ExplainRequest",
            .structure(members: [
                ShapeMember("PrincipalArn", ShapeReference(CofferShapes.resourceName), isRequired: true),
                ShapeMember("Action", ShapeReference(CofferShapes.actionName), isRequired: true),
                ShapeMember("Resource", ShapeReference(CofferShapes.resourceName)),
                ShapeMember("Context", ShapeReference(CofferShapes.contextEntryList)),
            ]))
    }

    public struct ExplainOutput: AWSStructure {
        public var isAllowed: Bool
        public var principalArn: String?
        public var checks: [Coffer.ExplainedCheck]

        public init(isAllowed: Bool, checks: [Coffer.ExplainedCheck], principalArn: String? = nil) {
            self.isAllowed = isAllowed
            self.principalArn = principalArn
            self.checks = checks
        }

        public init(wire: WireObject) throws {
            isAllowed = try wire.boolean("IsAllowed")
            principalArn = try wire.optionalString("PrincipalArn")
            checks = try wire.structures("Checks")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addBoolean("IsAllowed", isAllowed)
            wire.addString("PrincipalArn", principalArn)
            wire.addStructures("Checks", checks)
            return wire
        }

        public static let shape: Shape = Shape(
            "ExplainResponse",
            .structure(members: [
                ShapeMember("IsAllowed", ShapeReference(CofferShapes.boolean), isRequired: true),
                ShapeMember("PrincipalArn", ShapeReference(CofferShapes.string)),
                ShapeMember("Checks", ShapeReference(CofferShapes.explainedCheckList), isRequired: true),
            ]))
    }
}
