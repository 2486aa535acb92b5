// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum RemoveClientIDFromOpenIDConnectProvider: AWSOperation {
        public typealias Input = IAM.RemoveClientIDFromOpenIDConnectProviderInput
        public typealias Output = IAM.RemoveClientIDFromOpenIDConnectProviderOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "RemoveClientIDFromOpenIDConnectProvider"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct RemoveClientIDFromOpenIDConnectProviderInput: AWSStructure {
        public var openIDConnectProviderArn: String
        public var clientID: String

        public init(openIDConnectProviderArn: String, clientID: String) {
            self.openIDConnectProviderArn = openIDConnectProviderArn
            self.clientID = clientID
        }

        public init(wire: WireObject) throws {
            openIDConnectProviderArn = try wire.string("OpenIDConnectProviderArn")
            clientID = try wire.string("ClientID")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("OpenIDConnectProviderArn", openIDConnectProviderArn)
            wire.addString("ClientID", clientID)
            return wire
        }

        public static let shape: Shape = Shape(
            "RemoveClientIDFromOpenIDConnectProviderRequest",
            .structure(members: [
                ShapeMember("OpenIDConnectProviderArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("ClientID", ShapeReference(IAMShapes.clientIDType), isRequired: true),
            ]))
    }

    public struct RemoveClientIDFromOpenIDConnectProviderOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("RemoveClientIDFromOpenIDConnectProviderOutput", .structure(members: []))
    }
}
