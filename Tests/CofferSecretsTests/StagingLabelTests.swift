// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferSecrets

@Suite("staging labels")
struct StagingLabelTests {
    let vault: SecretsVault

    init() throws { vault = try SecretsVault() }

    private func move(_ stage: String, from: String? = nil, to: String? = nil) async throws {
        try await vault.call(
            SM.UpdateSecretVersionStage.self,
            .init(secretId: "s", versionStage: stage, removeFromVersionId: from, moveToVersionId: to))
    }

    private func moveRefusal(_ stage: String, from: String? = nil, to: String? = nil) async throws -> AWSError {
        try await vault.refusal(
            SM.UpdateSecretVersionStage.self,
            .init(secretId: "s", versionStage: stage, removeFromVersionId: from, moveToVersionId: to))
    }

    @Test("a new value becomes current and the one before it previous")
    func current() async throws {
        let first = try #require(try await vault.create("s", "one").versionId)
        let second = try #require(try await vault.put("s", "two").versionId)
        #expect(try await vault.stages("s") == [first: ["AWSPREVIOUS"], second: ["AWSCURRENT"]])
        let third = try #require(try await vault.put("s", "three").versionId)
        #expect(try await vault.stages("s") == [second: ["AWSPREVIOUS"], third: ["AWSCURRENT"]])
        #expect(try await vault.value("s") == "three")
        #expect(try await vault.value("s", stage: "AWSPREVIOUS") == "two")
        #expect(try await vault.value("s", version: first) == "one")
    }

    @Test("labels that a new version brings leave their old version, and AWSCURRENT stays")
    func custom() async throws {
        let first = try #require(try await vault.create("s", "one").versionId)
        let second = try await vault.put("s", "two", stages: ["red", "blue"])
        #expect(second.versionStages == ["red", "blue"])
        let third = try await vault.put("s", "three", stages: ["blue"])
        let ids = (try #require(second.versionId), try #require(third.versionId))
        #expect(try await vault.stages("s") == [first: ["AWSCURRENT"], ids.0: ["red"], ids.1: ["blue"]])
        #expect(try await vault.value("s") == "one")
        #expect(try await vault.value("s", stage: "blue") == "three")
    }

    @Test("the first version of an empty secret is current whatever was asked for")
    func firstVersion() async throws {
        let made = try await vault.create("s", nil)
        #expect(made.versionId == nil)
        #expect(try await vault.put("s", "one", stages: ["AWSPENDING"]).versionStages == ["AWSPENDING", "AWSCURRENT"])
        #expect(try await vault.value("s") == "one")
    }

    @Test("promoting a pending version follows the recorded cycle")
    func rotation() async throws {
        let first = try #require(try await vault.create("s", "one").versionId)
        let second = try #require(try await vault.put("s", "two", stages: ["AWSPENDING"]).versionId)
        try await move("AWSCURRENT", from: first, to: second)
        #expect(try await vault.stages("s") == [first: ["AWSPREVIOUS"], second: ["AWSPENDING", "AWSCURRENT"]])
        try await move("AWSPENDING", from: second)
        #expect(try await vault.stages("s") == [first: ["AWSPREVIOUS"], second: ["AWSCURRENT"]])
        // Back again: the label that the version had is lost, the other one gets it.
        try await move("AWSCURRENT", from: second, to: first)
        #expect(try await vault.stages("s") == [first: ["AWSCURRENT"], second: ["AWSPREVIOUS"]])
    }

    @Test("a label moves only from the version that is named")
    func refusals() async throws {
        let first = try #require(try await vault.create("s", "one").versionId)
        let second = try #require(try await vault.put("s", "two", stages: ["AWSPENDING"]).versionId)
        #expect(
            try await moveRefusal("AWSCURRENT", to: second)
                == AWSError(
                    "InvalidParameterException",
                    "The parameter RemoveFromVersionId can't be empty. Staging label AWSCURRENT is currently attached "
                        + "to version \(first), so you must explicitly reference that version in RemoveFromVersionId."))
        #expect(try await moveRefusal("AWSCURRENT", from: second, to: first).code == "InvalidParameterException")
        #expect(try await moveRefusal("AWSCURRENT", from: first).code == "InvalidParameterException")
        #expect(try await moveRefusal("x").code == "InvalidParameterException")
        let missing = UniqueID.uuid()
        #expect(
            try await moveRefusal("x", to: missing)
                == AWSError(
                    "ResourceNotFoundException",
                    "Secrets Manager can't find the specified secret value for VersionId: \(missing)"))
        #expect(try await vault.stages("s") == [first: ["AWSCURRENT"], second: ["AWSPENDING"]])
    }

    @Test("a secret has at most twenty labels")
    func limit() async throws {
        try await vault.create("s", "one")
        try await vault.put("s", "two", stages: (1...19).map { "label-\($0)" })
        let refusal = try await vault.refusal(
            SM.PutSecretValue.self,
            .init(
                secretId: "s", clientRequestToken: UniqueID.uuid(), secretString: SharedSecret(utf8: "three"),
                versionStages: ["one-more"]))
        #expect(refusal.code == "LimitExceededException")
    }

    @Test("labels compare byte by byte, not as characters look")
    func exactLabels() async throws {
        try await vault.create("s", "one")
        let composed = try #require(try await vault.put("s", "two", stages: ["caf\u{e9}"]).versionId)
        let decomposed = try #require(try await vault.put("s", "three", stages: ["cafe\u{301}"]).versionId)
        #expect(try await vault.value("s", stage: "caf\u{e9}") == "two")
        #expect(try await vault.value("s", stage: "cafe\u{301}") == "three")
        #expect(composed != decomposed)
    }

    @Test("a missing label or version is told as AWS does")
    func missing() async throws {
        let first = try #require(try await vault.create("s", "one").versionId)
        let stage = try await vault.refusal(SM.GetSecretValue.self, .init(secretId: "s", versionStage: "AWSPREVIOUS"))
        #expect(
            stage.message == "Secrets Manager can't find the specified secret value for staging label: AWSPREVIOUS")
        let mismatch = try await vault.refusal(
            SM.GetSecretValue.self, .init(secretId: "s", versionId: first, versionStage: "AWSPREVIOUS"))
        #expect(mismatch.code == "InvalidRequestException")
        #expect(mismatch.message == "You provided a VersionStage that is not associated to the provided VersionId.")
    }

    @Test("versions without labels are listed only where they are asked for")
    func deprecated() async throws {
        for value in ["one", "two", "three", "four"] {
            if value == "one" { try await vault.create("s", value) } else { try await vault.put("s", value) }
        }
        let shown = try await vault.call(SM.ListSecretVersionIds.self, .init(secretId: "s")).versions ?? []
        #expect(shown.map(\.versionStages) == [["AWSPREVIOUS"], ["AWSCURRENT"]])
        #expect(shown.allSatisfy { $0.kmsKeyIds == ["DefaultEncryptionKey"] })
        var all: [SM.SecretVersionsListEntry] = []
        var token: String?
        repeat {
            let page = try await vault.call(
                SM.ListSecretVersionIds.self,
                .init(secretId: "s", maxResults: 3, nextToken: token, includeDeprecated: true))
            all += page.versions ?? []
            token = page.nextToken
        } while token != nil
        #expect(all.map(\.versionStages) == [nil, nil, ["AWSPREVIOUS"], ["AWSCURRENT"]])
    }
}
