// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferPipeline
import CofferStore
import CofferTesting
import Testing

@testable import CofferKMS

/// Any state, any operation, any policies: a call is carried out where the policies or a grant allow it and the state
/// does; where they don't allow it, that is all that is said.
@Suite("State, operation and policy together")
struct AccessPropertyTests {
    /// What the caller's own policy says of the action.
    private enum Identity: CaseIterable {
        case nothing, theAction, everything, anotherAction, deny, everythingButTheAction
    }
    /// What the key policy says.
    private enum KeyPolicy: CaseIterable {
        case namesNobody, account, bothAccounts, caller, callerForAnother, accountButDeniesCaller,
            callerButDeniesEverybody
    }
    private enum Grant: CaseIterable { case none, theAction, anotherAction, callersAccount }

    private struct Round {
        var trial: AccessTrial
        var state: KeyState
        var identity: Identity
        var keyPolicy: KeyPolicy
        var grant: Grant
        var isForeign: Bool

        init(_ random: inout SeededRandom) {
            trial = random.pick(AccessTrial.all)
            state = random.chance(40) ? .enabled : random.pick(AccessTrial.states)
            identity = random.pick(Identity.allCases)
            keyPolicy = random.pick(KeyPolicy.allCases)
            grant = trial.isGrantable ? random.pick(Grant.allCases) : .none
            isForeign = random.chance(25)
        }

        /// The rules as the developer guide has them, one after the other.
        var isAllowed: Bool {
            if identity == .deny || identity == .everythingButTheAction { return false }
            if keyPolicy == .accountButDeniesCaller || keyPolicy == .callerButDeniesEverybody { return false }
            let own = identity == .theAction || identity == .everything
            if isForeign {
                guard trial.isForeign, own else { return false }
                return keyPolicy == .bothAccounts || keyPolicy == .caller || grant == .theAction
                    || grant == .callersAccount
            }
            if keyPolicy == .caller || grant == .theAction { return true }
            guard own else { return false }
            return keyPolicy == .account || keyPolicy == .bothAccounts || grant == .callersAccount
        }
    }

    private let vault: TestVault
    private let other: AccountID

    init() throws {
        vault = try TestVault()
        other = try vault.otherAccount()
    }

    private func identityPolicy(_ round: Round) -> String {
        let action = "kms:\(round.trial.name)"
        return switch round.identity {
        case .nothing: Policy.allow("s3:*")
        case .theAction: Policy.allow(action)
        case .everything: Policy.allow("kms:*")
        case .anotherAction: Policy.allow("kms:ListKeys")
        case .deny: Policy.deny(action)
        case .everythingButTheAction: Policy.allow("kms:*", deny: action)
        }
    }

    private func keyPolicy(_ round: Round, callerARN: String) -> String {
        func statement(_ effect: String, _ principals: [String], _ action: String = "kms:*") -> String {
            let names = principals.map { "\"\($0)\"" }.joined(separator: ",")
            return #"{"Effect":"\#(effect)","Principal":{"AWS":[\#(names)]},"Action":"\#(action)","Resource":"*"}"#
        }
        let action = "kms:\(round.trial.name)"
        let (here, there) = (vault.rootARN(), vault.rootARN(of: other))
        let statements =
            switch round.keyPolicy {
            case .namesNobody: [statement("Allow", [vault.userARN("zed")])]
            case .account: [statement("Allow", [here])]
            case .bothAccounts: [statement("Allow", [here, there])]
            case .caller: [statement("Allow", [callerARN], action)]
            case .callerForAnother: [statement("Allow", [callerARN], "kms:ListKeyPolicies")]
            case .accountButDeniesCaller: [statement("Allow", [here, there]), statement("Deny", [callerARN], action)]
            case .callerButDeniesEverybody: [statement("Allow", [callerARN]), statement("Deny", ["*"], action)]
            }
        return #"{"Statement":[\#(statements.joined(separator: ","))]}"#
    }

