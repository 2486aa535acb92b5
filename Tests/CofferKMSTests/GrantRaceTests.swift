// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferPipeline
import Dispatch
import Synchronization
import Testing

@testable import CofferKMS

/// Invariant 6: what a decision was based on is still so when its effect is committed.
@Suite("A grant that goes between the decision and the commit")
struct GrantRaceTests {
    /// What somebody else does in the midst of a call, once. Nothing that is long: the call is waiting on a thread for
    /// long work.
    private final class Interruption: Sendable {
        private let change: @Sendable () async throws -> Void
        private let hasBegun = Atomic(false)
        private let result = Mutex<Result<Void, any Error>?>(nil)

        init(_ change: @escaping @Sendable () async throws -> Void) { self.change = change }

        func run() {
            if hasBegun.exchange(true, ordering: .sequentiallyConsistent) { return }
            let isDone = DispatchSemaphore(value: 0)
            Task.detached {
                let result: Result<Void, any Error>
                do { result = .success(try await self.change()) } catch { result = .failure(error) }
                self.result.withLock { $0 = result }
                isDone.signal()
            }
            isDone.wait()
        }

        /// Throws what the change did, and where there was none.
        func expectDone() throws { try #require(result.withLock { $0 }).get() }
    }

    /// Is interrupted once the work is done, and before it is committed.
    private struct Interrupted<Handler: OperationHandler>: OperationHandler {
        typealias Operation = Handler.Operation
        typealias Target = Handler.Target

        let handler: Handler
        let interruption: Interruption

        var isReadOnly: Bool { handler.isReadOnly }
        /// It waits, so it must be on a thread of its own.
        func workload(_ input: Operation.Input) -> Workload { .scanning }

        func locate(_ input: Operation.Input, _ request: Authenticated) throws -> Located<Target> {
            try handler.locate(input, request)
        }

        func perform(
            _ input: Operation.Input, _ authorized: Authorized<Target>, _ request: Authenticated
        ) throws -> Performed<Operation.Output> {
            let performed = try handler.perform(input, authorized, request)
            interruption.run()
            return performed
        }

        func trailParameters(_ input: Operation.Input) -> JSONValue? { handler.trailParameters(input) }
    }

    let vault: TestVault
    private let user: Credentials

    init() throws {
        vault = try TestVault()
        user = try vault.plainUser("ann")
    }

    /// The code that the user's call ends with where something else is carried out in its midst, once.
    private func code<Handler: OperationHandler>(
        of handler: Handler, _ input: Handler.Operation.Input, after change: @escaping @Sendable () async throws -> Void
    ) async throws -> String? {
        let interruption = Interruption(change)
        let interrupted = Interrupted(handler: handler, interruption: interruption)
        let authenticated = try vault.authenticate(Handler.Operation.self, input, as: user)
        var code: String?
        do {
            _ = try await vault.pipeline.run(RegisteredOperation(interrupted), authenticated)
        } catch {
            code = error.code
        }
        try interruption.expectDone()
        return code
    }

    private var keys: KeyFinder { KeyFinder(vault: vault.vault) }

    @Test("nothing is encrypted on the strength of a grant that is gone, nor passed on")
    func revoked() async throws {
        let vault = vault
        let key = try await vault.createKey()
        let encrypt = KMS.EncryptInput(keyId: key, plaintext: SharedSecret(utf8: "x"))
        let create = KMS.CreateGrantInput(keyId: key, operations: ["Encrypt"], granteePrincipal: vault.userARN("ann"))
        for isEncrypting in [true, false] {
            let made = try await vault.grant(key, to: vault.userARN("ann"), ["Encrypt", "CreateGrant"])
            @Sendable func revoke() async throws {
                try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: made.id))
            }
            let code =
                isEncrypting
                ? try await code(of: Encrypt(keys: keys), encrypt, after: revoke)
                : try await code(of: CreateGrant(keys: keys), create, after: revoke)
            #expect(code == "AccessDeniedException")
            #expect(try vault.event(isEncrypting ? "Encrypt" : "CreateGrant")["errorCode"] == "AccessDenied")
            #expect(try await vault.grants(key).isEmpty)
        }
    }

    @Test("a grant that others retire at the same time isn't retired twice")
    func retired() async throws {
        let vault = vault
        let key = try await vault.createKey()
        let ann = vault.userARN("ann")
        let made = try await vault.grant(key, to: ann, ["RetireGrant"])
        let code = try await code(of: RetireGrant(keys: keys), .init(grantToken: made.token)) {
            try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: made.id))
        }
        #expect(code == "NotFoundException")
    }

    @Test("another grant does as well, and so does what has nothing to do with it")
    func stillAllowed() async throws {
        let vault = vault
        let key = try await vault.createKey()
        let ann = vault.userARN("ann")
        var made: [String] = []
        for _ in 0..<2 { made.append(try await vault.grant(key, to: ann, ["Encrypt"]).id) }
        let encrypt = KMS.EncryptInput(keyId: key, plaintext: SharedSecret(utf8: "x"))
        let gone = made[0]
        #expect(
            try await code(of: Encrypt(keys: keys), encrypt) {
                try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: gone))
            } == nil)
        #expect(
            try await code(of: Encrypt(keys: keys), encrypt) {
                try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
            } == nil)
    }

    @Test("a grant to a key that is disabled in the meantime isn't made")
    func disabled() async throws {
        let vault = vault
        let key = try await vault.createKey()
        try await vault.grant(key, to: vault.userARN("ann"), ["CreateGrant", "Encrypt"])
        let create = KMS.CreateGrantInput(keyId: key, operations: ["Encrypt"], granteePrincipal: vault.userARN("ann"))
        #expect(
            try await code(of: CreateGrant(keys: keys), create) {
                try await vault.call(KMS.DisableKey.self, .init(keyId: key))
            } == "DisabledException")
        #expect(try await vault.grants(key).count == 1)
    }
}
