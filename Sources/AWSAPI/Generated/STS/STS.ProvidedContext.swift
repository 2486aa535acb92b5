// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension STS {
    public struct ProvidedContext: AWSStructure {
        public var providerArn: String?
        public var contextAssertion: String?

        public init(providerArn: String? = nil, contextAssertion: String? = nil) {
            self.providerArn = providerArn
            self.contextAssertion = contextAssertion
        }

        public init(wire: WireObject) throws {
            providerArn = try wire.optionalString("ProviderArn")
            contextAssertion = try wire.optionalString("ContextAssertion")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("ProviderArn", providerArn)
            wire.addString("ContextAssertion", contextAssertion)
            return wire
        }

        public static let shape: Shape = Shape(
            "ProvidedContext",
            .structure(members: [
                ShapeMember("ProviderArn", ShapeReference(STSShapes.arnType)),
                ShapeMember("ContextAssertion", ShapeReference(STSShapes.contextAssertionType)),
            ]))
    }
}
