// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import CofferPipeline
import Testing

@testable import CofferKMS

/// A kind of key, as the API names it.
struct KeyKind: Sendable, Hashable, CustomTestStringConvertible {
    var spec = "SYMMETRIC_DEFAULT"
    var usage = "ENCRYPT_DECRYPT"
    /// With imported material.
    var isExternal = false
    /// A primary key, as yet without replicas.
    var isMultiRegion = false

    static let symmetric = KeyKind()
    static let external = KeyKind(isExternal: true)
    static let multiRegion = KeyKind(isMultiRegion: true)
    static let hmac = KeyKind(spec: "HMAC_256", usage: "GENERATE_VERIFY_MAC")
    static let rsa = KeyKind(spec: "RSA_2048")
    static let rsaSigning = KeyKind(spec: "RSA_2048", usage: "SIGN_VERIFY")
    static let signing = KeyKind(spec: "ECC_NIST_P256", usage: "SIGN_VERIFY")
    static let agreement = KeyKind(spec: "ECC_NIST_P256", usage: "KEY_AGREEMENT")
    static let encapsulation = KeyKind(spec: "ML_KEM_768", usage: "ENCAPSULATE_DECAPSULATE")

    var testDescription: String {
        "\(spec) \(usage)" + (isExternal ? " EXTERNAL" : "") + (isMultiRegion ? " multi-Region" : "")
    }

    /// AWS takes no material for the others.
    var isImportable: Bool { !spec.hasPrefix("ML_") }
}

/// RSA pairs take long to make, so the tests share one of each length.
enum SharedPairs {
    private static let rsa2048 = PrivateKey.generate(.rsa2048)
    private static let rsa3072 = PrivateKey.generate(.rsa3072)
    private static let rsa4096 = PrivateKey.generate(.rsa4096)

    static func pair(_ spec: KeyPairSpec) -> (encoded: SharedSecret, publicKey: [UInt8]) {
        switch spec {
        case .rsa2048: rsa2048
        case .rsa3072: rsa3072
        case .rsa4096: rsa4096
        default: PrivateKey.generate(spec)
        }
    }
}

extension TestVault {
    /// The material of every key of plain bytes that `makeKey` makes with imported material.
    static func importedBytes(_ count: Int) -> SharedSecret {
        SharedSecret(copying: [UInt8](repeating: 7, count: count))
    }

    /// A usable key of that kind. RSA keys and imported material are put straight into the record.
    func makeKey(_ kind: KeyKind) async throws -> String {
        let spec = try #require(KeySpec(kind.spec))
        let isRSA = spec.pair.map { $0.modulusBits > 0 } ?? false
        guard kind.isExternal || isRSA else {
            return try await createKey(
                .init(keyUsage: kind.usage, keySpec: kind.spec, multiRegion: kind.isMultiRegion))
        }
        let key = try await createKey(
            .init(keyUsage: kind.usage, keySpec: kind.spec, origin: "EXTERNAL", multiRegion: kind.isMultiRegion))
        let made = spec.pair.map { SharedPairs.pair($0) }
        let secret = made?.encoded ?? Self.importedBytes(spec.byteCount ?? 0)
        try await give(secret, publicKey: made?.publicKey, to: key)
        if !kind.isExternal { try await setOrigin("AWS_KMS", of: key) }
        return key
    }

    private func give(_ secret: SharedSecret, publicKey: [UInt8]?, to key: String) async throws {
        let named = publicKey.map { SharedSecret(copying: $0) } ?? secret
        let id = Hex.encode(ImportedMaterialID.bytes(of: named, keyID: key, keyring: vault.keyring))
        let material = KeyCrypto(vault: vault).wrap(secret, id, for: key, in: scope, at: clock.now())
        try await rewrite(key) {
            $0.materials = [material]
            $0.currentMaterial = id
            $0.publicKey = publicKey.map { Base64.encode($0) }
        }
    }

    /// An origin is for ever, so the key is made anew.
    private func setOrigin(_ origin: String, of key: String) async throws {
        let stored = try #require(try vault.load(KeyRecord.self, key, in: scope))
        let old = stored.value
        var new = KeyRecord(
            id: old.id, createdAt: old.createdAt, description: old.description, state: old.state, spec: old.spec,
            usage: old.usage, origin: origin, manager: old.manager, isMultiRegion: old.isMultiRegion,
            policy: old.policy, tags: old.tags, aliases: old.aliases, materials: old.materials,
            currentMaterial: old.currentMaterial)
        new.publicKey = old.publicKey
        new.multiRegion = old.multiRegion
        let record = new
        try await rewrite(key) { $0 = record }
    }

    /// Changes a key's record behind the API's back.
    func rewrite(_ key: String, _ change: @Sendable (inout KeyRecord) -> Void) async throws {
        var stored = try #require(try vault.load(KeyRecord.self, key, in: scope))
        change(&stored.value)
        let changed = stored
        try await vault.commits.submit(
            .init(
                preconditions: [], epoch: vault.epoch,
                effect: { writer in
                    try writer.update(changed)
                    return []
                }))
    }

    /// Brings a key into a state the way that its owner would, and by its record where there is no such way here.
    func put(_ key: String, into state: KeyState) async throws {
        let hour = (clock.now() + .seconds(3600)).milliseconds
        switch state {
        case .enabled: break
        case .disabled: try await call(KMS.DisableKey.self, .init(keyId: key))
        case .pendingDeletion:
            let record = try #require(try vault.load(KeyRecord.self, key, in: scope)).value
            guard record.multiRegion?.replicas.isEmpty == false else {
                try await call(KMS.ScheduleKeyDeletion.self, .init(keyId: key))
                break
            }
            let date = (clock.now() + .days(30)).milliseconds
            try await rewrite(key) {
                $0.state = .pendingDeletion
                $0.deletionDate = date
            }
        case .pendingReplicaDeletion:
            let record = try #require(try vault.load(KeyRecord.self, key, in: scope)).value
            if record.multiRegion?.replicas.isEmpty != false {
                try await call(KMS.ReplicateKey.self, .init(keyId: key, replicaRegion: "eu-west-3"))
            }
            try await call(KMS.ScheduleKeyDeletion.self, .init(keyId: key))
        case .pendingImport: try await call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key))
        case .creating, .updating: try await rewrite(key) { $0.transition = .init(state: state, until: hour) }
        case .unavailable: try await rewrite(key) { $0.state = state }
        }
        #expect(try await call(KMS.DescribeKey.self, .init(keyId: key)).keyMetadata?.keyState == state.rawValue)
    }

    /// The error that a call ends with; nil where it succeeds.
    func outcome(_ call: () async throws -> Void) async throws -> AWSError? {
        do {
            try await call()
            return nil
        } catch let error as AWSError {
            return error
        }
    }

    func publicKey(_ key: String) async throws -> [UInt8] {
        try #require(await call(KMS.GetPublicKey.self, .init(keyId: key)).publicKey)
    }
}
