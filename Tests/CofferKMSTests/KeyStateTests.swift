// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import Testing

@testable import CofferKMS

/// The guide's table of states and operations, cell by cell, for the states that a key is put into.
@Suite("Key states")
struct KeyStateTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    enum Outcome: Equatable {
        case works
        /// DisabledException
        case disabled
        /// KMSInvalidStateException with what follows the ARN.
        case invalid(String)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let operation: String
        let outcomes: [KeyState: Outcome]
        let call: @Sendable (TestVault, String) async throws -> Void
        var testDescription: String { operation }

        init(
            _ operation: String, enabled: Outcome = .works, disabled: Outcome = .works, leaving: Outcome,
            pendingImport: Outcome = .works, unavailable: Outcome = .works, creating: Outcome = .works,
            updating: Outcome = .works, _ call: @escaping @Sendable (TestVault, String) async throws -> Void
        ) {
            self.operation = operation
            self.call = call
            outcomes = [
                .enabled: enabled, .disabled: disabled, .pendingDeletion: leaving, .pendingImport: pendingImport,
                .unavailable: unavailable, .creating: creating, .updating: updating,
            ]
        }

        /// What uses a key.
        static func use(
            _ operation: String, _ call: @escaping @Sendable (TestVault, String) async throws -> Void
        ) -> Row {
            Row(
                operation, disabled: .disabled, leaving: .invalid("is pending deletion."),
                pendingImport: .invalid("is pending import."), unavailable: .invalid("is unavailable."),
                creating: .invalid("is creating."), call)
        }

        /// What works in every state.
        static func always(
            _ operation: String, _ call: @escaping @Sendable (TestVault, String) async throws -> Void
        ) -> Row {
            Row(operation, leaving: .works, call)
        }
    }

    static let rows: [Row] = [
        .use("Encrypt") { vault, key in _ = try await vault.encrypt("geheim", key) },
        .use("GenerateDataKey") { vault, key in
            try await vault.call(KMS.GenerateDataKey.self, .init(keyId: key, keySpec: "AES_256"))
        },
        .use("GenerateDataKeyWithoutPlaintext") { vault, key in
            try await vault.call(KMS.GenerateDataKeyWithoutPlaintext.self, .init(keyId: key, keySpec: "AES_256"))
        },
        .use("RotateKeyOnDemand") { vault, key in try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key)) },
        .use("EnableKeyRotation") { vault, key in try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key)) },
        .use("DisableKeyRotation") { vault, key in try await vault.call(KMS.DisableKeyRotation.self, .init(keyId: key))
        },
        Row(
            "GetKeyRotationStatus", leaving: .works,
            unavailable: .invalid("is unavailable.")
        ) { vault, key in try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key)) },
        Row(
            "EnableKey", leaving: .invalid("is pending deletion."), pendingImport: .invalid("is pending import."),
            creating: .invalid("is creating."), updating: .invalid("is updating.")
        ) { vault, key in try await vault.call(KMS.EnableKey.self, .init(keyId: key)) },
        Row(
            "DisableKey", leaving: .invalid("is pending deletion."), pendingImport: .invalid("is pending import."),
            creating: .invalid("is creating."), updating: .invalid("is updating.")
        ) { vault, key in try await vault.call(KMS.DisableKey.self, .init(keyId: key)) },
        Row("ScheduleKeyDeletion", leaving: .invalid("is pending deletion."), updating: .invalid("is updating.")) {
            vault, key in try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key))
        },
        Row(
            "CancelKeyDeletion", enabled: .invalid("is not pending deletion."),
            disabled: .invalid("is not pending deletion."), leaving: .works,
            pendingImport: .invalid("is not pending deletion."), unavailable: .invalid("is not pending deletion."),
            creating: .invalid("is not pending deletion."), updating: .invalid("is not pending deletion.")
        ) { vault, key in try await vault.call(KMS.CancelKeyDeletion.self, .init(keyId: key)) },
        Row("CreateAlias", leaving: .invalid("is pending deletion.")) { vault, key in
            try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/new", targetKeyId: key))
        },
        Row("UpdateKeyDescription", leaving: .invalid("is pending deletion.")) { vault, key in
            try await vault.call(KMS.UpdateKeyDescription.self, .init(keyId: key, description: "other"))
        },
        Row("TagResource", leaving: .invalid("is pending deletion.")) { vault, key in
            try await vault.call(KMS.TagResource.self, .init(keyId: key, tags: [.init(tagKey: "a", tagValue: "b")]))
        },
        Row("UntagResource", leaving: .invalid("is pending deletion.")) { vault, key in
            try await vault.call(KMS.UntagResource.self, .init(keyId: key, tagKeys: ["a"]))
        },
        .always("DescribeKey") { vault, key in try await vault.call(KMS.DescribeKey.self, .init(keyId: key)) },
        .always("GetKeyPolicy") { vault, key in try await vault.call(KMS.GetKeyPolicy.self, .init(keyId: key)) },
        .always("PutKeyPolicy") { vault, key in
            let policy = KeyPolicyText.standard(for: vault.scope)
            try await vault.call(KMS.PutKeyPolicy.self, .init(keyId: key, policy: policy))
        },
        .always("ListKeyPolicies") { vault, key in try await vault.call(KMS.ListKeyPolicies.self, .init(keyId: key)) },
        .always("ListResourceTags") { vault, key in try await vault.call(KMS.ListResourceTags.self, .init(keyId: key))
        },
        .always("ListAliases") { vault, key in try await vault.call(KMS.ListAliases.self, .init(keyId: key)) },
        .always("ListKeyRotations") { vault, key in try await vault.call(KMS.ListKeyRotations.self, .init(keyId: key))
        },
    ]

    @Test("each operation works in its states and is refused in the others", arguments: rows)
    func table(_ row: Row) async throws {
        for (state, outcome) in row.outcomes {
            let key = try await vault.createKey()
            try await put(key, into: state)
            let error: AWSError?
            do {
                try await row.call(vault, key)
                error = nil
            } catch let refused as AWSError {
                error = refused
            }
            let expected: AWSError? =
                switch outcome {
                case .works: nil
                case .disabled: AWSError("DisabledException", "\(vault.arn(key)) is disabled.")
                case .invalid(let rest): AWSError("KMSInvalidStateException", "\(vault.arn(key)) \(rest)")
                }
            #expect(error == expected, "\(row.operation) of a key that is \(state.rawValue)")
            if row.operation == "CreateAlias", outcome == .works {
                try await vault.call(KMS.DeleteAlias.self, .init(aliasName: "alias/new"))
            }
        }
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

    /// Puts a key into a state, also into those that no operation here leads to.
    private func put(_ key: String, into state: KeyState) async throws {
        let record = try #require(try vault.vault.load(KeyRecord.self, key, in: vault.scope))
        var changed = record
        changed.value.state = state
        if state == .pendingDeletion { changed.value.deletionDate = (vault.clock.now() + .days(30)).milliseconds }
        let stored = changed
        try await vault.vault.commits.submit(
            .init(
                preconditions: [], epoch: vault.vault.epoch,
                effect: { writer in
                    try writer.update(stored)
                    return []
                }))
    }
}
