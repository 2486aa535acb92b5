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

    @Test("a vault that was down for several periods rotates once, and counts on from then")
    func downtime() async throws {
        let key = try await vault.createKey()
        try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: 90))
        vault.clock.advance(.days(1000))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 1)
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 0)
        let status = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        #expect(status.nextRotationDate == vault.clock.now() + .days(90))
        let rotations = try await vault.call(KMS.ListKeyRotations.self, .init(keyId: key)).rotations
        #expect(rotations?.map(\.rotationDate) == [vault.clock.now()])
    }

    @Test("more keys than the job takes at a time are all rotated")
    func many() async throws {
        for _ in 0..<120 {
            let key = try await vault.createKey()
            try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: 90))
        }
        vault.clock.advance(.days(90))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 120)
    }

    @Test("a disabled key rests, and catches up when it is enabled again")
    func disabled() async throws {
        let key = try await vault.createKey()
        try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: 90))
        let next = vault.clock.now() + .days(90)
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        vault.clock.advance(.days(91))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 0)
        let status = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        #expect(status.keyRotationEnabled == true)
        #expect(status.nextRotationDate == next)
        try await vault.call(KMS.EnableKey.self, .init(keyId: key))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 1)
    }

    @Test("a key on its way out has no rotation, and has its schedule again when it stays")
    func leaving() async throws {
        let key = try await vault.createKey()
        try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: 90))
        let next = vault.clock.now() + .days(90)
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key))
        let leaving = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        #expect(leaving.keyRotationEnabled == false)
        #expect(leaving.rotationPeriodInDays == nil)
        #expect(leaving.nextRotationDate == nil)
        try await vault.call(KMS.CancelKeyDeletion.self, .init(keyId: key))
        let staying = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        #expect(staying.keyRotationEnabled == true)
        #expect(staying.rotationPeriodInDays == 90)
        #expect(staying.nextRotationDate == next)
    }

    @Test("turning rotation on again changes the schedule only where the period changes")
    func schedule() async throws {
        let key = try await vault.createKey()
        func enable(_ days: Int?) async throws -> KMS.GetKeyRotationStatusOutput {
            try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: days))
            return try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        }
        let start = vault.clock.now()
        #expect(try await enable(nil).rotationPeriodInDays == 365)
        #expect(try await enable(90).nextRotationDate == start + .days(90))
        vault.clock.advance(.days(10))
        for days in [nil, 90] {
            let status = try await enable(days)
            #expect(status.rotationPeriodInDays == 90)
            #expect(status.nextRotationDate == start + .days(90))
        }
        #expect(try await enable(100).nextRotationDate == start + .days(110))
        try await vault.call(KMS.DisableKeyRotation.self, .init(keyId: key))
        let anew = try await enable(nil)
        #expect(anew.rotationPeriodInDays == 365)
        #expect(anew.nextRotationDate == start + .days(375))
    }

    @Test("the event of a rotation says what kind it was and which materials took part", arguments: [
        "ON_DEMAND", "AUTOMATIC",
    ])
    func event(_ type: String) async throws {
        let key = try await vault.createKey()
        let first = try await current(key)
        if type == "ON_DEMAND" {
            try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        } else {
            try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key))
            vault.clock.advance(.days(365))
            try await KMSJobs.rotateDueKeys(vault.vault)
        }
        let event = try vault.event("RotateKey")
        #expect(event["eventType"] == "AwsServiceEvent")
        #expect(event["eventSource"] == "kms.amazonaws.com")
        #expect(event["readOnly"] == false)
        #expect(event["userIdentity"]?["invokedBy"]?.string != nil)
        #expect(event["userIdentity"]?["accountId"] == "111122223333")
        #expect(event["resources"]?.array?.first?["ARN"]?.string == vault.arn(key))
        let details = try #require(event["serviceEventDetails"])
        #expect(details["rotationType"]?.string == type)
        #expect(details["keyOrigin"] == "AWS_KMS")
        #expect(details["keyId"]?.string == key)
        #expect(details["previousKeyMaterialId"]?.string == first)
        #expect(details["currentKeyMaterialId"]?.string == (try await current(key)))
        #expect(try vault.events("RotateKey").count == 1)
    }

    private func current(_ key: String) async throws -> String? {
        try await vault.call(KMS.DescribeKey.self, .init(keyId: key)).keyMetadata?.currentKeyMaterialId
    }
}
