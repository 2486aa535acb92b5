// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import Testing

@testable import CofferKMS

@Suite("The last page of a list")
struct LastPageTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    @Test("isn't truncated and has no NextMarker, whether or not there is anything in it")
    func marker() async throws {
        let key = try await vault.createKey(.init(tags: [.init(tagKey: "a", tagValue: "b")]))
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        try await vault.grant(key, to: vault.rootARN(), ["Encrypt"], retirer: vault.rootARN())
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        let bare = try await vault.createKey()
        _ = try vault.plainUser("ann")

        func expectEnd(_ name: String, _ marker: String?, _ isTruncated: Bool?) {
            #expect(marker == nil, "\(name)")
            #expect(isTruncated == false, "\(name)")
        }
        let keys = try await vault.call(KMS.ListKeys.self, .init())
        expectEnd("ListKeys", keys.nextMarker, keys.truncated)
        let all = try await vault.call(KMS.ListAliases.self, .init())
        expectEnd("ListAliases", all.nextMarker, all.truncated)
        for id in [key, bare] {
            let aliases = try await vault.call(KMS.ListAliases.self, .init(keyId: id))
            expectEnd("ListAliases", aliases.nextMarker, aliases.truncated)
            let tags = try await vault.call(KMS.ListResourceTags.self, .init(keyId: id))
            expectEnd("ListResourceTags", tags.nextMarker, tags.truncated)
            let grants = try await vault.call(KMS.ListGrants.self, .init(keyId: id))
            expectEnd("ListGrants", grants.nextMarker, grants.truncated)
            let rotations = try await vault.call(KMS.ListKeyRotations.self, .init(keyId: id))
            expectEnd("ListKeyRotations", rotations.nextMarker, rotations.truncated)
            let policies = try await vault.call(KMS.ListKeyPolicies.self, .init(keyId: id))
            expectEnd("ListKeyPolicies", policies.nextMarker, policies.truncated)
        }
        for principal in [vault.rootARN(), vault.userARN("ann")] {
            let retirable = try await vault.call(KMS.ListRetirableGrants.self, .init(retiringPrincipal: principal))
            expectEnd("ListRetirableGrants", retirable.nextMarker, retirable.truncated)
        }
    }
}
