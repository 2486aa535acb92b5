// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetLoginProfile: AWSOperation {
        public typealias Input = IAM.GetLoginProfileInput
        public typealias Output = IAM.GetLoginProfileOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetLoginProfile"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetLoginProfileInput: AWSStructure {
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
            "GetLoginProfileRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType)),
            ]))
    }

    public struct GetLoginProfileOutput: AWSStructure {
        public var loginProfile: IAM.LoginProfile

        public init(loginProfile: IAM.LoginProfile) {
            self.loginProfile = loginProfile
        }

        public init(wire: WireObject) throws {
            loginProfile = try wire.structure("LoginProfile")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("LoginProfile", loginProfile)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetLoginProfileResponse",
            .structure(members: [
                ShapeMember("LoginProfile", ShapeReference(IAM.LoginProfile.shape), isRequired: true),
            ]))
    }
}
