// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetAccessKeyLastUsed: AWSOperation {
        public typealias Input = IAM.GetAccessKeyLastUsedInput
        public typealias Output = IAM.GetAccessKeyLastUsedOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetAccessKeyLastUsed"
        public static let errors: [String: Int] = [:]
    }

    public struct GetAccessKeyLastUsedInput: AWSStructure {
        public var accessKeyId: String

        public init(accessKeyId: String) {
            self.accessKeyId = accessKeyId
        }

        public init(wire: WireObject) throws {
            accessKeyId = try wire.string("AccessKeyId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("AccessKeyId", accessKeyId)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetAccessKeyLastUsedRequest",
            .structure(members: [
                ShapeMember("AccessKeyId", ShapeReference(IAMShapes.accessKeyIdType), isRequired: true),
            ]))
    }

    public struct GetAccessKeyLastUsedOutput: AWSStructure {
        public var userName: String?
        public var accessKeyLastUsed: IAM.AccessKeyLastUsed?

        public init(userName: String? = nil, accessKeyLastUsed: IAM.AccessKeyLastUsed? = nil) {
            self.userName = userName
            self.accessKeyLastUsed = accessKeyLastUsed
        }

        public init(wire: WireObject) throws {
            userName = try wire.optionalString("UserName")
            accessKeyLastUsed = try wire.optionalStructure("AccessKeyLastUsed")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("UserName", userName)
            wire.addStructure("AccessKeyLastUsed", accessKeyLastUsed)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetAccessKeyLastUsedResponse",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType)),
                ShapeMember("AccessKeyLastUsed", ShapeReference(IAM.AccessKeyLastUsed.shape)),
            ]))
    }
}
