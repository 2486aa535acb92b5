// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public struct ExplainedStatement: AWSStructure {
        public var policyType: String
        public var policyName: String?
        public var index: Int?
        public var sid: String?
        public var isDeny: Bool

        public init(
            policyType: String, isDeny: Bool, policyName: String? = nil, index: Int? = nil, sid: String? = nil
        ) {
            self.policyType = policyType
            self.policyName = policyName
            self.index = index
            self.sid = sid
            self.isDeny = isDeny
        }

        public init(wire: WireObject) throws {
            policyType = try wire.string("PolicyType")
            policyName = try wire.optionalString("PolicyName")
            index = try wire.optionalInteger("Index")
            sid = try wire.optionalString("Sid")
            isDeny = try wire.boolean("IsDeny")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("PolicyType", policyType)
            wire.addString("PolicyName", policyName)
            wire.addInteger("Index", index)
            wire.addString("Sid", sid)
            wire.addBoolean("IsDeny", isDeny)
            return wire
        }

        public static let shape: Shape = Shape(
            "ExplainedStatement",
            .structure(members: [
                ShapeMember("PolicyType", ShapeReference(CofferShapes.string), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(CofferShapes.string)),
                ShapeMember("Index", ShapeReference(CofferShapes.long)),
                ShapeMember("Sid", ShapeReference(CofferShapes.string)),
                ShapeMember("IsDeny", ShapeReference(CofferShapes.boolean), isRequired: true),
            ]))
    }
}
