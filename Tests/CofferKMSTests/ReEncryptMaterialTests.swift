// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferKMS

@Suite("The materials that ReEncrypt names")
struct ReEncryptMaterialTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    @Test("the source's is the one that sealed the ciphertext, the destination's its current one")
    func rotated() async throws {
        let (from, to) = (try await vault.createKey(), try await vault.createKey())
        let sealing = try await vault.metadata(from).currentKeyMaterialId
        let blob = try await vault.encrypt("geheim", from)
        for key in [from, to] { try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key)) }
        let current = try await vault.metadata(from).currentKeyMaterialId
        let destination = try await vault.metadata(to).currentKeyMaterialId
        #expect(Set([sealing, current, destination].compactMap { $0 }).count == 3)

        let moved = try await vault.call(KMS.ReEncrypt.self, .init(destinationKeyId: to, ciphertextBlob: blob))
        #expect(moved.sourceKeyMaterialId == sealing)
        #expect(moved.destinationKeyMaterialId == destination)
        let additional = try vault.event("ReEncrypt")["additionalEventData"]
        #expect(additional?["sourceKeyMaterialId"]?.string == sealing)
        #expect(additional?["destinationKeyMaterialId"]?.string == destination)

        let renewed = try await vault.call(KMS.ReEncrypt.self, .init(destinationKeyId: from, ciphertextBlob: blob))
        #expect(renewed.sourceKeyMaterialId == sealing)
        #expect(renewed.destinationKeyMaterialId == current)
    }
}
