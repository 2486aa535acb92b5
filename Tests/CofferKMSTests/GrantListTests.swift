// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

@Suite("Listing grants")
struct GrantListTests {
    let vault: TestVault

    init() throws {
        vault = try TestVault()
        for name in ["ann", "carl"] { _ = try vault.plainUser(name) }
    }

    private func ids(_ grants: [KMS.GrantListEntry]?) -> [String] { (grants ?? []).compactMap(\.grantId) }

    @Test("a key's grants, page by page, each once, and a marker for that list alone")
    func pages() async throws {
        let key = try await vault.createKey()
        let elsewhere = try await vault.createKey()
        var made: Set<String> = []
        for number in 0..<7 {
            made.insert(try await vault.grant(key, to: vault.userARN(number < 5 ? "ann" : "carl"), ["Encrypt"]).id)
        }
        try await vault.grant(elsewhere, to: vault.userARN("ann"), ["Encrypt"])
        var seen: [String] = []
        var marker: String?
        repeat {
            let page = try await vault.call(KMS.ListGrants.self, .init(keyId: key, limit: 3, marker: marker))
            #expect(ids(page.grants).count == (seen.count == 6 ? 1 : 3))
            #expect(page.truncated == (page.nextMarker != nil))
            seen += ids(page.grants)
            marker = page.nextMarker
            guard let marker else { continue }
            for other: KMS.ListGrantsInput in [
                .init(keyId: elsewhere, limit: 3, marker: marker), .init(keyId: key, marker: marker, grantId: seen[0]),
                .init(keyId: key, marker: marker, granteePrincipal: vault.userARN("ann")),
                .init(keyId: key, marker: marker + "A"),
            ] {
                #expect(try await vault.refusal(KMS.ListGrants.self, other).code == "InvalidMarkerException")
            }
            let retirable = KMS.ListRetirableGrantsInput(marker: marker, retiringPrincipal: vault.userARN("ann"))
            #expect(try await vault.refusal(KMS.ListRetirableGrants.self, retirable).code == "InvalidMarkerException")
        } while marker != nil
        #expect(seen.count == 7 && Set(seen) == made)
        #expect(
            try await vault.refusal(KMS.ListGrants.self, .init(keyId: key, limit: 101)).code == "ValidationException")
        #expect(try await vault.refusal(KMS.ListGrants.self, .init(keyId: key, limit: 0)).code == "ValidationException")
    }

    @Test("fifty to a page where nobody says how many")
    func usual() async throws {
        let key = try await vault.createKey()
        for _ in 0..<51 {
            try await vault.grant(key, to: vault.userARN("ann"), ["Encrypt"], retirer: vault.userARN("ann"))
        }
        #expect(try await vault.grants(key).count == 50)
        let whole = try await vault.call(KMS.ListGrants.self, .init(keyId: key, limit: 100))
        #expect(whole.grants?.count == 51 && whole.truncated == false)
        let retirable = try await vault.call(
            KMS.ListRetirableGrants.self, .init(retiringPrincipal: vault.userARN("ann")))
        #expect(retirable.grants?.count == 50 && retirable.truncated == true)
    }

    @Test("by id and by grantee")
    func filters() async throws {
        let key = try await vault.createKey()
        let elsewhere = try await vault.createKey()
        let (ann, carl) = (vault.userARN("ann"), vault.userARN("carl"))
        let first = try await vault.grant(key, to: ann, ["Encrypt"])
        let second = try await vault.grant(key, to: carl, ["Encrypt"])
        let third = try await vault.grant(elsewhere, to: ann, ["Encrypt"])
        func list(_ input: KMS.ListGrantsInput) async throws -> [String] {
            ids(try await vault.call(KMS.ListGrants.self, input).grants)
        }
        #expect(try await list(.init(keyId: key, granteePrincipal: ann)) == [first.id])
        #expect(try await list(.init(keyId: key, grantId: second.id)) == [second.id])
        #expect(try await list(.init(keyId: key, grantId: second.id, granteePrincipal: carl)) == [second.id])
        #expect(try await list(.init(keyId: key, grantId: second.id, granteePrincipal: ann)).isEmpty)
        #expect(try await list(.init(keyId: key, grantId: third.id)).isEmpty)
        #expect(try await list(.init(keyId: key, granteePrincipal: vault.rootARN())).isEmpty)
        let nobody = vault.userARN("nobody")
        #expect(
            try await vault.refusal(KMS.ListGrants.self, .init(keyId: key, granteePrincipal: nobody))
                == AWSError("InvalidArnException", "ARN does not refer to a valid principal: \(nobody)"))
        let both = KMS.ListGrantsInput(keyId: key, granteePrincipal: ann, granteeServicePrincipal: "a.amazonaws.com")
        #expect(try await vault.refusal(KMS.ListGrants.self, both).code == "ValidationException")
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        #expect(try await vault.refusal(KMS.ListGrants.self, .init(keyId: "alias/app")).code == "InvalidArnException")
    }

    @Test("who may retire which grants, in this Region and in whatever account their keys are")
    func retirable() async throws {
        let other = try vault.otherAccount()
        let ann = vault.userARN("ann")
        let keys = [try await vault.createKey(), try await vault.createKey()]
        let stranger = try vault.owner(of: other)
        let theirKey = try await vault.createKey(as: stranger)
        var made: Set<String> = []
        for key in keys { made.insert(try await vault.grant(key, to: vault.rootARN(), ["Encrypt"], retirer: ann).id) }
        made.insert(try await vault.grant(theirKey, to: vault.rootARN(), ["Encrypt"], retirer: ann, as: stranger).id)
        try await vault.grant(keys[0], to: ann, ["Encrypt", "RetireGrant"], retirer: vault.userARN("carl"))
        try await vault.grant(keys[0], to: ann, ["Encrypt", "RetireGrant"])
        let there = try await vault.call(KMS.CreateKey.self, .init(), region: "eu-west-1").keyMetadata?.keyId
        try await vault.call(
            KMS.CreateGrant.self,
            .init(
                keyId: try #require(there), operations: ["Encrypt"], granteePrincipal: vault.rootARN(),
                retiringPrincipal: ann), region: "eu-west-1")

        var seen: [String] = []
        var marker: String?
        repeat {
            let page = try await vault.call(
                KMS.ListRetirableGrants.self, .init(limit: 1, marker: marker, retiringPrincipal: ann))
            #expect(page.truncated == (page.nextMarker != nil))
            seen += ids(page.grants)
            marker = page.nextMarker
            guard let marker else { continue }
            let elsewhere = KMS.ListRetirableGrantsInput(marker: marker, retiringPrincipal: vault.userARN("carl"))
            #expect(try await vault.refusal(KMS.ListRetirableGrants.self, elsewhere).code == "InvalidMarkerException")
        } while marker != nil
        #expect(seen.count == 3 && Set(seen) == made)
        let entries = try await vault.call(KMS.ListRetirableGrants.self, .init(retiringPrincipal: ann)).grants ?? []
        #expect(
            Set(entries.compactMap(\.keyId))
                == Set(keys.map { vault.arn($0) } + ["arn:aws:kms:eu-central-1:\(other):key/\(theirKey)"]))
        #expect(try vault.event("ListRetirableGrants")["requestParameters"]?["retiringPrincipal"]?.string == ann)
    }

    @Test("only the own account's principals, one at a time")
    func whose() async throws {
        let foreign = vault.userARN("bob", in: try vault.otherAccount())
        #expect(
            try await vault.refusal(KMS.ListRetirableGrants.self, .init(retiringPrincipal: foreign)).code
                == "InvalidArnException")
        let nobody = vault.userARN("nobody")
        #expect(
            try await vault.refusal(KMS.ListRetirableGrants.self, .init(retiringPrincipal: nobody))
                == AWSError("InvalidArnException", "ARN does not refer to a valid principal: \(nobody)"))
        let service = "a.amazonaws.com"
        for input: KMS.ListRetirableGrantsInput in [
            .init(), .init(retiringServicePrincipal: service),
            .init(retiringPrincipal: vault.userARN("ann"), retiringServicePrincipal: service),
        ] { #expect(try await vault.refusal(KMS.ListRetirableGrants.self, input).code == "ValidationException") }
    }

    @Test("a policy says whose retirable grants somebody may see, by the principal and not by a key")
    func authorization() async throws {
        func user(_ name: String, _ statements: String) throws -> Credentials {
            try vault.user(name, policy: #"{"Statement":[\#(statements)]}"#)
        }
        func statement(_ effect: String, _ resource: String) -> String {
            #"{"Effect":"\#(effect)","Action":"kms:ListRetirableGrants","Resource":"\#(resource)"}"#
        }
        let (ann, carl) = (vault.userARN("ann"), vault.userARN("carl"))
        func mayList(_ name: String, _ caller: Credentials) async throws -> Bool {
            try await vault.code(KMS.ListRetirableGrants.self, .init(retiringPrincipal: name), as: caller) == nil
        }
        let one = try user("one", statement("Allow", ann))
        let allButOne = try user("allButOne", statement("Allow", "*") + "," + statement("Deny", ann))
        #expect(try await mayList(ann, one))
        #expect(try await !mayList(carl, one))
        #expect(try await !mayList(ann, allButOne))
        #expect(try await mayList(carl, allButOne))
        #expect(try await !mayList(carl, vault.plainUser("plain")))
    }

    @Test("a key takes its grants with it when it goes")
    func destroyed() async throws {
        let key = try await vault.createKey()
        let ann = vault.userARN("ann")
        let made = try await vault.grant(key, to: ann, ["Encrypt"], retirer: ann)
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: 7))
        vault.clock.advance(.days(8))
        // Before the sweep as after it nobody can use the grant.
        for isSwept in [false, true] {
            if isSwept { #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 1) }
            #expect(
                try await vault.refusal(KMS.RetireGrant.self, .init(grantToken: made.token)).code == "NotFoundException"
            )
        }
        let listed = try await vault.call(KMS.ListRetirableGrants.self, .init(retiringPrincipal: ann))
        #expect(listed.grants?.isEmpty == true)
    }
}
