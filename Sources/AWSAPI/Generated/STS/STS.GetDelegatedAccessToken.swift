// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension STS {
    public enum GetDelegatedAccessToken: AWSOperation {
        public typealias Input = STS.GetDelegatedAccessTokenInput
        public typealias Output = STS.GetDelegatedAccessTokenOutput
        public static var service: AWSService { STS.service }
        public static let name: String = "GetDelegatedAccessToken"
        public static let errors: [String: Int] = [
            "ExpiredTradeInTokenException": 400, "PackedPolicyTooLarge": 400, "RegionDisabledException": 403,
        ]
    }

    public struct GetDelegatedAccessTokenInput: AWSStructure {
        public var tradeInToken: SharedSecret

        public init(tradeInToken: SharedSecret) {
            self.tradeInToken = tradeInToken
        }

        public init(wire: WireObject) throws {
            tradeInToken = try wire.secret("TradeInToken")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addSecret("TradeInToken", tradeInToken)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetDelegatedAccessTokenRequest",
            .structure(members: [
                ShapeMember("TradeInToken", ShapeReference(STSShapes.tradeInTokenType), isRequired: true),
            ]))
    }

    public struct GetDelegatedAccessTokenOutput: AWSStructure {
        public var credentials: STS.Credentials?
        public var packedPolicySize: Int?
        public var assumedPrincipal: String?

        public init(
            credentials: STS.Credentials? = nil, packedPolicySize: Int? = nil, assumedPrincipal: String? = nil
        ) {
            self.credentials = credentials
            self.packedPolicySize = packedPolicySize
            self.assumedPrincipal = assumedPrincipal
        }

        public init(wire: WireObject) throws {
            credentials = try wire.optionalStructure("Credentials")
            packedPolicySize = try wire.optionalInteger("PackedPolicySize")
            assumedPrincipal = try wire.optionalString("AssumedPrincipal")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructure("Credentials", credentials)
            wire.addInteger("PackedPolicySize", packedPolicySize)
            wire.addString("AssumedPrincipal", assumedPrincipal)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetDelegatedAccessTokenResponse",
            .structure(members: [
                ShapeMember("Credentials", ShapeReference(STS.Credentials.shape)),
                ShapeMember("PackedPolicySize", ShapeReference(STSShapes.nonNegativeIntegerType)),
                ShapeMember("AssumedPrincipal", ShapeReference(STSShapes.arnType)),
            ]))
    }
}
