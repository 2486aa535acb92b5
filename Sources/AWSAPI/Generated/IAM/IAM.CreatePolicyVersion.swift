// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum CreatePolicyVersion: AWSOperation {
        public typealias Input = IAM.CreatePolicyVersionInput
        public typealias Output = IAM.CreatePolicyVersionOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "CreatePolicyVersion"
        public static let errors: [String: Int] = [
            "InvalidInput": 400, "LimitExceeded": 409, "MalformedPolicyDocument": 400, "NoSuchEntity": 404,
            "ServiceFailure": 500,
        ]
    }

    public struct CreatePolicyVersionInput: AWSStructure {
        public var policyArn: String
        public var policyDocument: String
        public var setAsDefault: Bool?

        public init(policyArn: String, policyDocument: String, setAsDefault: Bool? = nil) {
            self.policyArn = policyArn
            self.policyDocument = policyDocument
            self.setAsDefault = setAsDefault
        }

        public init(wire: WireObject) throws {
            policyArn = try wire.string("PolicyArn")
            policyDocument = try wire.string("PolicyDocument")
            setAsDefault = try wire.optionalBoolean("SetAsDefault")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("PolicyArn", policyArn)
            wire.addString("PolicyDocument", policyDocument)
            wire.addBoolean("SetAsDefault", setAsDefault)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreatePolicyVersionRequest",
            .structure(members: [
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("PolicyDocument", ShapeReference(IAMShapes.policyDocumentType), isRequired: true),
                ShapeMember("SetAsDefault", ShapeReference(IAMShapes.booleanType)),
            ]))
    }

    public struct CreatePolicyVersionOutput: AWSStructure {
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
            "CreatePolicyVersionResponse",
            .structure(members: [
                ShapeMember("PolicyVersion", ShapeReference(IAM.PolicyVersion.shape)),
            ]))
    }
}
