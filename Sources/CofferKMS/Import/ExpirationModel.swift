// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Whether imported material goes by itself.
enum ExpirationModel: String, Sendable {
    case expires = "KEY_MATERIAL_EXPIRES"
    case doesNotExpire = "KEY_MATERIAL_DOES_NOT_EXPIRE"

    static func of(_ material: KeyMaterial) -> ExpirationModel { material.expiresAt == nil ? .doesNotExpire : .expires }

    /// When the material of an import goes: milliseconds since 1970, in whole seconds; nil for never.
    static func expiry(_ input: KMS.ImportKeyMaterialInput, at now: Timestamp) throws -> Int64? {
        switch ExpirationModel(rawValue: input.expirationModel ?? expires.rawValue) {
        case .doesNotExpire:
            guard input.validTo == nil else {
                throw AWSError.validation(
                    "A validTo date cannot be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE")
            }
            return nil
        case .expires, nil:
            guard let date = input.validTo else {
                throw AWSError.validation(
                    "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES")
            }
            guard date > now else { throw AWSError.validation("ValidTo must be in the future") }
            guard date <= now + .days(365) else {
                throw AWSError.validation("ValidTo must be less than 365 days in the future")
            }
            return date.wholeSeconds.milliseconds
        }
    }
}
