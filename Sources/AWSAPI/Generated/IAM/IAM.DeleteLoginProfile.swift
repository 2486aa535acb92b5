// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteLoginProfile: AWSOperation {
        public typealias Input = IAM.DeleteLoginProfileInput
        public typealias Output = IAM.DeleteLoginProfileOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteLoginProfile"
        public static let errors: [String: Int] = [
            "EntityTemporarilyUnmodifiable": 409, "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct DeleteLoginProfileInput: AWSStructure {
        public var userName: String?

        public init(userName: String? = nil) {
            self.userName = userName
        }

        public init(wire: WireObject) throws {
            userName = try wire.optionalString("UserName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("UserName", userName)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteLoginProfileRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType)),
            ]))
    }

    public struct DeleteLoginProfileOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteLoginProfileOutput", .structure(members: []))
    }
}
