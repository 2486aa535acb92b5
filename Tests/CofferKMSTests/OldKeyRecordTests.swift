// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import Testing

@testable import CofferCrypto
@testable import CofferKMS

/// INVARIANT 10: old formats open for ever. This is what the first version of the vault wrote, which knew symmetric keys of
/// one Region only: a key with a tag and an alias, rotated on demand once, due to rotate by itself each 90 days. It must
/// never be changed; a new version adds its own.
@Suite("Keys that the first version wrote")
struct OldKeyRecordTests {
    let vault: TestVault

    static let id = "b8433ddd-4ce5-4116-909c-d8dd5047555e"
    static let materials = [
        "2af2da6282a9abd65a8a8d7808d9a88c314e2944dae39c12388ad9b823149762",
        "1d2abc4ce1601b6b5e1614cc0cc3142d1fd8b4a825ef477f0cf85c12110d924d",
    ]
    static let document = #"""
        {"aliases":["alias/app"],"createdAt":1795435200000,\#
        "currentMaterial":"1d2abc4ce1601b6b5e1614cc0cc3142d1fd8b4a825ef477f0cf85c12110d924d",\#
        "description":"Schlüssel","id":"b8433ddd-4ce5-4116-909c-d8dd5047555e","isMultiRegion":false,"manager":"CUSTOMER",\#
        "materials":[{"createdAt":1795435200000,\#
        "id":"2af2da6282a9abd65a8a8d7808d9a88c314e2944dae39c12388ad9b823149762",\#
        "wrapped":"AQAAAAHJlyJOw3EPHyywKWCZriKREYeFSyz2VxZykrHNVZRlVspfWtO4L9HbNvc6GznGes0tkvlH29Gpz+4R/tX3IgbTm8l4UbOxkyw\#
        fGfSM"},{"createdAt":1795435200000,\#
        "id":"1d2abc4ce1601b6b5e1614cc0cc3142d1fd8b4a825ef477f0cf85c12110d924d","rotation":"ON_DEMAND",\#
        "wrapped":"AQAAAAFPsxGGVqqveVW44buln/RsssKoIhusSzy30OAtkt5xYOdnQuw8Rxd2f0Uhy6KTSU4NrI+wwAfiZEhqiw44YXPR6lH87YZXzOW\#
        x6jKd"}],"origin":"AWS_KMS","policy":"{\n  \"Version\" : \"2012-10-17\",\n  \"Id\" : \"key-default-1\",\n  \#
        \"Statement\" : [ {\n    \"Sid\" : \"Enable IAM User Permissions\",\n    \"Effect\" : \"Allow\",\n    \#
        \"Principal\" : {\n      \"AWS\" : \"arn:aws:iam::111122223333:root\"\n    },\n    \"Action\" : \"kms:*\",\n    \#
        \"Resource\" : \"*\"\n  } ]\n}","rotation":{"nextAt":1803211200000,"periodInDays":90},"spec":"SYMMETRIC_DEFAULT",\#
        "state":"Enabled","tags":["app","bot"],"usage":"ENCRYPT_DECRYPT"}
        """#
    static let alias =
        #"{"createdAt":1795435200000,"id":"alias/app","target":"b8433ddd-4ce5-4116-909c-d8dd5047555e","#
        + #""updatedAt":1795435200000}"#
    /// Sealed under the first material with the context app=bot, and under the second without one.
    static let first =
        "CofferCTAQEAuEM93UzlQRaQnNjdUEdVXiry2mKCqavWWoqNeAjZqIwxTilE2uOcEjiK2bgjFJdiAvUx8OyL+dsxG9WTfxM+1j4Y6lUD6x2I"
        + "KnYgTAmLWLIjDUXMs6BMnueWS15MVbebGfRnG7fu8PDmpsvgTxX2q2Qu2Na7t2wzdXLiu6inBQ=="
    static let second =
        "CofferCTAQEAuEM93UzlQRaQnNjdUEdVXh0qvEzhYBtrXhYUzAzDFC0f2LSoJe9Hfwz4XBIRDZJNBCHKFCYDxlMIGoRElta+DDJchJkMRNd3"
        + "0xRlsUptwtGyAG33TuD/5QwYA72DnIBgKwEVDymD3UKM9eoG8WSk3Fdv2kKDn395D+ikFE2o+g=="
    static let epoch =
        "01000000017346ec36b10edc49020feb2afa7b147459e7f70c68cf74c43f5f606ce0c749f568f70992f5bc122807d171668bdf234c1178"
        + "e680c49f5dab9038f1ac34c93ae16ace4c75ff86fd6d09d83ea3"

    init() throws {
        let root = try #require(RootKey(SharedSecret(copying: Array(0..<32))))
        let epoch = EpochKey(id: 1, wrapped: try #require(Hex.decode(Self.epoch)))
        vault = try TestVault(keyring: try Keyring(root: root, epochs: [epoch]))
    }

    private func plant(_ document: String, _ indexes: [IndexEntry]) throws {
        let scope = vault.scope
        try vault.vault.store.write { writer in
            try writer.put(
                KeyRecord.key(Self.id, in: scope), document: Array(document.utf8), indexes: indexes, expecting: nil)
            try writer.put(
                AliasRecord.key("alias/app", in: scope), document: Array(Self.alias.utf8),
                indexes: [IndexEntry(name: "target", value: Self.id)], expecting: nil)
        }
    }

    private func plantEnabled() throws {
        try plant(Self.document, [IndexEntry(name: "rotation", value: "0001803211200000")])
    }

    @Test("such a key tells of itself what it told then, and opens what it sealed then")
    func opens() async throws {
        try plantEnabled()
        let metadata = try await vault.metadata(Self.id)
        #expect(metadata.description == "Schl\u{fc}ssel")
        #expect(metadata.keyState == "Enabled")
        #expect(metadata.keySpec == "SYMMETRIC_DEFAULT")
        #expect(metadata.origin == "AWS_KMS")
        #expect(metadata.multiRegion == false)
        #expect(metadata.multiRegionConfiguration == nil)
        #expect(metadata.expirationModel == nil)
        #expect(metadata.currentKeyMaterialId == Self.materials[1])
        for (blob, context, text, material) in [
            (Self.first, ["app": "bot"], "alt", Self.materials[0]), (Self.second, nil, "neu", Self.materials[1]),
        ] {
            let sealed = try #require(Base64.decode(blob))
            let output = try await vault.call(
                KMS.Decrypt.self, .init(ciphertextBlob: sealed, encryptionContext: context))
            #expect(output.plaintext?.withText { $0 } == text)
            #expect(output.keyMaterialId == material)
        }
        let listed = try await vault.materials(Self.id)
        #expect(listed.map(\.keyMaterialId) == Self.materials)
        #expect(listed.map(\.keyMaterialState) == ["NON_CURRENT", "CURRENT"])
        #expect(listed.map(\.rotationType) == [nil, "ON_DEMAND"])
        #expect(listed.map(\.importState) == [nil, nil])
        let tags = try await vault.call(KMS.ListResourceTags.self, .init(keyId: Self.id)).tags
        #expect(tags?.map(\.tagKey) == ["app"])
        #expect(tags?.map(\.tagValue) == ["bot"])
    }

    @Test("such a key goes on: by its alias, with its schedule, until it is deleted")
    func goesOn() async throws {
        try plantEnabled()
        let blob = try await vault.encrypt("heute", "alias/app")
        let status = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: Self.id))
        #expect(status.rotationPeriodInDays == 90)
        #expect(status.nextRotationDate == Timestamp(milliseconds: 1_803_211_200_000))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 0)
        vault.clock.advance(.days(90))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 1)
        #expect(try await vault.materials(Self.id).count == 3)
        #expect(try await vault.decrypt(blob) == "heute")
        #expect(try await vault.decrypt(#require(Base64.decode(Self.second))) == "neu")
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: Self.id, pendingWindowInDays: 7))
        vault.clock.advance(.days(7))
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 1)
        #expect(try await vault.call(KMS.ListAliases.self, .init()).aliases?.isEmpty == true)
    }

    @Test("such a key that waits for its deletion still does")
    func waits() async throws {
        let document = Self.document.replacing(
            #""state":"Enabled""#, with: #""deletionDate":1796040000000,"state":"PendingDeletion""#)
        try plant(document, [IndexEntry(name: "deletion", value: "0001796040000000")])
        let metadata = try await vault.metadata(Self.id)
        #expect(metadata.keyState == "PendingDeletion")
        #expect(metadata.deletionDate == vault.clock.now() + .days(7))
        vault.clock.advance(.days(7))
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 1)
    }
}
