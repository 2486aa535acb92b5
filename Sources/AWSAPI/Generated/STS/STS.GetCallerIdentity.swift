// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension STS {
    public enum GetCallerIdentity: AWSOperation {
        public typealias Input = STS.GetCallerIdentityInput
        public typealias Output = STS.GetCallerIdentityOutput
        public static var service: AWSService { STS.service }
        public static let name: String = "GetCallerIdentity"
        public static let errors: [String: Int] = [:]
    }

    public struct GetCallerIdentityInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("GetCallerIdentityRequest", .structure(members: []))
    }

    public struct GetCallerIdentityOutput: AWSStructure {
        public var userId: String?
        public var account: String?
        public var arn: String?

        public init(userId: String? = nil, account: String? = nil, arn: String? = nil) {
            self.userId = userId
            self.account = account
            self.arn = arn
        }

        public init(wire: WireObject) throws {
            userId = try wire.optionalString("UserId")
            account = try wire.optionalString("Account")
            arn = try wire.optionalString("Arn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("UserId", userId)
            wire.addString("Account", account)
            wire.addString("Arn", arn)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetCallerIdentityResponse",
            .structure(members: [
                ShapeMember("UserId", ShapeReference(STSShapes.userIdType)),
                ShapeMember("Account", ShapeReference(STSShapes.accountType)),
                ShapeMember("Arn", ShapeReference(STSShapes.arnType)),
            ]))
    }
}
