// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListSAMLProviders: AWSOperation {
        public typealias Input = IAM.ListSAMLProvidersInput
        public typealias Output = IAM.ListSAMLProvidersOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListSAMLProviders"
        public static let errors: [String: Int] = ["ServiceFailure": 500]
    }

    public struct ListSAMLProvidersInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("ListSAMLProvidersRequest", .structure(members: []))
    }

    public struct ListSAMLProvidersOutput: AWSStructure {
        public var samlProviderList: [IAM.SAMLProviderListEntry]?

        public init(samlProviderList: [IAM.SAMLProviderListEntry]? = nil) {
            self.samlProviderList = samlProviderList
        }

        public init(wire: WireObject) throws {
            samlProviderList = try wire.optionalStructures("SAMLProviderList")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructures("SAMLProviderList", samlProviderList)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListSAMLProvidersResponse",
            .structure(members: [
                ShapeMember("SAMLProviderList", ShapeReference(IAMShapes.samlProviderListType)),
            ]))
    }
}
