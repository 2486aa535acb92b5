// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferKMS

@Suite("Rotation")
struct RotationTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    @Test("after a rotation old ciphertexts open and new ones have the new material")
    func onDemand() async throws {
        let key = try await vault.createKey()
        let old = try await vault.encrypt("alt", key)
        let first = try await current(key)
        let reply = try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        #expect(reply.keyId == vault.arn(key))
        let second = try await current(key)
        #expect(first != second)
        let new = try await vault.encrypt("neu", key)
        #expect(try await vault.decrypt(old) == "alt")
        #expect(try await vault.decrypt(new) == "neu")
        #expect(try await vault.call(KMS.Decrypt.self, .init(ciphertextBlob: old)).keyMaterialId == first)
        #expect(try await vault.call(KMS.Decrypt.self, .init(ciphertextBlob: new)).keyMaterialId == second)

        let rotations = try await vault.call(KMS.ListKeyRotations.self, .init(keyId: key)).rotations
        #expect(rotations?.map(\.rotationType) == ["ON_DEMAND"])
        let all = try await vault.call(
            KMS.ListKeyRotations.self, .init(keyId: key, includeKeyMaterial: "ALL_KEY_MATERIAL")
        ).rotations
        #expect(all?.map(\.keyMaterialId) == [first, second])
        #expect(all?.map(\.keyMaterialState) == ["NON_CURRENT", "CURRENT"])
        #expect(all?.map(\.rotationType) == [nil, "ON_DEMAND"])
    }

    @Test("a key rotates on demand 25 times and no more")
    func limit() async throws {
        let key = try await vault.createKey()
        for _ in 0..<25 { try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key)) }
        let error = try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        #expect(error.code == "LimitExceededException")
        #expect(
            error.message
                == "The on-demand rotations limit has been reached for the given keyId. "
                + "No more on-demand rotations can be performed for this key: \(vault.arn(key))")
    }

    @Test("automatic rotation has a period and happens when its time has come")
    func automatic() async throws {
        let key = try await vault.createKey()
        let blob = try await vault.encrypt("alt", key)
        let off = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        #expect(off.keyRotationEnabled == false)
        #expect(off.nextRotationDate == nil)
        try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: 90))
        let on = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        #expect(on.keyRotationEnabled == true)
        #expect(on.rotationPeriodInDays == 90)
        #expect(on.nextRotationDate == vault.clock.now() + .days(90))
        #expect(on.keyId == vault.arn(key))

        let first = try await current(key)
        vault.clock.advance(.days(89))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 0)
        vault.clock.advance(.days(1))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 1)
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 0)
        #expect(try await current(key) != first)
        #expect(try await vault.decrypt(blob) == "alt")
        let rotations = try await vault.call(KMS.ListKeyRotations.self, .init(keyId: key)).rotations
        #expect(rotations?.map(\.rotationType) == ["AUTOMATIC"])
        #expect(try vault.event("RotateKey")["eventSource"] == "kms.amazonaws.com")

        try await vault.call(KMS.DisableKeyRotation.self, .init(keyId: key))
        vault.clock.advance(.days(400))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 0)
    }

    private func current(_ key: String) async throws -> String? {
        try await vault.call(KMS.DescribeKey.self, .init(keyId: key)).keyMetadata?.currentKeyMaterialId
    }
}
