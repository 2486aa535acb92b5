// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension Coffer {
    public struct Account: AWSStructure {
        public var name: String?
        public var accountId: String
        public var createdAt: Timestamp?
        public var isFirst: Bool?

        public init(accountId: String, name: String? = nil, createdAt: Timestamp? = nil, isFirst: Bool? = nil) {
            self.name = name
            self.accountId = accountId
            self.createdAt = createdAt
            self.isFirst = isFirst
        }

        public init(wire: WireObject) throws {
            name = try wire.optionalString("Name")
            accountId = try wire.string("AccountId")
            createdAt = try wire.optionalTimestamp("CreatedAt")
            isFirst = try wire.optionalBoolean("IsFirst")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("Name", name)
            wire.addString("AccountId", accountId)
            wire.addTimestamp("CreatedAt", createdAt)
            wire.addBoolean("IsFirst", isFirst)
            return wire
        }

        public static let shape: Shape = Shape(
            "Account",
            .structure(members: [
                ShapeMember("Name", ShapeReference(CofferShapes.string)),
                ShapeMember("AccountId", ShapeReference(CofferShapes.string), isRequired: true),
                ShapeMember("CreatedAt", ShapeReference(CofferShapes.timestamp)),
                ShapeMember("IsFirst", ShapeReference(CofferShapes.boolean)),
            ]))
    }
}
