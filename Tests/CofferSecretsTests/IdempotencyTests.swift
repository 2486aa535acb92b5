// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferStore
import Testing

@testable import CofferSecrets

@Suite("client request tokens")
struct IdempotencyTests {
    let vault: SecretsVault

    init() throws { vault = try SecretsVault() }

    @Test("creating a secret again with the same token and value answers as before and changes nothing")
    func create() async throws {
        let token = UniqueID.uuid()
        let first = try await vault.create("s", "one", token: token)
        let again = try await vault.create("s", "one", token: token)
        #expect(first.arn == again.arn && again.versionId == token)
        #expect(try vault.count(SecretVersionRecord.kind) == 1)
        let other = try await vault.refusal(
            SM.CreateSecret.self, .init(name: "s", clientRequestToken: token, secretString: SharedSecret(utf8: "two")))
        #expect(
            other
                == AWSError(
                    "ResourceExistsException",
                    "You can't use ClientRequestToken \(token) because that value is already in use for a version of "
                        + "secret \(try #require(first.arn))."))
        let plain = try await vault.refusal(
            SM.CreateSecret.self,
            .init(name: "s", clientRequestToken: UniqueID.uuid(), secretString: SharedSecret(utf8: "one")))
        #expect(
            plain == AWSError("ResourceExistsException", "The operation failed because the secret s already exists."))
    }

    @Test("putting the same value with the same token makes one version; another value is refused")
    func put() async throws {
        try await vault.create("s", "one")
        let token = UniqueID.uuid()
        try await vault.put("s", "two", token: token)
        #expect(try await vault.put("s", "two", token: token).versionStages == ["AWSCURRENT"])
        #expect(try vault.count(SecretVersionRecord.kind) == 2)
        let refusal = try await vault.refusal(
            SM.PutSecretValue.self,
            .init(secretId: "s", clientRequestToken: token, secretString: SharedSecret(utf8: "three")))
        #expect(refusal.code == "ResourceExistsException")
        // The same bytes as SecretBinary are another value.
        let binary = try await vault.refusal(
            SM.PutSecretValue.self,
            .init(secretId: "s", clientRequestToken: token, secretBinary: SharedSecret(utf8: "two")))
        #expect(binary.code == "ResourceExistsException")
    }

    @Test("calls with one token at the same time make one version")
    func together() async throws {
        try await vault.create("s", "one")
        let token = UniqueID.uuid()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { try await vault.put("s", "two", token: token) } }
            try await group.waitForAll()
        }
        #expect(try vault.count(SecretVersionRecord.kind) == 2)
    }

    @Test("different values put at the same time all succeed, and one is current")
    func concurrent() async throws {
        try await vault.create("s", "one")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<12 { group.addTask { try await vault.put("s", "value \(number)") } }
            try await group.waitForAll()
        }
        let stages = try await vault.stages("s").values.flatMap { $0 }.sorted()
        #expect(stages == ["AWSCURRENT", "AWSPREVIOUS"])
        #expect(try vault.count(SecretVersionRecord.kind) == 13)
    }

    @Test("first secrets made at the same time share the one default key")
    func defaultKey() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 { group.addTask { try await vault.create("s\(number)", "value") } }
            try await group.waitForAll()
        }
        let aliases = try await vault.call(KMS.ListAliases.self, .init()).aliases ?? []
        #expect(aliases.filter { $0.aliasName == "alias/aws/secretsmanager" }.count == 1)
        #expect(try vault.count(RecordKind("kms-key")) == 1)
        for number in 0..<8 { #expect(try await vault.value("s\(number)") == "value") }
    }

    @Test("a value needs a token, and there is one value")
    func inputs() async throws {
        let value = SharedSecret(utf8: "x")
        #expect(
            try await vault.refusal(SM.CreateSecret.self, .init(name: "s", secretString: value))
                == AWSError(
                    "InvalidRequestException",
                    "You must provide a ClientRequestToken value. We recommend a UUID-type value."))
        #expect(
            try await vault.refusal(SM.PutSecretValue.self, .init(secretId: "s", clientRequestToken: UniqueID.uuid()))
                == AWSError("InvalidRequestException", "You must provide either SecretString or SecretBinary."))
        let both = try await vault.refusal(
            SM.CreateSecret.self,
            .init(name: "s", clientRequestToken: UniqueID.uuid(), secretBinary: value, secretString: value))
        #expect(both.code == "InvalidParameterException")
    }
}
