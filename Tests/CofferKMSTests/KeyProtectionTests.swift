// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import AWSWire
import CofferBase
import CofferPipeline
import Synchronization
import Testing

@testable import CofferKMS

/// What Secrets Manager does with a key, without the rest of it: seals, and opens again what was sealed last.
private struct SealingHandler: OperationHandler {
    typealias Operation = SecretsManager.CreateSecret

    let protection: KMSKeyProtection
    let blobs: Blobs
    var isReadOnly: Bool { false }

    final class Blobs: Sendable {
        let last = Mutex<[UInt8]>([])
    }

    private func context(_ input: SecretsManager.CreateSecretInput) -> [String: String] { ["SecretARN": input.name] }

    func locate(
        _ input: SecretsManager.CreateSecretInput, _ request: Authenticated
    ) throws -> Located<ProtectingKey> {
        try protection.locate(
            input.kmsKeyId, for: [.generateDataKey, .decrypt], context: context(input), request)
    }

    func perform(
        _ input: SecretsManager.CreateSecretInput, _ authorized: Authorized<ProtectingKey>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.CreateSecretOutput> {
        let key = authorized.target
        let context = context(input)
        let plaintext = SharedSecret(utf8: "geheim")
        let blob = try protection.seal(plaintext, under: key, context: context)
        guard try protection.open(blob, under: key, context: context).isEqual(to: plaintext),
            (try? protection.open(blob, under: key, context: ["SecretARN": "other"])) == nil
        else { throw AWSError.internalFailure }
        blobs.last.withLock { $0 = blob }
        let notes = TrailNotes(onBehalf: [protection.innerCall(.generateDataKey, of: key, context: context)])
        return .change(notes) { writer in
            try key.create?(writer)
            return SecretsManager.CreateSecretOutput(arn: key.arn, name: input.name)
        }
    }

    func trailParameters(_ input: SecretsManager.CreateSecretInput) -> JSONValue? { nil }
}

@Suite("Keys that protect secrets")
struct KeyProtectionTests {
    let vault: TestVault
    private let pipeline: RequestPipeline
    private let operation: RegisteredOperation
    private let blobs = SealingHandler.Blobs()

    init() throws {
        vault = try TestVault()
        pipeline = RequestPipeline(vault: vault.vault)
        operation = RegisteredOperation(
            SealingHandler(protection: KMSKeyProtection(vault: vault.vault), blobs: blobs))
    }

    /// Returns the ARN of the key that was used.
    private func seal(_ keyID: String? = nil, as credentials: Credentials? = nil) async throws -> String {
        let input = SecretsManager.CreateSecretInput(name: "app", kmsKeyId: keyID)
        var request = AWSRequest(
            body: JSONWire.encode(input.wire, shape: SecretsManager.CreateSecretInput.shape))
        try Signer.sign(
            &request, credentials: try credentials ?? vault.owner(), region: vault.region.description,
            service: "secretsmanager", at: vault.clock.now())
        let authenticated = try pipeline.authenticate(
            request, service: SecretsManager.service, operation: "CreateSecret", requestID: UniqueID.uuid())
        let reply = try await pipeline.run(operation, authenticated)
        let output = try SecretsManager.CreateSecretOutput(
            wire: JSONWire.decode(reply, as: SecretsManager.CreateSecretOutput.shape))
        return try #require(output.arn)
    }

    @Test("the default key is made once, is AWS's, and serves through Secrets Manager only")
    func defaultKey() async throws {
        let user = try vault.user(
            "ann", policy: #"{"Statement":{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*"}}"#)
        async let one = seal()
        async let two = seal(as: user)
        let arns = try await [one, two, seal()]
        #expect(Set(arns).count == 1)
        let metadata = try #require(
            await vault.call(KMS.DescribeKey.self, .init(keyId: "alias/aws/secretsmanager")).keyMetadata)
        #expect(metadata.arn == arns.first)
        #expect(metadata.keyManager == "AWS")
        #expect(try await vault.call(KMS.ListKeys.self, .init()).keys?.count == 1)

        let direct = try await vault.refusal(
            KMS.Decrypt.self,
            .init(ciphertextBlob: blobs.last.withLock { $0 }, encryptionContext: ["SecretARN": "app"]))
        #expect(direct.code == "AccessDeniedException")
        let management = try await vault.refusal(
            KMS.ScheduleKeyDeletion.self, .init(keyId: metadata.keyId))
        #expect(management.code == "AccessDeniedException")

        let event = try vault.event("GenerateDataKey")
        #expect(event["eventSource"] == "kms.amazonaws.com")
        #expect(event["userIdentity"]?["invokedBy"] == "secretsmanager.amazonaws.com")
        #expect(event["requestParameters"]?["encryptionContext"]?["SecretARN"] == "app")
    }

    @Test("a key of one's own asks for the caller's rights and can be kept to this service")
    func ownKey() async throws {
        let key = try await vault.createKey()
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        #expect(try await seal("alias/app") == vault.arn(key))
        let user = try vault.user(
            "ann", policy: #"{"Statement":{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*"}}"#)
        await #expect(throws: AWSError.self) { try await seal(key, as: user) }
        let allowed = try vault.user(
            "bob",
            policy: #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:*","Resource":"*","#
                + #""Condition":{"StringEquals":{"kms:ViaService":"secretsmanager.eu-central-1.amazonaws.com"}}}}"#)
        #expect(try await seal(key, as: allowed) == vault.arn(key))
        let direct = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "x")), as: allowed)
        #expect(direct.code == "AccessDeniedException")
    }

    @Test("a key that can't be used says why")
    func unusable() async throws {
        let key = try await vault.createKey()
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        await #expect(throws: AWSError("DisabledException", "\(vault.arn(key)) is disabled.")) { try await seal(key) }
        await #expect(throws: AWSError("NotFoundException", "Invalid keyId 'x'")) { try await seal("x") }
    }
}
