// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetPolicyVersion: AWSOperation {
        public typealias Input = IAM.GetPolicyVersionInput
        public typealias Output = IAM.GetPolicyVersionOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetPolicyVersion"
        public static let errors: [String: Int] = ["InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetPolicyVersionInput: AWSStructure {
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
            "GetPolicyVersionRequest",
            .structure(members: [
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("VersionId", ShapeReference(IAMShapes.policyVersionIdType), isRequired: true),
            ]))
    }

    public struct GetPolicyVersionOutput: AWSStructure {
        public var policyVersion: IAM.PolicyVersion?

        public init(policyVersion: IAM.PolicyVersion? = nil) {
            self.policyVersion = policyVersion
        }

        public init(wire: WireObject) throws {
            policyVersion = try wire.optionalStructure("PolicyVersion")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("PolicyVersion", policyVersion)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetPolicyVersionResponse",
            .structure(members: [
                ShapeMember("PolicyVersion", ShapeReference(IAM.PolicyVersion.shape)),
            ]))
    }
}
