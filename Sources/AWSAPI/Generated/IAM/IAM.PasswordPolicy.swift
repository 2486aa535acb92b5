// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct PasswordPolicy: AWSStructure {
        public var minimumPasswordLength: Int?
        public var requireSymbols: Bool?
        public var requireNumbers: Bool?
        public var requireUppercaseCharacters: Bool?
        public var requireLowercaseCharacters: Bool?
        public var allowUsersToChangePassword: Bool?
        public var expirePasswords: Bool?
        public var maxPasswordAge: Int?
        public var passwordReusePrevention: Int?
        public var hardExpiry: Bool?

        public init(
            minimumPasswordLength: Int? = nil, requireSymbols: Bool? = nil, requireNumbers: Bool? = nil,
            requireUppercaseCharacters: Bool? = nil, requireLowercaseCharacters: Bool? = nil,
            allowUsersToChangePassword: Bool? = nil, expirePasswords: Bool? = nil, maxPasswordAge: Int? = nil,
            passwordReusePrevention: Int? = nil, hardExpiry: Bool? = nil
        ) {
            self.minimumPasswordLength = minimumPasswordLength
            self.requireSymbols = requireSymbols
            self.requireNumbers = requireNumbers
            self.requireUppercaseCharacters = requireUppercaseCharacters
            self.requireLowercaseCharacters = requireLowercaseCharacters
            self.allowUsersToChangePassword = allowUsersToChangePassword
            self.expirePasswords = expirePasswords
            self.maxPasswordAge = maxPasswordAge
            self.passwordReusePrevention = passwordReusePrevention
            self.hardExpiry = hardExpiry
        }

        public init(wire: WireObject) throws {
            minimumPasswordLength = try wire.optionalInteger("MinimumPasswordLength")
            requireSymbols = try wire.optionalBoolean("RequireSymbols")
            requireNumbers = try wire.optionalBoolean("RequireNumbers")
            requireUppercaseCharacters = try wire.optionalBoolean("RequireUppercaseCharacters")
            requireLowercaseCharacters = try wire.optionalBoolean("RequireLowercaseCharacters")
            allowUsersToChangePassword = try wire.optionalBoolean("AllowUsersToChangePassword")
            expirePasswords = try wire.optionalBoolean("ExpirePasswords")
            maxPasswordAge = try wire.optionalInteger("MaxPasswordAge")
            passwordReusePrevention = try wire.optionalInteger("PasswordReusePrevention")
            hardExpiry = try wire.optionalBoolean("HardExpiry")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(10)
            wire.addInteger("MinimumPasswordLength", minimumPasswordLength)
            wire.addBoolean("RequireSymbols", requireSymbols)
            wire.addBoolean("RequireNumbers", requireNumbers)
            wire.addBoolean("RequireUppercaseCharacters", requireUppercaseCharacters)
            wire.addBoolean("RequireLowercaseCharacters", requireLowercaseCharacters)
            wire.addBoolean("AllowUsersToChangePassword", allowUsersToChangePassword)
            wire.addBoolean("ExpirePasswords", expirePasswords)
            wire.addInteger("MaxPasswordAge", maxPasswordAge)
            wire.addInteger("PasswordReusePrevention", passwordReusePrevention)
            wire.addBoolean("HardExpiry", hardExpiry)
            return wire
        }

        public static let shape: Shape = Shape(
            "PasswordPolicy",
            .structure(members: [
                ShapeMember("MinimumPasswordLength", ShapeReference(IAMShapes.minimumPasswordLengthType)),
                ShapeMember("RequireSymbols", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("RequireNumbers", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("RequireUppercaseCharacters", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("RequireLowercaseCharacters", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("AllowUsersToChangePassword", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("ExpirePasswords", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("MaxPasswordAge", ShapeReference(IAMShapes.maxPasswordAgeType)),
                ShapeMember("PasswordReusePrevention", ShapeReference(IAMShapes.passwordReusePreventionType)),
                ShapeMember("HardExpiry", ShapeReference(IAMShapes.booleanObjectType)),
            ]))
    }
}
