// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension STS {
    public enum GetSessionToken: AWSOperation {
        public typealias Input = STS.GetSessionTokenInput
        public typealias Output = STS.GetSessionTokenOutput
        public static var service: AWSService { STS.service }
        public static let name: String = "GetSessionToken"
        public static let errors: [String: Int] = ["RegionDisabledException": 403]
    }

    public struct GetSessionTokenInput: AWSStructure {
        public var durationSeconds: Int?
        public var serialNumber: String?
        public var tokenCode: String?
        public var minimumSessionTokenSize: Int?

        public init(
            durationSeconds: Int? = nil, serialNumber: String? = nil, tokenCode: String? = nil,
            minimumSessionTokenSize: Int? = nil
        ) {
            self.durationSeconds = durationSeconds
            self.serialNumber = serialNumber
            self.tokenCode = tokenCode
            self.minimumSessionTokenSize = minimumSessionTokenSize
        }

        public init(wire: WireObject) throws {
            durationSeconds = try wire.optionalInteger("DurationSeconds")
            serialNumber = try wire.optionalString("SerialNumber")
            tokenCode = try wire.optionalString("TokenCode")
            minimumSessionTokenSize = try wire.optionalInteger("MinimumSessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addInteger("DurationSeconds", durationSeconds)
            wire.addString("SerialNumber", serialNumber)
            wire.addString("TokenCode", tokenCode)
            wire.addInteger("MinimumSessionTokenSize", minimumSessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetSessionTokenRequest",
            .structure(members: [
                ShapeMember("DurationSeconds", ShapeReference(STSShapes.durationSecondsType)),
                ShapeMember("SerialNumber", ShapeReference(STSShapes.serialNumberType)),
                ShapeMember("TokenCode", ShapeReference(STSShapes.tokenCodeType)),
                ShapeMember("MinimumSessionTokenSize", ShapeReference(STSShapes.minimumSessionTokenSizeType)),
            ]))
    }

    public struct GetSessionTokenOutput: AWSStructure {
        public var credentials: STS.Credentials?
        public var sessionTokenUtilization: Int?
        public var sessionTokenSize: Int?

        public init(
            credentials: STS.Credentials? = nil, sessionTokenUtilization: Int? = nil, sessionTokenSize: Int? = nil
        ) {
            self.credentials = credentials
            self.sessionTokenUtilization = sessionTokenUtilization
            self.sessionTokenSize = sessionTokenSize
        }

        public init(wire: WireObject) throws {
            credentials = try wire.optionalStructure("Credentials")
            sessionTokenUtilization = try wire.optionalInteger("SessionTokenUtilization")
            sessionTokenSize = try wire.optionalInteger("SessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructure("Credentials", credentials)
            wire.addInteger("SessionTokenUtilization", sessionTokenUtilization)
            wire.addInteger("SessionTokenSize", sessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetSessionTokenResponse",
            .structure(members: [
                ShapeMember("Credentials", ShapeReference(STS.Credentials.shape)),
                ShapeMember("SessionTokenUtilization", ShapeReference(STSShapes.sessionTokenUtilizationType)),
                ShapeMember("SessionTokenSize", ShapeReference(STSShapes.sessionTokenSizeType)),
            ]))
    }
}
