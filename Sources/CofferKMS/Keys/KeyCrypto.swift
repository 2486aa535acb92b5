// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// Seals and opens with a key's materials. Callers are authorised by then (invariant 2).
struct KeyCrypto: Sendable {
    let vault: Vault

    /// Fresh material for a key, wrapped for its row.
    func newMaterial(
        for keyID: String, in scope: Scope, at now: Timestamp, rotation: KeyMaterial.Rotation? = nil
    ) -> KeyMaterial {
        let id = Hex.encode(UniqueID.bytes(32))
        let wrapped = vault.keyring.wrap(.random(count: 32), binding: Self.binding(keyID, id, in: scope))
        return KeyMaterial(
            id: id, createdAt: now.milliseconds, rotation: rotation, wrapped: Base64.encode(wrapped.bytes))
    }

    /// Seals under the current material. Returns the blob.
    func seal(_ plaintext: SharedSecret, under key: PreparedKey, context: [String: String]?) throws -> [UInt8] {
        guard let current = key.materials[key.currentMaterial] else {
            throw StoreError.damaged("the key \(key.record.id) lacks its material")
        }
        return BlobCipher.seal(
            plaintext, material: try unwrapped(current, key.currentMaterial, of: key), keyID: key.idBytes,
            materialID: key.currentMaterial, context: Self.context(context))
    }

    /// Opens a blob of this key, under whichever of its materials it names.
    ///
    /// - Throws: InvalidCiphertextException, the same for whatever doesn't fit.
    func open(
        _ blob: CiphertextBlob, under key: PreparedKey, context: [String: String]?
    ) throws -> (plaintext: SharedSecret, materialID: String) {
        let id = blob.materialID
        guard blob.keyID == key.idBytes, let stored = key.materials[id] else { throw AWSError.invalidCiphertext }
        let material = try unwrapped(stored, id, of: key)
        do {
            return (try BlobCipher.open(blob, material: material, context: Self.context(context)), stored.id)
        } catch {
            throw AWSError.invalidCiphertext
        }
    }

    static func parse(_ bytes: [UInt8]) throws -> CiphertextBlob {
        do { return try CiphertextBlob.parse(bytes) } catch { throw AWSError.invalidCiphertext }
    }

    private static func context(_ pairs: [String: String]?) -> EncryptionContext {
        guard let pairs, !pairs.isEmpty else { return .empty }
        return EncryptionContext(pairs)
    }

    /// The material from the cache, or unwrapped. A change of the key, such as its disabling, makes new entries; the
    /// old ones are found no more and fall out.
    private func unwrapped(_ stored: KeyMaterial, _ id: [UInt8], of key: PreparedKey) throws -> SharedSecret {
        let name = MaterialCache.Name(keyID: key.idBytes, materialID: id, revision: key.stored.revision)
        if let known = vault.materials.material(for: name) { return known }
        guard let wrapped = Base64.decode(stored.wrapped) else {
            throw StoreError.damaged("the key \(key.record.id) has material that can't be read")
        }
        let material: SharedSecret
        do {
            material = try vault.keyring.unwrap(
                WrappedKey(bytes: wrapped), binding: Self.binding(key.record.id, stored.id, in: key.scope))
        } catch {
            throw StoreError.damaged("the key \(key.record.id) has material that can't be unwrapped")
        }
        vault.materials.insert(material, for: name)
        return material
    }

    /// Which row the wrapped material belongs to.
    private static func binding(_ keyID: String, _ materialID: String, in scope: Scope) -> WrapBinding {
        WrapBinding(
            table: KeyRecord.kind.rawValue, rowID: "\(scope.account)/\(scope.region)/\(keyID)/\(materialID)", version: 1
        )
    }
}
