// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum TagPolicy: AWSOperation {
        public typealias Input = IAM.TagPolicyInput
        public typealias Output = IAM.TagPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "TagPolicy"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404,
            "ServiceFailure": 500,
        ]
    }

    public struct TagPolicyInput: AWSStructure {
        public var policyArn: String
        public var tags: [IAM.Tag]

        public init(policyArn: String, tags: [IAM.Tag]) {
            self.policyArn = policyArn
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            policyArn = try wire.string("PolicyArn")
            tags = try wire.structures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("PolicyArn", policyArn)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "TagPolicyRequest",
            .structure(members: [
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType), isRequired: true),
            ]))
    }

    public struct TagPolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("TagPolicyOutput", .structure(members: []))
    }
}
