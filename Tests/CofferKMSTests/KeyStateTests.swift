// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import Testing

@testable import CofferKMS

/// The guide's table of states and operations, cell by cell.
@Suite("Key states")
struct KeyStateTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    private static let states: [KeyState] = [
        .enabled, .disabled, .pendingDeletion, .pendingReplicaDeletion, .pendingImport, .unavailable, .creating,
        .updating,
    ]
    private static let rows = Dictionary(
        uniqueKeysWithValues: (KeyStateTable.guide + KeyStateTable.younger).map { ($0.operation, $0) })

    @Test("each operation works in its states and is refused in the others", arguments: StateTrial.all)
    func table(_ trial: StateTrial) async throws {
        let row = try #require(Self.rows[trial.operation])
        for kind in trial.kinds {
            for state in Self.states {
                var kind = kind
                if state == .pendingImport { kind.isExternal = kind.isImportable }
                if state == .pendingReplicaDeletion { kind.isMultiRegion = true }
                if state == .pendingImport, !kind.isExternal { continue }
                try await check(trial, row, kind, state)
            }
        }
    }

    private func check(
        _ trial: StateTrial, _ row: KeyStateTable.Row, _ kind: KeyKind, _ state: KeyState
    ) async throws {
        let key = try await vault.makeKey(kind)
        let prepared = try await trial.prepare(vault, key)
        try await vault.put(key, into: state)
        let outcome = KeyStateTable.outcome(
            row, state, kind, isTarget: trial.role != "source", arn: vault.arn(key))
        guard let outcome else { return }
        let before = try revision(of: key)
        let error = try await vault.outcome { try await trial.call(vault, key, prepared) }
        let found = error.map { KeyStateTable.Outcome.refusal($0) } ?? .success
        #expect(found == outcome, "\(trial.operation) of a key that is \(state.rawValue) (\(kind.testDescription))")
        if error != nil { #expect(try revision(of: key) == before, "a refusal changes nothing") }
    }

    private func revision(of key: String) throws -> Int64? {
        try vault.vault.load(KeyRecord.self, key, in: vault.scope)?.revision
    }

    @Test("every operation on a key is in the table, and tried")
    func completeness() throws {
        let withoutKey: Set = [
            "CreateKey", "ListKeys", "GenerateRandom", "ListRetirableGrants", "CreateCustomKeyStore",
            "DescribeCustomKeyStores", "UpdateCustomKeyStore", "ConnectCustomKeyStore", "DisconnectCustomKeyStore",
            "DeleteCustomKeyStore",
        ]
        let all = Set(KMSOperations.all(vault.vault).map(\.name)).subtracting(withoutKey)
        #expect(Set(Self.rows.keys) == all)
        #expect(Set(StateTrial.all.map(\.operation)) == all)
    }

    @Test("decryption follows the key's state at once")
    func decryption() async throws {
        let key = try await vault.createKey()
        let blob = try await vault.encrypt("geheim", key)
        #expect(try await vault.decrypt(blob) == "geheim")
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        #expect(try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob)).code == "DisabledException")
        try await vault.call(KMS.EnableKey.self, .init(keyId: key))
        #expect(try await vault.decrypt(blob) == "geheim")
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: 7))
        let leaving = try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob))
        #expect(leaving == AWSError("KMSInvalidStateException", "\(vault.arn(key)) is pending deletion."))
        try await vault.call(KMS.CancelKeyDeletion.self, .init(keyId: key))
        #expect(try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob)).code == "DisabledException")
    }

    @Test("an alias may be taken from a key on its way out, but not given to one")
    func updateAlias() async throws {
        let leaving = try await vault.createKey()
        let staying = try await vault.createKey()
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: leaving))
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: leaving))
        try await vault.call(KMS.UpdateAlias.self, .init(aliasName: "alias/app", targetKeyId: staying))
        let error = try await vault.refusal(
            KMS.UpdateAlias.self, .init(aliasName: "alias/app", targetKeyId: leaving))
        #expect(error == AWSError("KMSInvalidStateException", "\(vault.arn(leaving)) is pending deletion."))
    }

    @Test("when its window is over a key is gone, and the job destroys it and its aliases")
    func deletion() async throws {
        let key = try await vault.createKey()
        let blob = try await vault.encrypt("geheim", key)
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        let scheduled = try await vault.call(
            KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: 7))
        #expect(scheduled.keyState == "PendingDeletion")
        #expect(scheduled.pendingWindowInDays == 7)
        #expect(scheduled.deletionDate == vault.clock.now() + .days(7))
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 0)

        vault.clock.advance(.days(7))
        let gone = AWSError("NotFoundException", "Key '\(vault.arn(key))' does not exist")
        #expect(try await vault.refusal(KMS.DescribeKey.self, .init(keyId: key)) == gone)
        #expect(try await vault.refusal(KMS.CancelKeyDeletion.self, .init(keyId: key)) == gone)
        #expect(
            try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob)).code == "InvalidCiphertextException")
        #expect(try await vault.call(KMS.ListKeys.self, .init()).keys?.isEmpty == true)

        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 1)
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 0)
        #expect(try await vault.call(KMS.ListAliases.self, .init()).aliases?.isEmpty == true)
        #expect(try vault.vault.store.read { try $0.count(in: nil, kind: KeyRecord.kind) } == 0)
        let event = try vault.event("DeleteKey")
        #expect(event["resources"]?.array?.first?["ARN"]?.string == vault.arn(key))
    }

    @Test("the waiting period is 7 to 30 days")
    func window() async throws {
        let key = try await vault.createKey()
        for days in [6, 31] {
            let error = try await vault.refusal(
                KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: days))
            #expect(error.code == "ValidationException")
        }
    }
}
