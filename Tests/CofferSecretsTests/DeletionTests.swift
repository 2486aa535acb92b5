// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferSecrets

@Suite("deleting secrets")
struct DeletionTests {
    let vault: SecretsVault

    init() throws { vault = try SecretsVault() }

    @Test("a secret marked for deletion is described and restored, and nothing else")
    func marked() async throws {
        try await vault.create("s", "one")
        let deleted = try await vault.call(SM.DeleteSecret.self, .init(secretId: "s"))
        #expect(deleted.deletionDate == vault.clock.now() + .days(30))
        #expect(try await vault.call(SM.DescribeSecret.self, .init(secretId: "s")).deletedDate == deleted.deletionDate)
        let marked = AWSError(
            "InvalidRequestException",
            "You can't perform this operation on the secret because it was marked for deletion.")
        #expect(try await vault.refusal(SM.GetSecretValue.self, .init(secretId: "s")) == marked)
        #expect(try await vault.refusal(SM.TagResource.self, .init(secretId: "s", tags: [])) == marked)
        #expect(try await vault.refusal(SM.GetResourcePolicy.self, .init(secretId: "s")) == marked)
        #expect(try await vault.refusal(SM.DeleteSecret.self, .init(secretId: "s")) == marked)
        #expect(
            try await vault.refusal(
                SM.PutSecretValue.self,
                .init(secretId: "s", clientRequestToken: UniqueID.uuid(), secretString: SharedSecret(utf8: "two")))
                == marked)
        #expect(
            try await vault.refusal(SM.CreateSecret.self, .init(name: "s"))
                == AWSError(
                    "InvalidRequestException",
                    "You can't create this secret because a secret with this name is already scheduled for deletion."))
        try await vault.call(SM.RestoreSecret.self, .init(secretId: "s"))
        #expect(try await vault.value("s") == "one")
        // Once more is no error.
        try await vault.call(SM.RestoreSecret.self, .init(secretId: "s"))
    }

    @Test("a secret that is made again has another ARN and none of the old versions")
    func again() async throws {
        let first = try await vault.create("s", "one")
        try await vault.put("s", "two")
        try await vault.call(SM.DeleteSecret.self, .init(secretId: "s", forceDeleteWithoutRecovery: true))
        #expect(try vault.count(SecretVersionRecord.kind) == 0)
        let second = try await vault.create("s", "three")
        #expect(first.arn != second.arn)
        let old = try await vault.refusal(SM.GetSecretValue.self, .init(secretId: try #require(first.arn)))
        #expect(old.code == "ResourceNotFoundException")
        let version = try await vault.refusal(SM.GetSecretValue.self, .init(secretId: "s", versionId: first.versionId))
        #expect(version.code == "ResourceNotFoundException")
        #expect(try await vault.value("s") == "three")
    }

    @Test("forced deletion succeeds for what is marked and for what isn't there")
    func forced() async throws {
        let missing = try await vault.call(
            SM.DeleteSecret.self, .init(secretId: "nothing", forceDeleteWithoutRecovery: true))
        #expect(missing.name == "nothing" && missing.arn != nil && missing.deletionDate != nil)
        #expect(
            try await vault.refusal(SM.DeleteSecret.self, .init(secretId: "nothing"))
                == AWSError("ResourceNotFoundException", "Secrets Manager can't find the specified secret."))
        try await vault.create("s", "one")
        try await vault.call(SM.DeleteSecret.self, .init(secretId: "s", recoveryWindowInDays: 7))
        try await vault.call(SM.DeleteSecret.self, .init(secretId: "s", forceDeleteWithoutRecovery: true))
        #expect(try vault.count(SecretRecord.kind) == 0)
    }

    @Test("the window is 7 to 30 days and doesn't go with force", arguments: [0, 6, 31])
    func window(days: Int) async throws {
        try await vault.create("s", "one")
        #expect(
            try await vault.refusal(SM.DeleteSecret.self, .init(secretId: "s", recoveryWindowInDays: days))
                == AWSError(
                    "InvalidParameterException",
                    "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive)."))
        let both = try await vault.refusal(
            SM.DeleteSecret.self, .init(secretId: "s", recoveryWindowInDays: 7, forceDeleteWithoutRecovery: true))
        #expect(both.code == "InvalidParameterException")
        try await vault.call(
            SM.DeleteSecret.self, .init(secretId: "s", recoveryWindowInDays: 7, forceDeleteWithoutRecovery: false))
    }

    @Test("when the window is over the secret goes with its ciphertext, and the log says so")
    func due() async throws {
        try await vault.create("kept", "one")
        try await vault.create("soon", "one")
        try await vault.create("later", "one")
        try await vault.create("restored", "one")
        for (name, days) in [("soon", 7), ("later", 30), ("restored", 7)] {
            try await vault.call(SM.DeleteSecret.self, .init(secretId: name, recoveryWindowInDays: days))
        }
        try await vault.call(SM.RestoreSecret.self, .init(secretId: "restored"))
        #expect(try await SecretsJobs.deleteDue(vault.vault) == 0)
        vault.clock.advance(.days(8))
        #expect(try await SecretsJobs.deleteDue(vault.vault) == 1)
        #expect(try vault.count(SecretRecord.kind) == 3)
        #expect(try vault.count(SecretVersionRecord.kind) == 3)
        let event = try vault.event("EndSecretVersionDelete")
        #expect(event["resources"]?.array?.first?["ARN"]?.string?.contains(":secret:soon-") == true)
    }
}
