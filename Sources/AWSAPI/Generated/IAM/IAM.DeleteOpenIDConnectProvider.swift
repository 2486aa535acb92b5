// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteOpenIDConnectProvider: AWSOperation {
        public typealias Input = IAM.DeleteOpenIDConnectProviderInput
        public typealias Output = IAM.DeleteOpenIDConnectProviderOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteOpenIDConnectProvider"
        public static let errors: [String: Int] = ["InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct DeleteOpenIDConnectProviderInput: AWSStructure {
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
            "DeleteOpenIDConnectProviderRequest",
            .structure(members: [
                ShapeMember("OpenIDConnectProviderArn", ShapeReference(IAMShapes.arnType), isRequired: true),
            ]))
    }

    public struct DeleteOpenIDConnectProviderOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteOpenIDConnectProviderOutput", .structure(members: []))
    }
}
