// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum TagOpenIDConnectProvider: AWSOperation {
        public typealias Input = IAM.TagOpenIDConnectProviderInput
        public typealias Output = IAM.TagOpenIDConnectProviderOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "TagOpenIDConnectProvider"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404,
            "ServiceFailure": 500,
        ]
    }

    public struct TagOpenIDConnectProviderInput: AWSStructure {
        public var openIDConnectProviderArn: String
        public var tags: [IAM.Tag]

        public init(openIDConnectProviderArn: String, tags: [IAM.Tag]) {
            self.openIDConnectProviderArn = openIDConnectProviderArn
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            openIDConnectProviderArn = try wire.string("OpenIDConnectProviderArn")
            tags = try wire.structures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("OpenIDConnectProviderArn", openIDConnectProviderArn)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "TagOpenIDConnectProviderRequest",
            .structure(members: [
                ShapeMember("OpenIDConnectProviderArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType), isRequired: true),
            ]))
    }

    public struct TagOpenIDConnectProviderOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("TagOpenIDConnectProviderOutput", .structure(members: []))
    }
}
