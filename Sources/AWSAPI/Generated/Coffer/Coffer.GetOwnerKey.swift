// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension Coffer {
    public enum GetOwnerKey: AWSOperation {
        public typealias Input = Coffer.GetOwnerKeyInput
        public typealias Output = Coffer.GetOwnerKeyOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "GetOwnerKey"
        public static let errors: [String: Int] = [:]
    }

    public struct GetOwnerKeyInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("GetOwnerKeyRequest", .structure(members: []))
    }

    public struct GetOwnerKeyOutput: AWSStructure {
        public var accessKeyId: String
        public var secretAccessKey: SharedSecret

        public init(accessKeyId: String, secretAccessKey: SharedSecret) {
            self.accessKeyId = accessKeyId
            self.secretAccessKey = secretAccessKey
        }

        public init(wire: WireObject) throws {
            accessKeyId = try wire.string("AccessKeyId")
            secretAccessKey = try wire.secret("SecretAccessKey")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("AccessKeyId", accessKeyId)
            wire.addSecret("SecretAccessKey", secretAccessKey)
            return wire
        }

        public static let shape: Shape = Shape(
            "OwnerKey",
            .structure(members: [
                ShapeMember("AccessKeyId", ShapeReference(CofferShapes.accessKeyId), isRequired: true),
                ShapeMember("SecretAccessKey", ShapeReference(CofferShapes.secretAccessKey), isRequired: true),
            ]))
    }
}
