// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import Testing

@testable import CofferKMS

@Suite("ListKeyRotations' entries")
struct RotationEntryTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    @Test("what is told of imported material isn't told of other material, nor a rotation of a key's first")
    func members() async throws {
        let key = try await vault.createKey()
        let first = try await vault.metadata(key).currentKeyMaterialId
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        let second = try await vault.metadata(key).currentKeyMaterialId
        let output = try await vault.call(
            KMS.ListKeyRotations.self, .init(keyId: key, includeKeyMaterial: "ALL_KEY_MATERIAL"))
        #expect(output.nextMarker == nil)
        let entries = try #require(output.rotations)
        #expect(entries.map(\.keyMaterialId) == [first, second])
        #expect(entries.map(\.keyMaterialState) == ["NON_CURRENT", "CURRENT"])
        #expect(entries.map(\.rotationDate) == [nil, vault.clock.now()])
        #expect(entries.map(\.rotationType) == [nil, "ON_DEMAND"])
        for entry in entries {
            #expect(entry.importState == nil)
            #expect(entry.expirationModel == nil)
            #expect(entry.validTo == nil)
            #expect(entry.keyMaterialDescription == nil)
        }
    }
}
