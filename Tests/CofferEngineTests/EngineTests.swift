// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferAudit
import CofferBase
import CofferCrypto
import CofferPipeline
import CofferStore
import CofferStoreSQLite
import Testing

@testable import CofferEngine

@Suite("The engine")
struct EngineTests {
    @Test("every answered call is in the log, and the log verifies")
    func logged() async throws {
        let fixture = try EngineFixture()
        let key = try await fixture.key()
        let sealed = try await fixture.client.call(
            KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "canary-7f3a"), encryptionContext: ["app": "bot"]))
        let blob = try #require(sealed.ciphertextBlob)
        let opened = try await fixture.client.call(
            KMS.Decrypt.self, .init(ciphertextBlob: blob, encryptionContext: ["app": "bot"]))
        #expect(opened.plaintext?.withText { $0 == "canary-7f3a" } == true)
        let log = try await fixture.client.call(Coffer.ReadLog.self, .init())
        let records = log.entries.map(\.record)
        #expect(records.count == 3)
        for (record, name) in zip(records, ["CreateKey", "Encrypt", "Decrypt"]) {
            #expect(record.contains("\"eventName\":\"\(name)\""))
            #expect(!record.contains("canary-7f3a"))
            #expect(!record.contains(Base64.encode(Array("canary-7f3a".utf8))))
        }
        let verified = try await fixture.client.call(Coffer.VerifyLog.self, .init())
        #expect(verified.isIntact)
        #expect(verified.size == 4)
    }

    @Test("a refused call is in the log, with its reason and without its parameters")
    func denied() async throws {
        let fixture = try EngineFixture()
        let key = try await fixture.key()
        _ = try await fixture.client.call(IAM.CreateUser.self, .init(userName: "eve"))
        let made = try await fixture.client.call(IAM.CreateAccessKey.self, .init(userName: "eve"))
        let eve = fixture.client.with(
            credentials: StaticCredentialProvider(
                .init(accessKeyID: made.accessKey.accessKeyId, secret: made.accessKey.secretAccessKey)))
        await #expect(throws: AWSError.self) {
            try await eve.call(KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "x")))
        }
        let log = try await fixture.client.call(Coffer.ReadLog.self, .init())
        let last = try #require(log.entries.last?.record)
        #expect(last.contains("\"errorCode\":\"AccessDenied\""))
        #expect(last.contains("user/eve"))
        #expect(last.contains("\"requestParameters\":null"))
    }

    @Test("a deleted access key is worth nothing on the next call")
    func revoked() async throws {
        let fixture = try EngineFixture()
        _ = try await fixture.client.call(IAM.CreateUser.self, .init(userName: "bob"))
        let made = try await fixture.client.call(IAM.CreateAccessKey.self, .init(userName: "bob")).accessKey
        let bob = fixture.client.with(
            credentials: StaticCredentialProvider(.init(accessKeyID: made.accessKeyId, secret: made.secretAccessKey)))
        #expect(try await bob.call(STS.GetCallerIdentity.self, .init()).arn == "arn:aws:iam::111122223333:user/bob")
        _ = try await fixture.client.call(
            IAM.DeleteAccessKey.self, .init(accessKeyId: made.accessKeyId, userName: "bob"))
        await #expect(throws: AWSError.self) { try await bob.call(STS.GetCallerIdentity.self, .init()) }
    }

    @Test("unsigned requests get an answer and no event", arguments: ["", "{}", String(repeating: "[", count: 1000)])
    func unsigned(body: String) async throws {
        let fixture = try EngineFixture()
        let reply = await fixture.engine.respond(
            to: AWSRequest(
                headers: ["X-Amz-Target": "TrentService.Encrypt", "Content-Type": "application/x-amz-json-1.1"],
                body: Array(body.utf8)))
        #expect((400..<500).contains(reply.status))
        #expect(try fixture.engine.vault.auditHead().size == 0)
        #expect(fixture.engine.counters.refusedCount == 1)
    }

    @Test("an event that was altered in the database is found")
    func tampered() async throws {
        let store = try SQLiteStore.inMemory()
        let fixture = try EngineFixture(store: store)
        _ = try await fixture.key()
        let extra = NewEvent(
            sequence: 1, scope: Scope(account: try #require(AccountID("111122223333")), region: .usEast1),
            time: Timestamp(milliseconds: 0), record: Array("{}".utf8), leafHash: [UInt8](repeating: 0, count: 32))
        try store.write { try $0.append(extra) }
        let verified = try fixture.engine.vault.verifyLog()
        #expect(verified.report.fault?.description == "event 1 was altered after being written")
    }

    @Test("concurrent calls all succeed and all are logged")
    func concurrent() async throws {
        let fixture = try EngineFixture()
        let key = try await fixture.key()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<100 {
                group.addTask {
                    if index.isMultiple(of: 10) {
                        _ = try await fixture.client.call(
                            KMS.UpdateKeyDescription.self, .init(keyId: key, description: "\(index)"))
                    } else {
                        _ = try await fixture.client.call(
                            KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "\(index)")))
                    }
                }
            }
            try await group.waitForAll()
        }
        let verified = try await fixture.client.call(Coffer.VerifyLog.self, .init())
        #expect(verified.isIntact)
        #expect(verified.size == 101)
    }
}
