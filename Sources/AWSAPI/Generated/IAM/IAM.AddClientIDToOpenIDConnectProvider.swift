// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum AddClientIDToOpenIDConnectProvider: AWSOperation {
        public typealias Input = IAM.AddClientIDToOpenIDConnectProviderInput
        public typealias Output = IAM.AddClientIDToOpenIDConnectProviderOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "AddClientIDToOpenIDConnectProvider"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404,
            "ServiceFailure": 500,
        ]
    }

    public struct AddClientIDToOpenIDConnectProviderInput: AWSStructure {
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
            "AddClientIDToOpenIDConnectProviderRequest",
            .structure(members: [
                ShapeMember("OpenIDConnectProviderArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("ClientID", ShapeReference(IAMShapes.clientIDType), isRequired: true),
            ]))
    }

    public struct AddClientIDToOpenIDConnectProviderOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("AddClientIDToOpenIDConnectProviderOutput", .structure(members: []))
    }
}
