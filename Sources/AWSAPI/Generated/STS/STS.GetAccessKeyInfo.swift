// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension STS {
    public enum GetAccessKeyInfo: AWSOperation {
        public typealias Input = STS.GetAccessKeyInfoInput
        public typealias Output = STS.GetAccessKeyInfoOutput
        public static var service: AWSService { STS.service }
        public static let name: String = "GetAccessKeyInfo"
        public static let errors: [String: Int] = [:]
    }

    public struct GetAccessKeyInfoInput: AWSStructure {
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
            "GetAccessKeyInfoRequest",
            .structure(members: [
                ShapeMember("AccessKeyId", ShapeReference(STSShapes.accessKeyIdType), isRequired: true),
            ]))
    }

    public struct GetAccessKeyInfoOutput: AWSStructure {
        public var account: String?

        public init(account: String? = nil) {
            self.account = account
        }

        public init(wire: WireObject) throws {
            account = try wire.optionalString("Account")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("Account", account)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetAccessKeyInfoResponse",
            .structure(members: [
                ShapeMember("Account", ShapeReference(STSShapes.accountType)),
            ]))
    }
}
