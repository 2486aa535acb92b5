// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import CofferKMS
import CofferPipeline
import Synchronization
import Testing

@testable import CofferEngine

/// Invariant 6: what a decision was based on is still so when its effect is committed.
@Suite("A policy that changes during a call")
struct RaceTests {
    /// Keeps the signed request instead of sending it.
    private final class Recorder: AWSTransport {
        let last = Mutex<AWSRequest?>(nil)
        func send(_ request: AWSRequest) async throws -> AWSResponse {
            last.withLock { $0 = request }
            throw CancellationError()
        }
    }

    private static func policy(_ effect: String) -> String {
        #"{"Version":"2012-10-17","Statement":[{"Effect":"\#(effect)","Action":"kms:*","Resource":"*"}]}"#
    }

    /// Signs `Encrypt` as a user who may, authenticates it, makes `change`, and only then runs it.
    private func encrypt(
        after change: (EngineFixture, String) async throws -> Void
    ) async throws -> (fixture: EngineFixture, result: Result<[UInt8], AWSError>) {
        let fixture = try EngineFixture()
        let key = try await fixture.key()
        _ = try await fixture.client.call(IAM.CreateUser.self, .init(userName: "mallory"))
        try await put("Allow", fixture)
        let made = try await fixture.client.call(IAM.CreateAccessKey.self, .init(userName: "mallory")).accessKey
        let recorder = Recorder()
        let mallory = AWSClient(
            transport: recorder,
            credentials: StaticCredentialProvider(.init(accessKeyID: made.accessKeyId, secret: made.secretAccessKey)),
            region: try #require(Region("eu-central-1")))
        _ = try? await mallory.call(KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "x")))
        let request = try #require(recorder.last.withLock { $0 })

        let vault = fixture.engine.vault
        let pipeline = RequestPipeline(vault: vault)
        let operation = try #require(KMSOperations.all(vault).first { $0.name == "Encrypt" })
        let authenticated = try pipeline.authenticate(
            request, service: operation.service, operation: operation.name, requestID: UniqueID.uuid())
        try await change(fixture, key)
        do throws(AWSError) {
            return (fixture, .success(try await pipeline.run(operation, authenticated)))
        } catch {
            return (fixture, .failure(error))
        }
    }

    private func put(_ effect: String, _ fixture: EngineFixture) async throws {
        _ = try await fixture.client.call(
            IAM.PutUserPolicy.self,
            .init(userName: "mallory", policyName: "keys", policyDocument: Self.policy(effect)))
    }

    @Test("nothing changed: the call is carried out")
    func unchanged() async throws {
        let (_, result) = try await encrypt { _, _ in }
        #expect(throws: Never.self) { try result.get() }
    }

    @Test("a policy that now denies is the one that decides")
    func denied() async throws {
        let (fixture, result) = try await encrypt { fixture, _ in try await put("Deny", fixture) }
        #expect(throws: AWSError.self) { try result.get() }
        let log = try await fixture.client.call(Coffer.ReadLog.self, .init())
        #expect(log.entries.last?.record.contains("\"errorCode\":\"AccessDenied\"") == true)
    }

    @Test("an access key that was deleted meanwhile opens nothing")
    func deletedKey() async throws {
        let (_, result) = try await encrypt { fixture, _ in
            let keys = try await fixture.client.call(IAM.ListAccessKeys.self, .init(userName: "mallory"))
            for key in keys.accessKeyMetadata {
                _ = try await fixture.client.call(
                    IAM.DeleteAccessKey.self, .init(accessKeyId: try #require(key.accessKeyId), userName: "mallory"))
            }
        }
        #expect(throws: AWSError.self) { try result.get() }
    }

    @Test("a key that was disabled meanwhile encrypts nothing")
    func disabledKey() async throws {
        let (_, result) = try await encrypt { fixture, key in
            _ = try await fixture.client.call(KMS.DisableKey.self, .init(keyId: key))
        }
        #expect(throws: AWSError.self) { try result.get() }
    }
}
