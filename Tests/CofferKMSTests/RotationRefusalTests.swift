// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

/// What rotates and what doesn't, in AWS's words as they were recorded.
@Suite("Refused rotations")
struct RotationRefusalTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    static let unsupported = AWSError("UnsupportedOperationException", nil)

    @Test("HMAC keys and key pairs don't rotate", arguments: [
        ("HMAC_256", "GENERATE_VERIFY_MAC"), ("RSA_2048", "ENCRYPT_DECRYPT"), ("RSA_2048", "SIGN_VERIFY"),
        ("ECC_NIST_P256", "KEY_AGREEMENT"), ("ML_DSA_65", "SIGN_VERIFY"), ("ML_KEM_768", "ENCAPSULATE_DECAPSULATE"),
    ])
    func otherKinds(_ spec: String, _ usage: String) async throws {
        let key = try await vault.createKey(.init(keyUsage: usage, keySpec: spec))
        #expect(try await vault.refusal(KMS.EnableKeyRotation.self, .init(keyId: key)) == Self.unsupported)
        #expect(try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: key)) == Self.unsupported)
        // To turn off what is off is no mistake.
        try await vault.call(KMS.DisableKeyRotation.self, .init(keyId: key))
        let status = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        #expect(status.keyRotationEnabled == false)
        #expect(status.keyId == vault.arn(key))
        let listed = try await vault.call(KMS.ListKeyRotations.self, .init(keyId: key))
        #expect(listed.rotations?.isEmpty == true)
        #expect(listed.truncated == false)
        for which in ["ALL_KEY_MATERIAL", "ROTATIONS_ONLY"] {
            #expect(
                try await vault.refusal(KMS.ListKeyRotations.self, .init(keyId: key, includeKeyMaterial: which))
                    == .validation("Input parameter includeKeyMaterial can only be used with symmetric keys."))
        }
    }

    @Test("imported keys don't rotate by themselves", arguments: [true, false])
    func imported(_ hasMaterial: Bool) async throws {
        let key = try await vault.createExternalKey()
        if hasMaterial {
            try await vault.importMaterial(.random(count: 32), key, try await vault.importParameters(key))
        }
        let refusal = AWSError(
            "UnsupportedOperationException", "\(vault.arn(key)) origin is EXTERNAL which is not valid for this operation.")
        #expect(try await vault.refusal(KMS.EnableKeyRotation.self, .init(keyId: key)) == refusal)
        #expect(try await vault.refusal(KMS.DisableKeyRotation.self, .init(keyId: key)) == refusal)
        let status = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        #expect(status.keyRotationEnabled == false)
    }

    @Test("a disabled key and one on its way out say so")
    func states() async throws {
        let key = try await vault.createKey()
        func refusals() async throws -> [AWSError] {
            [
                try await vault.refusal(KMS.EnableKeyRotation.self, .init(keyId: key)),
                try await vault.refusal(KMS.DisableKeyRotation.self, .init(keyId: key)),
                try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: key)),
            ]
        }
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        for error in try await refusals() {
            #expect(error == AWSError("DisabledException", "\(vault.arn(key)) is disabled."))
        }
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key))
        for error in try await refusals() {
            #expect(error == .invalidState("\(vault.arn(key)) is pending deletion."))
        }
        #expect(try await vault.materials(key).count == 1)
        // The state comes before the kind.
        let pair = try await vault.createKey(.init(keyUsage: "SIGN_VERIFY", keySpec: "ECC_NIST_P256"))
        try await vault.call(KMS.DisableKey.self, .init(keyId: pair))
        #expect(
            try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: pair))
                == AWSError("DisabledException", "\(vault.arn(pair)) is disabled."))
    }

    @Test("aliases don't name keys to rotate")
    func aliases() async throws {
        let key = try await vault.createKey()
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        let refusal = AWSError("InvalidArnException", "Key Aliases are not supported for this operation.")
        #expect(try await vault.refusal(KMS.EnableKeyRotation.self, .init(keyId: "alias/app")) == refusal)
        #expect(try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: "alias/app")) == refusal)
        #expect(try await vault.refusal(KMS.GetKeyRotationStatus.self, .init(keyId: "alias/app")) == refusal)
        #expect(try await vault.refusal(KMS.ListKeyRotations.self, .init(keyId: "alias/app")) == refusal)
    }

    @Test("a period is 90 to 2560 days")
    func period() async throws {
        let key = try await vault.createKey()
        for (days, rule) in [(89, "greater than or equal to 90"), (2561, "less than or equal to 2560")] {
            #expect(
                try await vault.refusal(
                    KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: days))
                    == .validation(
                        "1 validation error detected: Value '\(days)' at 'rotationPeriodInDays' failed to satisfy "
                            + "constraint: Member must have value \(rule)"))
        }
        for days in [90, 2560] {
            try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: days))
        }
    }

    @Test("the number of rotations on demand is as the vault sets it; automatic ones don't count")
    func quota() async throws {
        let vault = try TestVault(settings: { $0.quotas.onDemandRotationsPerKey = 2 })
        let key = try await vault.createKey()
        try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: 90))
        vault.clock.advance(.days(90))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 1)
        for _ in 0..<2 { try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key)) }
        #expect(
            try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: key)).code == "LimitExceededException")
        vault.clock.advance(.days(90))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 1)
        #expect(try await vault.materials(key).count == 5)
    }

    @Test("the two kinds of rotation keep 20 minutes apart")
    func conflict() async throws {
        let key = try await vault.createKey()
        try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: 90))
        vault.clock.advance(.days(90) - .seconds(20 * 60))
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        vault.clock.advance(.seconds(1))
        for _ in 0..<2 {
            let error = try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: key))
            #expect(error.code == "ConflictException")
            // Overdue, and the job wasn't there yet.
            vault.clock.advance(.seconds(3600))
        }
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 1)
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        let status = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        #expect(status.nextRotationDate == vault.clock.now() + .days(90), "rotations on demand leave it alone")
    }

    @Test("rotations are listed page by page, oldest first")
    func pages() async throws {
        let key = try await vault.createKey()
        for _ in 0..<12 {
            vault.clock.advance(.seconds(60))
            try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        }
        for which in [nil, "ROTATIONS_ONLY", "ALL_KEY_MATERIAL"] {
            var found: [KMS.RotationsListEntry] = []
            var marker: String?
            var pages = 0
            repeat {
                let page = try await vault.call(
                    KMS.ListKeyRotations.self,
                    .init(keyId: key, includeKeyMaterial: which, limit: 5, marker: marker))
                #expect((page.rotations?.count ?? 0) <= 5)
                #expect((page.nextMarker != nil) == (page.truncated == true))
                found += page.rotations ?? []
                marker = page.nextMarker
                pages += 1
            } while marker != nil
            #expect(pages == 3)
            let all = try await vault.materials(key)
            #expect(found.map(\.keyMaterialId) == all.suffix(which == "ALL_KEY_MATERIAL" ? 13 : 12).map(\.keyMaterialId))
            let dates = found.compactMap(\.rotationDate)
            #expect(dates.count == 12)
            #expect(dates == dates.sorted())
        }
    }

    @Test("a marker serves the list that it came from, and no other")
    func markers() async throws {
        let key = try await vault.createKey()
        let other = try await vault.createKey()
        for _ in 0..<2 {
            for id in [key, other] { try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: id)) }
        }
        let page = try await vault.call(KMS.ListKeyRotations.self, .init(keyId: key, limit: 1))
        let marker = try #require(page.nextMarker)
        let refusal = AWSError("InvalidMarkerException", nil)
        #expect(
            try await vault.refusal(KMS.ListKeyRotations.self, .init(keyId: other, marker: marker)) == refusal)
        #expect(
            try await vault.refusal(
                KMS.ListKeyRotations.self, .init(keyId: key, includeKeyMaterial: "ALL_KEY_MATERIAL", marker: marker))
                == refusal)
        #expect(
            try await vault.refusal(KMS.ListKeyRotations.self, .init(keyId: key, marker: "bm90IG91cnM=")) == refusal)
        // Also of a key that can do nothing else.
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key))
        let rest = try await vault.call(KMS.ListKeyRotations.self, .init(keyId: key, marker: marker))
        #expect(rest.rotations?.count == 1)
    }
}
