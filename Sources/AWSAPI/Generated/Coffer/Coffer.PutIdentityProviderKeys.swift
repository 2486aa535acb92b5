// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public enum PutIdentityProviderKeys: AWSOperation {
        public typealias Input = Coffer.PutIdentityProviderKeysInput
        public typealias Output = Coffer.PutIdentityProviderKeysOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "PutIdentityProviderKeys"
        public static let errors: [String: Int] = [:]
    }

    public struct PutIdentityProviderKeysInput: AWSStructure {
        public var providerArn: String
        public var keySet: String?

        public init(providerArn: String, keySet: String? = nil) {
            self.providerArn = providerArn
            self.keySet = keySet
        }

        public init(wire: WireObject) throws {
            providerArn = try wire.string("ProviderArn")
            keySet = try wire.optionalString("KeySet")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("ProviderArn", providerArn)
            wire.addString("KeySet", keySet)
            return wire
        }

        public static let shape: Shape = Shape(
            "PutIdentityProviderKeysRequest",
            .structure(members: [
                ShapeMember("ProviderArn", ShapeReference(CofferShapes.resourceName), isRequired: true),
                ShapeMember("KeySet", ShapeReference(CofferShapes.jsonDocument)),
            ]))
    }

    public struct PutIdentityProviderKeysOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("PutIdentityProviderKeysResponse", .structure(members: []))
    }
}
