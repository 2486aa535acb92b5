// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum SetDefaultPolicyVersion: AWSOperation {
        public typealias Input = IAM.SetDefaultPolicyVersionInput
        public typealias Output = IAM.SetDefaultPolicyVersionOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "SetDefaultPolicyVersion"
        public static let errors: [String: Int] = [
            "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct SetDefaultPolicyVersionInput: AWSStructure {
        public var policyArn: String
        public var versionId: String

        public init(policyArn: String, versionId: String) {
            self.policyArn = policyArn
            self.versionId = versionId
        }

        public init(wire: WireObject) throws {
            policyArn = try wire.string("PolicyArn")
            versionId = try wire.string("VersionId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("PolicyArn", policyArn)
            wire.addString("VersionId", versionId)
            return wire
        }

        public static let shape: Shape = Shape(
            "SetDefaultPolicyVersionRequest",
            .structure(members: [
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("VersionId", ShapeReference(IAMShapes.policyVersionIdType), isRequired: true),
            ]))
    }

    public struct SetDefaultPolicyVersionOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("SetDefaultPolicyVersionOutput", .structure(members: []))
    }
}
