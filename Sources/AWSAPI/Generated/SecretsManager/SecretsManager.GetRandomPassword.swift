// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension SecretsManager {
    public enum GetRandomPassword: AWSOperation {
        public typealias Input = SecretsManager.GetRandomPasswordInput
        public typealias Output = SecretsManager.GetRandomPasswordOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "GetRandomPassword"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
        ]
    }

    public struct GetRandomPasswordInput: AWSStructure {
        public var passwordLength: Int?
        public var excludeCharacters: String?
        public var excludeNumbers: Bool?
        public var excludePunctuation: Bool?
        public var excludeUppercase: Bool?
        public var excludeLowercase: Bool?
        public var includeSpace: Bool?
        public var requireEachIncludedType: Bool?

        public init(
            passwordLength: Int? = nil, excludeCharacters: String? = nil, excludeNumbers: Bool? = nil,
            excludePunctuation: Bool? = nil, excludeUppercase: Bool? = nil, excludeLowercase: Bool? = nil,
            includeSpace: Bool? = nil, requireEachIncludedType: Bool? = nil
        ) {
            self.passwordLength = passwordLength
            self.excludeCharacters = excludeCharacters
            self.excludeNumbers = excludeNumbers
            self.excludePunctuation = excludePunctuation
            self.excludeUppercase = excludeUppercase
            self.excludeLowercase = excludeLowercase
            self.includeSpace = includeSpace
            self.requireEachIncludedType = requireEachIncludedType
        }

        public init(wire: WireObject) throws {
            passwordLength = try wire.optionalInteger("PasswordLength")
            excludeCharacters = try wire.optionalString("ExcludeCharacters")
            excludeNumbers = try wire.optionalBoolean("ExcludeNumbers")
            excludePunctuation = try wire.optionalBoolean("ExcludePunctuation")
            excludeUppercase = try wire.optionalBoolean("ExcludeUppercase")
            excludeLowercase = try wire.optionalBoolean("ExcludeLowercase")
            includeSpace = try wire.optionalBoolean("IncludeSpace")
            requireEachIncludedType = try wire.optionalBoolean("RequireEachIncludedType")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(8)
            wire.addInteger("PasswordLength", passwordLength)
            wire.addString("ExcludeCharacters", excludeCharacters)
            wire.addBoolean("ExcludeNumbers", excludeNumbers)
            wire.addBoolean("ExcludePunctuation", excludePunctuation)
            wire.addBoolean("ExcludeUppercase", excludeUppercase)
            wire.addBoolean("ExcludeLowercase", excludeLowercase)
            wire.addBoolean("IncludeSpace", includeSpace)
            wire.addBoolean("RequireEachIncludedType", requireEachIncludedType)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetRandomPasswordRequest",
            .structure(members: [
                ShapeMember("PasswordLength", ShapeReference(SecretsManagerShapes.passwordLengthType)),
                ShapeMember("ExcludeCharacters", ShapeReference(SecretsManagerShapes.excludeCharactersType)),
                ShapeMember("ExcludeNumbers", ShapeReference(SecretsManagerShapes.excludeNumbersType)),
                ShapeMember("ExcludePunctuation", ShapeReference(SecretsManagerShapes.excludePunctuationType)),
                ShapeMember("ExcludeUppercase", ShapeReference(SecretsManagerShapes.excludeUppercaseType)),
                ShapeMember("ExcludeLowercase", ShapeReference(SecretsManagerShapes.excludeLowercaseType)),
                ShapeMember("IncludeSpace", ShapeReference(SecretsManagerShapes.includeSpaceType)),
                ShapeMember(
                    "RequireEachIncludedType", ShapeReference(SecretsManagerShapes.requireEachIncludedTypeType)
                ),
            ]))
    }

    public struct GetRandomPasswordOutput: AWSStructure {
        public var randomPassword: SharedSecret?

        public init(randomPassword: SharedSecret? = nil) {
            self.randomPassword = randomPassword
        }

        public init(wire: WireObject) throws {
            randomPassword = try wire.optionalSecret("RandomPassword")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addSecret("RandomPassword", randomPassword)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetRandomPasswordResponse",
            .structure(members: [
                ShapeMember("RandomPassword", ShapeReference(SecretsManagerShapes.randomPasswordType)),
            ]))
    }
}
