// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

@Suite("Making grants")
struct GrantTests {
    let vault: TestVault
    private let ann: String

    init() throws {
        vault = try TestVault { $0.quotas.grantsPerKey = 3 }
        _ = try vault.plainUser("ann")
        ann = vault.userARN("ann")
    }

    private func refusal(_ input: KMS.CreateGrantInput) async throws -> AWSError {
        try await vault.refusal(KMS.CreateGrant.self, input)
    }

    private func refusal(
        _ key: String, _ operations: [String] = ["Encrypt"], _ constraints: KMS.GrantConstraints? = nil
    ) async throws -> AWSError {
        try await refusal(.init(keyId: key, operations: operations, granteePrincipal: ann, constraints: constraints))
    }

    @Test("a grant is named by 64 hexadecimal digits, listed as it was made, and its token stays out of the trail")
    func made() async throws {
        let key = try await vault.createKey()
        let constraints = KMS.GrantConstraints(encryptionContextSubset: ["app": "bot"])
        let made = try await vault.grant(
            vault.arn(key), to: ann, ["Decrypt", "Encrypt"], constraints, name: "nightly", retirer: vault.rootARN())
        #expect(made.id.utf8.count == 64 && Hex.decode(made.id)?.count == 32)
        #expect((1...8192).contains(made.token.utf8.count))

        let entry = try #require(await vault.grants(key).first)
        #expect(entry.keyId == vault.arn(key) && entry.grantId == made.id && entry.name == "nightly")
        #expect(entry.granteePrincipal == ann && entry.retiringPrincipal == vault.rootARN())
        #expect(entry.issuingAccount == vault.rootARN() && entry.creationDate == vault.clock.now())
        #expect(entry.operations == ["Decrypt", "Encrypt"])
        #expect(entry.constraints?.encryptionContextSubset == ["app": "bot"])
        #expect(entry.constraints?.encryptionContextEquals == nil && entry.constraints?.sourceArn == nil)
        #expect(entry.granteeServicePrincipal == nil && entry.retiringServicePrincipal == nil)

        let event = try vault.event("CreateGrant")
        #expect(event["requestParameters"]?["granteePrincipal"]?.string == ann)
        #expect(event["requestParameters"]?["retiringPrincipal"]?.string == vault.rootARN())
        #expect(event["requestParameters"]?["operations"] == ["Decrypt", "Encrypt"])
        #expect(event["requestParameters"]?["constraints"]?["encryptionContextSubset"]?["app"] == "bot")
        #expect(event["requestParameters"]?["name"] == "nightly")
        #expect(event["responseElements"]?["grantId"]?.string == made.id)
        #expect(event["responseElements"]?["keyId"]?.string == vault.arn(key))
        #expect(event["readOnly"] == false)
        #expect(event["resources"]?.array?.first?["ARN"]?.string == vault.arn(key))

        try await vault.call(KMS.DescribeKey.self, .init(keyId: key, grantTokens: [made.token]))
        try await vault.call(KMS.RetireGrant.self, .init(grantToken: made.token))
        let log = try vault.log()
        #expect(log.count == 5)
        for text in try log.flatMap({ texts(try JSONValue(parsing: $0)) }) {
            #expect(throws: AWSError.invalidGrantToken, "\(text)") { try GrantToken.open(text, vault.vault.keyring) }
        }
    }

