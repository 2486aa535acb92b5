// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UntagOpenIDConnectProvider: AWSOperation {
        public typealias Input = IAM.UntagOpenIDConnectProviderInput
        public typealias Output = IAM.UntagOpenIDConnectProviderOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UntagOpenIDConnectProvider"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct UntagOpenIDConnectProviderInput: AWSStructure {
        public var openIDConnectProviderArn: String
        public var tagKeys: [String]

        public init(openIDConnectProviderArn: String, tagKeys: [String]) {
            self.openIDConnectProviderArn = openIDConnectProviderArn
            self.tagKeys = tagKeys
        }

        public init(wire: WireObject) throws {
            openIDConnectProviderArn = try wire.string("OpenIDConnectProviderArn")
            tagKeys = try wire.strings("TagKeys")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("OpenIDConnectProviderArn", openIDConnectProviderArn)
            wire.addStrings("TagKeys", tagKeys)
            return wire
        }

        public static let shape: Shape = Shape(
            "UntagOpenIDConnectProviderRequest",
            .structure(members: [
                ShapeMember("OpenIDConnectProviderArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("TagKeys", ShapeReference(IAMShapes.tagKeyListType), isRequired: true),
            ]))
    }

    public struct UntagOpenIDConnectProviderOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UntagOpenIDConnectProviderOutput", .structure(members: []))
    }
}
