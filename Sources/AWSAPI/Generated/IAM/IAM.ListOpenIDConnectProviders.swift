// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListOpenIDConnectProviders: AWSOperation {
        public typealias Input = IAM.ListOpenIDConnectProvidersInput
        public typealias Output = IAM.ListOpenIDConnectProvidersOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListOpenIDConnectProviders"
        public static let errors: [String: Int] = ["ServiceFailure": 500]
    }

    public struct ListOpenIDConnectProvidersInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("ListOpenIDConnectProvidersRequest", .structure(members: []))
    }

    public struct ListOpenIDConnectProvidersOutput: AWSStructure {
        public var openIDConnectProviderList: [IAM.OpenIDConnectProviderListEntry]?

        public init(openIDConnectProviderList: [IAM.OpenIDConnectProviderListEntry]? = nil) {
            self.openIDConnectProviderList = openIDConnectProviderList
        }

        public init(wire: WireObject) throws {
            openIDConnectProviderList = try wire.optionalStructures("OpenIDConnectProviderList")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructures("OpenIDConnectProviderList", openIDConnectProviderList)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListOpenIDConnectProvidersResponse",
            .structure(members: [
                ShapeMember("OpenIDConnectProviderList", ShapeReference(IAMShapes.openIDConnectProviderListType)),
            ]))
    }
}