    /// All texts in it.
    private func texts(_ value: JSONValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap { texts($0) }
        case .object(let object): object.members.flatMap { texts($0.value) }
        default: []
        }
    }

    @Test("a grant without a name is listed with an empty one")
    func unnamed() async throws {
        let key = try await vault.createKey()
        try await vault.grant(key, to: ann, ["Encrypt"])
        let entry = try #require(await vault.grants(key).first)
        #expect(entry.name == "" && entry.retiringPrincipal == nil && entry.constraints == nil)
    }

    @Test("a grant to a service needs a source and somebody to retire it, and is listed as the service's")
    func service() async throws {
        let key = try await vault.createKey()
        let service = "dynamodb.eu-central-1.amazonaws.com"
        let source = KMS.GrantConstraints(sourceArn: "arn:aws:dynamodb:eu-central-1:111122223333:table/t")
        func input(
            _ constraints: KMS.GrantConstraints?, grantee: String? = nil, retirer: String? = nil
        ) -> KMS.CreateGrantInput {
            .init(
                keyId: key, operations: ["Encrypt"], granteePrincipal: grantee, constraints: constraints,
                granteeServicePrincipal: service, retiringServicePrincipal: retirer)
        }
        for incomplete in [input(nil, retirer: service), input(source), input(source, grantee: ann, retirer: service)] {
            #expect(try await refusal(incomplete).code == "ValidationException")
        }
        try await vault.call(KMS.CreateGrant.self, input(source, retirer: service))
        let entry = try #require(await vault.grants(key).first)
        #expect(entry.granteeServicePrincipal == service && entry.retiringServicePrincipal == service)
        #expect(entry.granteePrincipal == nil && entry.retiringPrincipal == nil)
    }

    @Test("somebody must be named, and once")
    func parties() async throws {
        let key = try await vault.createKey()
        #expect(try await refusal(.init(keyId: key, operations: ["Encrypt"])).code == "ValidationException")
        let twoRetirers = KMS.CreateGrantInput(
            keyId: key, operations: ["Encrypt"], granteePrincipal: ann, retiringPrincipal: ann,
            retiringServicePrincipal: "a.amazonaws.com")
        #expect(try await refusal(twoRetirers).code == "ValidationException")
        #expect(try await refusal(key, []).code == "ValidationException")
        #expect(try await refusal(key, ["ScheduleKeyDeletion"]).code == "ValidationException")
        #expect(try await vault.grants(key).isEmpty)
    }

    @Test("who isn't there, and what is no principal, gets no grant, in AWS's words")
    func principals() async throws {
        let key = try await vault.createKey()
        let role = try vault.role("app")
        let known = [
            ann, vault.roleARN("app"), vault.rootARN(), vault.rootARN(of: try vault.otherAccount()),
            vault.userARN("somebody", in: try vault.otherAccount()),
            "arn:aws:sts::111122223333:assumed-role/\(role.name)/not-yet-there",
            "arn:aws:sts::111122223333:federated-user/carol",
        ]
        let absent = [
            vault.userARN("nobody"), vault.userARN("path/ann"), vault.roleARN("nobody"),
            "arn:aws:sts::111122223333:assumed-role/nobody/one",
        ]
        let malformed = [
            "ann", "arn:aws:iam::111122223333:group/admins", "arn:aws:iam::1:root",
            "arn:aws-cn:iam::111122223333:user/ann",
            "arn:aws:iam:eu-central-1:111122223333:user/ann", "arn:aws:sts::111122223333:assumed-role/app",
            "arn:aws:sts::111122223333:assumed-role/app/", "arn:aws:sts::111122223333:assumed-role/path/app/one",
            "arn:aws:sts::111122223333:federated-user/", "arn:aws:iam::111122223333:root/x", "dynamodb.amazonaws.com",
        ]
        func input(_ name: String, asRetirer: Bool, dryRun: Bool? = nil) -> KMS.CreateGrantInput {
            .init(
                keyId: key, operations: ["Encrypt"], granteePrincipal: asRetirer ? ann : name,
                retiringPrincipal: asRetirer ? name : nil, dryRun: dryRun)
        }
        for asRetirer in [false, true] {
            for name in known {
                #expect(
                    try await refusal(input(name, asRetirer: asRetirer, dryRun: true)).code
                        == "DryRunOperationException")
            }
            for name in absent {
                #expect(
                    try await refusal(input(name, asRetirer: asRetirer))
                        == AWSError("InvalidArnException", "ARN does not refer to a valid principal: \(name)"))
            }
            for name in malformed {
                #expect(
                    try await refusal(input(name, asRetirer: asRetirer))
                        == AWSError("InvalidArnException", "ARN is not valid: \(name)"))
            }
        }
        #expect(try await vault.grants(key).isEmpty)
    }

    @Test("a key is named by its id or ARN; aliases and keys that aren't there are refused")
    func keys() async throws {
        let key = try await vault.createKey()
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        #expect(
            try await refusal("alias/app")
                == AWSError("InvalidArnException", "Key Aliases are not supported for this operation."))
        let missing = UniqueID.uuid()
        #expect(
            try await refusal(missing) == AWSError("NotFoundException", "Key '\(vault.arn(missing))' does not exist"))
    }

    @Test("a disabled key, and one that is about to go, get no grant but may lose them")
    func states() async throws {
        let key = try await vault.createKey()
        let first = try await vault.grant(key, to: ann, ["Encrypt"])
        let second = try await vault.grant(key, to: ann, ["Decrypt", "RetireGrant"])
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        #expect(try await refusal(key) == AWSError("DisabledException", "\(vault.arn(key)) is disabled."))
        #expect(try await vault.grants(key).count == 2)
        try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: first.id))
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: 7))
        #expect(
            try await refusal(key) == AWSError("KMSInvalidStateException", "\(vault.arn(key)) is pending deletion."))
        try await vault.call(KMS.RetireGrant.self, .init(grantToken: second.token))
        #expect(try await vault.grants(key).isEmpty)

        let pending = try await vault.createKey(.init(origin: "EXTERNAL"))
        #expect(
            try await refusal(pending)
                == AWSError("KMSInvalidStateException", "\(vault.arn(pending)) is pending import."))
    }

    @Test("no name, no end: each grant without a name is a new one")
    func noName() async throws {
        let key = try await vault.createKey()
        let first = try await vault.grant(key, to: ann, ["Encrypt"])
        let second = try await vault.grant(key, to: ann, ["Encrypt"])
        #expect(first.id != second.id && first.token != second.token)
    }

    @Test("the same grant of the same name is made once, with a new token each time; another one is another grant")
    func idempotency() async throws {
        let vault = try TestVault()
        _ = try vault.plainUser("ann")
        _ = try vault.plainUser("carl")
        let key = try await vault.createKey()
        let app = KMS.GrantConstraints(encryptionContextEquals: ["app": "bot"])
        let first = try await vault.grant(key, to: ann, ["Encrypt", "Decrypt"], app, name: "n", retirer: ann)
        let again = try await vault.grant(key, to: ann, ["Decrypt", "Encrypt"], app, name: "n", retirer: ann)
        #expect(again.id == first.id && again.token != first.token)
        #expect(try await vault.grants(key).count == 1)

        var others: Set<String> = [first.id]
        let carl = vault.userARN("carl")
        let app2 = KMS.GrantConstraints(encryptionContextSubset: ["app": "bot"])
        for (grantee, operations, constraints, retirer) in [
            (carl, ["Encrypt", "Decrypt"], app, ann), (ann, ["Encrypt"], app, ann),
            (ann, ["Encrypt", "Decrypt"], app2, ann),
            (ann, ["Encrypt", "Decrypt"], app, carl),
        ] {
            let made = try await vault.grant(key, to: grantee, operations, constraints, name: "n", retirer: retirer)
            #expect(others.insert(made.id).inserted)
        }
        let elsewhere = try await vault.createKey()
        #expect(
            try await vault.grant(elsewhere, to: ann, ["Encrypt", "Decrypt"], app, name: "n", retirer: ann).id
                != first.id)

        // Either token retires the one grant, and then the same call makes a new one.
        try await vault.call(KMS.RetireGrant.self, .init(grantToken: again.token))
        let gone = try await vault.refusal(KMS.RetireGrant.self, .init(grantToken: first.token))
        #expect(gone.code == "NotFoundException")
        #expect(
            try await vault.grant(key, to: ann, ["Encrypt", "Decrypt"], app, name: "n", retirer: ann).id != first.id)
    }

    @Test("a user who was made anew isn't the one whom a grant of the same name was for")
    func idempotencyOfNewUser() async throws {
        let key = try await vault.createKey()
        let first = try await vault.grant(key, to: ann, ["Encrypt"], name: "n")
        try await vault.delete(UserRecord.self, "ann")
        _ = try vault.plainUser("ann")
        #expect(try await vault.grant(key, to: ann, ["Encrypt"], name: "n").id != first.id)
    }

    @Test("many who make the same grant at once make one")
    func concurrentIdempotency() async throws {
        let key = try await vault.createKey()
        let ids = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<16 { group.addTask { try await vault.grant(key, to: ann, ["Encrypt"], name: "n").id } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try await vault.grants(key).count == 1)
    }

    @Test("a key has as many grants as its quota says, however they come and go")
    func quota() async throws {
        let key = try await vault.createKey()
        var made: [(id: String, token: String)] = []
        for number in 0..<3 { made.append(try await vault.grant(key, to: ann, ["Encrypt"], name: "n\(number)")) }
        #expect(try await refusal(key).code == "LimitExceededException")
        // One that is there needs no room.
        #expect(try await vault.grant(key, to: ann, ["Encrypt"], name: "n1").id == made[1].id)
        try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: made[0].id))
        try await vault.grant(key, to: ann, ["Decrypt"])
        #expect(try await refusal(key).code == "LimitExceededException")
        try await vault.call(KMS.RetireGrant.self, .init(grantToken: made[1].token))
        try await vault.grant(key, to: ann, ["Decrypt"])
        #expect(try await refusal(key).code == "LimitExceededException")
        #expect(try await vault.grants(key).count == 3)
        // Each key has its own.
        try await vault.grant(try await vault.createKey(), to: ann, ["Encrypt"])
    }

    @Test("a dry run makes nothing")
    func dryRun() async throws {
        let key = try await vault.createKey()
        let input = KMS.CreateGrantInput(keyId: key, operations: ["Encrypt"], granteePrincipal: ann, dryRun: true)
        #expect(
            try await refusal(input)
                == AWSError(
                    "DryRunOperationException", "The request would have succeeded, but the DryRun option is set."))
        #expect(try await vault.grants(key).isEmpty)
        let made = try await vault.grant(key, to: ann, ["Encrypt"], retirer: ann)
        for error in [
            try await vault.refusal(KMS.RevokeGrant.self, .init(keyId: key, grantId: made.id, dryRun: true)),
            try await vault.refusal(KMS.RetireGrant.self, .init(grantToken: made.token, dryRun: true)),
        ] { #expect(error.code == "DryRunOperationException") }
        #expect(try await vault.grants(key).count == 1)
    }
}
