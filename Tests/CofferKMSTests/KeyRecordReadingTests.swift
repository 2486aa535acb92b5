// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import Foundation
import Testing

@testable import CofferKMS

/// `KeyRecord.read` must not read anything otherwise than Foundation's decoder, which it stands in for.
@Suite("Reading key records by hand")
struct KeyRecordReadingTests {
    private func encoded(_ record: KeyRecord) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(record))
    }

    private var full: KeyRecord {
        var record = KeyRecord(
            id: "mrk-0123456789abcdef0123456789abcdef", createdAt: 1, description: "é \"quoted\" \u{1F511}\n",
            state: .pendingReplicaDeletion, spec: "SYMMETRIC_DEFAULT", usage: "ENCRYPT_DECRYPT", origin: "EXTERNAL",
            manager: .customer, isMultiRegion: true, policy: "{ }", tags: ["é": "b"],
            aliases: ["alias/a", "alias/b"],
            materials: [
                KeyMaterial(
                    id: "00", createdAt: 2, rotation: .onDemand, wrapped: "AA==", expiresAt: 3, description: "d",
                    pending: .multiRegionImport),
                KeyMaterial(id: "01", createdAt: 4, rotation: nil, wrapped: nil),
            ], currentMaterial: "00")
        record.rotation = .init(periodInDays: 90, nextAt: 5)
        record.deletionDate = 6
        record.publicKey = "AAAA"
        record.multiRegion = .init(primary: "eu-central-1", replicas: ["us-east-1"])
        record.transition = .init(state: .updating, until: .max)
        record.pendingWindowInDays = 7
        return record
    }

    @Test("a record with everything in it, and one with nothing that can be left out, read the same both ways")
    func same() throws {
        var bare = full
        bare.currentMaterial = nil
        bare.rotation = nil
        bare.deletionDate = nil
        bare.publicKey = nil
        bare.multiRegion = nil
        bare.transition = nil
        bare.pendingWindowInDays = nil
        bare.materials = []
        bare.tags = [:]
        bare.aliases = []
        for record in [full, bare] {
            let document = try encoded(record)
            let read = try #require(KeyRecord.read(document))
            let decoded = try JSONDecoder().decode(KeyRecord.self, from: Data(document))
            #expect(try encoded(read) == document)
            #expect(try encoded(decoded) == document)
        }
    }

    @Test("what isn't as it was written is left to the decoder")
    func refused() throws {
        let document = try encoded(full)
        let text = String(decoding: document, as: UTF8.self)
        for (old, new) in [
            ("\"ON_DEMAND\"", "\"SOMETIME\""), ("\"Updating\"", "\"Dreaming\""), ("\"periodInDays\":90", "\"periodInDays\":\"x\""),
            ("\"PENDING_MULTI_REGION_IMPORT_AND_ROTATION\"", "\"X\""), ("\"createdAt\":1,", ""),
        ] {
            let changed = text.replacing(old, with: new)
            #expect(changed != text)
            #expect(KeyRecord.read(Array(changed.utf8)) == nil, "\(new)")
        }
        for count in stride(from: 0, to: document.count, by: 7) { #expect(KeyRecord.read(Array(document[..<count])) == nil) }
    }
}
