internal import CSodium
// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Seals and opens ciphertext blobs under a key's material.
///
/// `K ‖ C = KBKDF(material, "coffer/kms/enc/v1", key id ‖ material id ‖ N)`, with a random N of 128 bits: each blob has
/// a key of its own, so there is no limit of messages for a material, and C commits the blob to that key. The
/// additional data of AES-256-GCM is the whole header, C included, and then the context's canonical bytes. The header
/// has a fixed length, so the two can't be mistaken for each other.
public enum BlobCipher {
    private static let label = "coffer/kms/enc/v1"

    public static func seal(
        _ plaintext: SharedSecret, material: SharedSecret, keyID: [UInt8], materialID: [UInt8],
        context: EncryptionContext
    ) -> [UInt8] {
        plaintext.withUnsafeBytes {
            seal($0, material: material, keyID: keyID, materialID: materialID, context: context)
        }
    }

    /// A whole blob. `keyID` has 16 bytes and `materialID` 32.
    public static func seal(
        _ plaintext: UnsafeRawBufferPointer, material: SharedSecret, keyID: [UInt8], materialID: [UInt8],
        context: EncryptionContext
    ) -> [UInt8] {
        seal(
            plaintext, material: material, keyID: keyID, materialID: materialID, context: context,
            random: UniqueID.bytes(CiphertextBlob.Place.nonce.count + AEAD.ivCount))
    }

    /// With N and the IV given, for the test that old blobs open for ever.
    static func seal(
        _ plaintext: UnsafeRawBufferPointer, material: SharedSecret, keyID: [UInt8], materialID: [UInt8],
        context: EncryptionContext, random: [UInt8]
    ) -> [UInt8] {
        typealias Place = CiphertextBlob.Place
        precondition(keyID.count == Place.keyID.count, "a key id has 16 bytes")
        precondition(materialID.count == Place.materialID.count, "a material id has 32 bytes")
        let nonce = random[..<Place.nonce.count]
        let total = plaintext.count + CiphertextBlob.overhead

        // The additional data is built first: the header stands at its beginning as it does in the blob.
        var aad: [UInt8] = []
        aad.reserveCapacity(Place.header.count + context.canonicalBytes.count)
        aad += CiphertextBlob.prefix
        aad += keyID
        aad += materialID
        aad += nonce
        let keys = derive(material, header: aad)
        return keys.withUnsafeBytes { keys in
            aad += keys[AEAD.keyCount...]
            aad += random[Place.nonce.count...]
            aad += context.canonicalBytes
            return [UInt8](unsafeUninitializedCapacity: total) { buffer, count in
                let blob = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<total])
                aad.withUnsafeBytes { aad in
                    blob.copyMemory(from: UnsafeRawBufferPointer(rebasing: aad[Place.header]))
                    AEAD.seal(
                        plaintext, key: UnsafeRawBufferPointer(rebasing: keys[..<AEAD.keyCount]),
                        iv: UnsafeRawBufferPointer(rebasing: aad[Place.iv]), aad: aad,
                        into: UnsafeMutableRawBufferPointer(rebasing: blob[Place.header.upperBound...]))
                }
                count = total
            }
        }
    }

    /// The plaintext, or the one error.
    public static func open(
        _ blob: CiphertextBlob, material: SharedSecret, context: EncryptionContext
    ) throws(BlobError) -> SharedSecret {
        typealias Place = CiphertextBlob.Place
        var isOpen = false
        let plaintext = SecretBytes(count: blob.plaintextCount) { output in
            let keys = derive(material, header: blob.bytes)
            isOpen = blob.bytes.withUnsafeBytes { bytes in
                return keys.withUnsafeBytes { keys in
                    let commitment = keys[AEAD.keyCount...]
                    guard isEqual(UnsafeRawBufferPointer(rebasing: commitment), bytes[Place.commitment])
                    else { return false }
                    let aad = bytes[Place.header] + context.canonicalBytes
                    return aad.withUnsafeBytes { aad in
                        AEAD.open(
                            UnsafeRawBufferPointer(rebasing: bytes[Place.header.upperBound...]),
                            key: UnsafeRawBufferPointer(rebasing: keys[..<AEAD.keyCount]),
                            iv: UnsafeRawBufferPointer(rebasing: bytes[Place.iv]), aad: aad, into: output)
                    }
                }
            }
        }
        guard isOpen else { throw .cannotOpen }
        return SharedSecret(plaintext)
    }

    /// K and C, from the header as far as N.
    private static func derive(_ material: SharedSecret, header: [UInt8]) -> SecretBytes {
        // Key id, material id and N lie side by side in the header.
        let place = CiphertextBlob.Place.keyID.lowerBound..<CiphertextBlob.Place.nonce.upperBound
        return SecretBytes(count: AEAD.keyCount + CiphertextBlob.Place.commitment.count) { output in
            material.withUnsafeBytes { material in
                header.withUnsafeBytes { header in
                    let context = UnsafeRawBufferPointer(rebasing: header[place])
                    KBKDF.derive(key: material, label: label, context: context, into: output)
                }
            }
        }
    }

    /// In constant time.
    private static func isEqual(_ a: UnsafeRawBufferPointer, _ b: Slice<UnsafeRawBufferPointer>) -> Bool {
        let b = UnsafeRawBufferPointer(rebasing: b)
        guard a.count == b.count, let a = a.baseAddress, let start = b.baseAddress else { return false }
        return sodium_memcmp(a, start, b.count) == 0
    }
}
