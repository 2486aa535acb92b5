// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// Uses and makes keys' materials. Callers are authorised by then (invariant 2).
struct KeyCrypto: Sendable {
    let vault: Vault

    // MARK: Making

    /// Fresh material for a key, wrapped for its row, and the public key where it is a pair.
    func newMaterial(
        _ spec: KeySpec, for keyID: String, in scope: Scope, at now: Timestamp, rotation: KeyMaterial.Rotation? = nil
    ) -> (material: KeyMaterial, publicKey: [UInt8]?) {
        let id = Hex.encode(UniqueID.bytes(32))
        if let pair = spec.pair {
            let made = PrivateKey.generate(pair)
            return (wrap(made.encoded, id, for: keyID, in: scope, at: now, rotation: rotation), made.publicKey)
        }
        let secret = SharedSecret.random(count: spec.byteCount ?? 32)
        return (wrap(secret, id, for: keyID, in: scope, at: now, rotation: rotation), nil)
    }

    /// Material of a given id, wrapped for its row.
    func wrap(
        _ secret: SharedSecret, _ id: String, for keyID: String, in scope: Scope, at now: Timestamp,
        rotation: KeyMaterial.Rotation? = nil
    ) -> KeyMaterial {
        let wrapped = vault.keyring.wrap(secret, binding: Self.binding(keyID, id, in: scope))
        return KeyMaterial(
            id: id, createdAt: now.milliseconds, rotation: rotation, wrapped: Base64.encode(wrapped.bytes))
    }

    /// The same material for the same key in another Region; without its secret where that is gone.
    func copy(_ material: KeyMaterial, of key: Versioned<KeyRecord>, to scope: Scope) throws -> KeyMaterial {
        guard material.wrapped != nil else { return material }
        let secret = try unwrap(material, of: key.value, in: key.key.scope)
        var copy = material
        copy.wrapped = Base64.encode(
            vault.keyring.wrap(secret, binding: Self.binding(key.value.id, material.id, in: scope)).bytes)
        return copy
    }

    // MARK: Using

    /// Seals under the current material. Returns the blob.
    func seal(_ plaintext: SharedSecret, under key: PreparedKey, context: [String: String]?) throws -> [UInt8] {
        BlobCipher.seal(
            plaintext, material: try currentSecret(of: key), keyID: key.idBytes, materialID: key.currentMaterial,
            context: Self.context(context))
    }

    /// Opens a blob of this key, under whichever of its materials it names.
    ///
    /// - Throws: InvalidCiphertextException, the same for whatever doesn't fit.
    func open(
        _ blob: CiphertextBlob, under key: PreparedKey, context: [String: String]?
    ) throws -> (plaintext: SharedSecret, materialID: String) {
        let id = blob.materialID
        guard blob.keyID == key.idBytes, let stored = key.materials[id], stored.isNeeded, stored.wrapped != nil
        else { throw AWSError.invalidCiphertext }
        let material = try cached(vault.materials, stored, id, of: key) { $0 }
        do {
            return (try BlobCipher.open(blob, material: material, context: Self.context(context)), stored.id)
        } catch {
            throw AWSError.invalidCiphertext
        }
    }

    /// The current material of a key that is plain bytes.
    func currentSecret(of key: PreparedKey) throws -> SharedSecret {
        try cached(vault.materials, try current(key), key.currentMaterial, of: key) { $0 }
    }

    /// The private key of a pair.
    func privateKey(of key: PreparedKey) throws -> PrivateKey {
        guard let pair = key.spec.pair else { throw StoreError.damaged("the key \(key.record.id) is no key pair") }
        return try cached(vault.privateKeys, try current(key), key.currentMaterial, of: key) { encoded in
            do { return try PrivateKey(encoded: encoded, spec: pair) } catch {
                throw StoreError.damaged("the key \(key.record.id) has a private key that can't be read")
            }
        }
    }

    static func parse(_ bytes: [UInt8]) throws -> CiphertextBlob {
        do { return try CiphertextBlob.parse(bytes) } catch { throw AWSError.invalidCiphertext }
    }

    private static func context(_ pairs: [String: String]?) -> EncryptionContext {
        guard let pairs, !pairs.isEmpty else { return .empty }
        return EncryptionContext(pairs)
    }

    private func current(_ key: PreparedKey) throws -> KeyMaterial {
        guard let current = key.materials[key.currentMaterial] else {
            throw StoreError.damaged("the key \(key.record.id) lacks its material")
        }
        return current
    }

    /// The material from the cache, or unwrapped. A change of the key, such as its disabling, makes new entries; the
    /// old ones are found no more and fall out.
    private func cached<Material>(
        _ cache: MaterialCache<Material>, _ stored: KeyMaterial, _ id: [UInt8], of key: PreparedKey,
        _ ready: (SharedSecret) throws -> Material
    ) throws -> Material {
        let name = MaterialName(keyID: key.idBytes, materialID: id, revision: key.stored.revision)
        if let known = cache.material(for: name) { return known }
        let material = try ready(try unwrap(stored, of: key.record, in: key.scope))
        cache.insert(material, for: name)
        return material
    }

    private func unwrap(_ stored: KeyMaterial, of key: KeyRecord, in scope: Scope) throws -> SharedSecret {
        guard let wrapped = stored.wrapped.flatMap({ Base64.decode($0) }) else {
            throw StoreError.damaged("the key \(key.id) has material that can't be read")
        }
        do {
            return try vault.keyring.unwrap(
                WrappedKey(bytes: wrapped), binding: Self.binding(key.id, stored.id, in: scope))
        } catch {
            throw StoreError.damaged("the key \(key.id) has material that can't be unwrapped")
        }
    }

    /// Which row the wrapped material belongs to.
    private static func binding(_ keyID: String, _ materialID: String, in scope: Scope) -> WrapBinding {
        WrapBinding(
            table: KeyRecord.kind.rawValue, rowID: "\(scope.account)/\(scope.region)/\(keyID)/\(materialID)", version: 1
        )
    }
}