    private func prepare(_ round: Round, _ key: String, _ number: Int) async throws {
        let scope = vault.scope
        let account = round.isForeign ? other : vault.account
        let arn = vault.userARN("caller", in: account)
        let (identity, policy) = (identityPolicy(round), keyPolicy(round, callerARN: arn))
        let another = round.trial.name == "DescribeKey" ? "RetireGrant" : "DescribeKey"
        let operations = round.grant == .anotherAction ? [another] : [round.trial.name]
        let grantee = round.grant == .callersAccount ? vault.rootARN(of: account) : arn
        let issuer = vault.rootARN()
        let grant =
            round.grant == .none
            ? nil
            : GrantRecord(
                id: "\(number)", keyID: key, region: scope.region.description, name: nil, createdAt: 0,
                grantee: GrantPrincipal(name: grantee, isService: false, uniqueID: nil), retirer: nil, issuer: issuer,
                operations: operations + (round.trial.name == "CreateGrant" ? ["GenerateDataKey"] : []),
                constraints: nil)
        try await vault.change { writer in
            let home = Scope(account: account, region: .global(.aws))
            if var user = try writer.load(UserRecord.self, "caller", in: home) {
                user.value.policies = ["inline": identity]
                try writer.update(user)
            }
            for old in try writer.list(GrantRecord.self, in: scope, after: nil, limit: 10) { try writer.remove(old) }
            if let grant { try writer.insert(grant, in: scope) }
        }
        let state = round.state
        try await vault.changeKey(key) { record in
            record.state = state
            record.deletionDate = nil
            record.policy = policy
        }
    }

    @Test("what the policies, the grants and the state say is what happens, and strangers learn nothing of the state")
    func together() async throws {
        let keys: [AccessTrial.Kind: String] = [
            .symmetric: try await vault.createKey(),
            .mac: try await vault.createKey(.init(keyUsage: "GENERATE_VERIFY_MAC", keySpec: "HMAC_256")),
            .pair: try await vault.createKey(.init(keyUsage: "SIGN_VERIFY", keySpec: "ECC_NIST_P256")),
        ]
        let symmetric = try #require(keys[.symmetric])
        let mac = try await vault.call(
            KMS.GenerateMac.self,
            .init(
                message: SharedSecret(utf8: "geheim"), keyId: try #require(keys[.mac]), macAlgorithm: "HMAC_SHA_256"))
        let blobs = TestBlobs(
            ciphertext: try await vault.encrypt("geheim", symmetric), mac: try #require(mac.mac))
        _ = try vault.plainUser("zed")
        let callers = [
            false: try vault.plainUser("caller"), true: try vault.plainUser("caller", in: other),
        ]

        var random = SeededRandom(seed: 64)
        var (done, refusedByState, refusedByPolicy, secretStates) = (0, 0, 0, 0)
        for number in 0..<900 {
            let round = Round(&random)
            guard let isCarriedOut = round.trial.isCarriedOut(in: round.state) else { continue }
            let key = try #require(keys[round.trial.kind])
            try await prepare(round, key, number)
            let caller = try #require(callers[round.isForeign])
            let error = try await round.trial.code(vault, vault.arn(key), blobs, caller)
            let what = Comment(rawValue: "\(number): \(round) \(error.map { "\($0)" } ?? "done")")
            if !round.isAllowed {
                refusedByPolicy += 1
                #expect(error?.code == "AccessDeniedException", what)
                if isCarriedOut { continue }
                secretStates += 1
                try await vault.changeKey(key) { $0.state = .enabled }
                #expect(try await round.trial.code(vault, vault.arn(key), blobs, caller) == error, what)
            } else if isCarriedOut {
                done += 1
                #expect(error == nil, what)
            } else {
                refusedByState += 1
                #expect(error == round.trial.refusal(round.state, vault.arn(key)), what)
            }
        }
        #expect(done > 100 && refusedByState > 40 && refusedByPolicy > 200 && secretStates > 60)
    }
}
