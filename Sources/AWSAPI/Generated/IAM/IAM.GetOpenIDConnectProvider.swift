// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public enum GetOpenIDConnectProvider: AWSOperation {
        public typealias Input = IAM.GetOpenIDConnectProviderInput
        public typealias Output = IAM.GetOpenIDConnectProviderOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetOpenIDConnectProvider"
        public static let errors: [String: Int] = ["InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetOpenIDConnectProviderInput: AWSStructure {
        public var openIDConnectProviderArn: String

        public init(openIDConnectProviderArn: String) {
            self.openIDConnectProviderArn = openIDConnectProviderArn
        }

        public init(wire: WireObject) throws {
            openIDConnectProviderArn = try wire.string("OpenIDConnectProviderArn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("OpenIDConnectProviderArn", openIDConnectProviderArn)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetOpenIDConnectProviderRequest",
            .structure(members: [
                ShapeMember("OpenIDConnectProviderArn", ShapeReference(IAMShapes.arnType), isRequired: true),
            ]))
    }

    public struct GetOpenIDConnectProviderOutput: AWSStructure {
        public var url: String?
        public var clientIDList: [String]?
        public var thumbprintList: [String]?
        public var createDate: Timestamp?
        public var tags: [IAM.Tag]?

        public init(
            url: String? = nil, clientIDList: [String]? = nil, thumbprintList: [String]? = nil,
            createDate: Timestamp? = nil, tags: [IAM.Tag]? = nil
        ) {
            self.url = url
            self.clientIDList = clientIDList
            self.thumbprintList = thumbprintList
            self.createDate = createDate
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            url = try wire.optionalString("Url")
            clientIDList = try wire.optionalStrings("ClientIDList")
            thumbprintList = try wire.optionalStrings("ThumbprintList")
            createDate = try wire.optionalTimestamp("CreateDate")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("Url", url)
            wire.addStrings("ClientIDList", clientIDList)
            wire.addStrings("ThumbprintList", thumbprintList)
            wire.addTimestamp("CreateDate", createDate)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetOpenIDConnectProviderResponse",
            .structure(members: [
                ShapeMember("Url", ShapeReference(IAMShapes.openIDConnectProviderUrlType)),
                ShapeMember("ClientIDList", ShapeReference(IAMShapes.clientIDListType)),
                ShapeMember("ThumbprintList", ShapeReference(IAMShapes.thumbprintListType)),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
            ]))
    }
}
