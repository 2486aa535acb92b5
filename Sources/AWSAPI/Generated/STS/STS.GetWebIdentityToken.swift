// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension STS {
    public enum GetWebIdentityToken: AWSOperation {
        public typealias Input = STS.GetWebIdentityTokenInput
        public typealias Output = STS.GetWebIdentityTokenOutput
        public static var service: AWSService { STS.service }
        public static let name: String = "GetWebIdentityToken"
        public static let errors: [String: Int] = [
            "JWTPayloadSizeExceededException": 400, "OutboundWebIdentityFederationDisabledException": 403,
            "SessionDurationEscalationException": 403,
        ]
    }

    public struct GetWebIdentityTokenInput: AWSStructure {
        public var audience: [String]
        public var durationSeconds: Int?
        public var signingAlgorithm: String
        public var tags: [STS.Tag]?

        public init(audience: [String], signingAlgorithm: String, durationSeconds: Int? = nil, tags: [STS.Tag]? = nil) {
            self.audience = audience
            self.durationSeconds = durationSeconds
            self.signingAlgorithm = signingAlgorithm
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            audience = try wire.strings("Audience")
            durationSeconds = try wire.optionalInteger("DurationSeconds")
            signingAlgorithm = try wire.string("SigningAlgorithm")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addStrings("Audience", audience)
            wire.addInteger("DurationSeconds", durationSeconds)
            wire.addString("SigningAlgorithm", signingAlgorithm)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetWebIdentityTokenRequest",
            .structure(members: [
                ShapeMember("Audience", ShapeReference(STSShapes.webIdentityTokenAudienceListType), isRequired: true),
                ShapeMember("DurationSeconds", ShapeReference(STSShapes.webIdentityTokenDurationSecondsType)),
                ShapeMember("SigningAlgorithm", ShapeReference(STSShapes.jwtAlgorithmType), isRequired: true),
                ShapeMember("Tags", ShapeReference(STSShapes.tagListType)),
            ]))
    }

    public struct GetWebIdentityTokenOutput: AWSStructure {
        public var webIdentityToken: SharedSecret?
        public var expiration: Timestamp?

        public init(webIdentityToken: SharedSecret? = nil, expiration: Timestamp? = nil) {
            self.webIdentityToken = webIdentityToken
            self.expiration = expiration
        }

        public init(wire: WireObject) throws {
            webIdentityToken = try wire.optionalSecret("WebIdentityToken")
            expiration = try wire.optionalTimestamp("Expiration")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addSecret("WebIdentityToken", webIdentityToken)
            wire.addTimestamp("Expiration", expiration)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetWebIdentityTokenResponse",
            .structure(members: [
                ShapeMember("WebIdentityToken", ShapeReference(STSShapes.webIdentityTokenType)),
                ShapeMember("Expiration", ShapeReference(STSShapes.dateType)),
            ]))
    }
}
