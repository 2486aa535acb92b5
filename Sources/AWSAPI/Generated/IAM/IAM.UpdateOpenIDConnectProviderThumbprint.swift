// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UpdateOpenIDConnectProviderThumbprint: AWSOperation {
        public typealias Input = IAM.UpdateOpenIDConnectProviderThumbprintInput
        public typealias Output = IAM.UpdateOpenIDConnectProviderThumbprintOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UpdateOpenIDConnectProviderThumbprint"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct UpdateOpenIDConnectProviderThumbprintInput: AWSStructure {
        public var openIDConnectProviderArn: String
        public var thumbprintList: [String]

        public init(openIDConnectProviderArn: String, thumbprintList: [String]) {
            self.openIDConnectProviderArn = openIDConnectProviderArn
            self.thumbprintList = thumbprintList
        }

        public init(wire: WireObject) throws {
            openIDConnectProviderArn = try wire.string("OpenIDConnectProviderArn")
            thumbprintList = try wire.strings("ThumbprintList")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("OpenIDConnectProviderArn", openIDConnectProviderArn)
            wire.addStrings("ThumbprintList", thumbprintList)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateOpenIDConnectProviderThumbprintRequest",
            .structure(members: [
                ShapeMember("OpenIDConnectProviderArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("ThumbprintList", ShapeReference(IAMShapes.thumbprintListType), isRequired: true),
            ]))
    }

    public struct UpdateOpenIDConnectProviderThumbprintOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UpdateOpenIDConnectProviderThumbprintOutput", .structure(members: []))
    }
}
