// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum CreateOpenIDConnectProvider: AWSOperation {
        public typealias Input = IAM.CreateOpenIDConnectProviderInput
        public typealias Output = IAM.CreateOpenIDConnectProviderOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "CreateOpenIDConnectProvider"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "EntityAlreadyExists": 409, "InvalidInput": 400, "LimitExceeded": 409,
            "OpenIdIdpCommunicationError": 400, "ServiceFailure": 500,
        ]
    }

    public struct CreateOpenIDConnectProviderInput: AWSStructure {
        public var url: String
        public var clientIDList: [String]?
        public var thumbprintList: [String]?
        public var tags: [IAM.Tag]?

        public init(
            url: String, clientIDList: [String]? = nil, thumbprintList: [String]? = nil, tags: [IAM.Tag]? = nil
        ) {
            self.url = url
            self.clientIDList = clientIDList
            self.thumbprintList = thumbprintList
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            url = try wire.string("Url")
            clientIDList = try wire.optionalStrings("ClientIDList")
            thumbprintList = try wire.optionalStrings("ThumbprintList")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("Url", url)
            wire.addStrings("ClientIDList", clientIDList)
            wire.addStrings("ThumbprintList", thumbprintList)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateOpenIDConnectProviderRequest",
            .structure(members: [
                ShapeMember("Url", ShapeReference(IAMShapes.openIDConnectProviderUrlType), isRequired: true),
                ShapeMember("ClientIDList", ShapeReference(IAMShapes.clientIDListType)),
                ShapeMember("ThumbprintList", ShapeReference(IAMShapes.thumbprintListType)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
            ]))
    }

    public struct CreateOpenIDConnectProviderOutput: AWSStructure {
        public var openIDConnectProviderArn: String?
        public var tags: [IAM.Tag]?

        public init(openIDConnectProviderArn: String? = nil, tags: [IAM.Tag]? = nil) {
            self.openIDConnectProviderArn = openIDConnectProviderArn
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            openIDConnectProviderArn = try wire.optionalString("OpenIDConnectProviderArn")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("OpenIDConnectProviderArn", openIDConnectProviderArn)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateOpenIDConnectProviderResponse",
            .structure(members: [
                ShapeMember("OpenIDConnectProviderArn", ShapeReference(IAMShapes.arnType)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
            ]))
    }
}
