internal import CSodium
// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// The root key under one seal, as it is stored with the vault.
///
/// `K ‖ C = KBKDF(the seal's key, "coffer/seal/v1", binding ‖ N)`, and `wrapped` is `N 16 │ C 32 │ IV 12 │ ciphertext │
/// tag 16` by AES-256-GCM with K, and with the binding, N, C and the IV as additional data. The binding is everything
/// else that is in the record: vault, seal, kind and parameters. C commits to the key, so that no record can be made
/// which opens with several passphrases.
public struct SealedRootKey: Sendable, Hashable {
    public let id: String
    public let kind: String
    public let vaultID: String
    /// Of a passphrase seal.
    public let cost: Argon2Cost?
    let salt: [UInt8]
    let wrapped: [UInt8]

    private static let format = 1
    private static let label = "coffer/seal/v1"
    private static let derivedCount = AEAD.keyCount + 32
    private static let headerCount = 16 + 32 + AEAD.ivCount

    /// Seals under `key`, which is 32 bytes.
    init(_ root: RootKey, key: borrowing SecretBytes, kind: String, vaultID: String, cost: Argon2Cost?, salt: [UInt8]) {
        let id = UniqueID.uuid()
        let binding = Self.binding(id: id, kind: kind, vaultID: vaultID, cost: cost, salt: salt)
        let nonce = UniqueID.bytes(16)
        let iv = UniqueID.bytes(AEAD.ivCount)
        let keys = Self.derive(key, binding + nonce)
        let wrapped = keys.withUnsafeBytes { keys in
            let header = nonce + keys[AEAD.keyCount...] + iv
            let messageKey = SharedSecret(copying: UnsafeRawBufferPointer(rebasing: keys[..<AEAD.keyCount]))
            return root.secret.withUnsafeBytes {
                header + AEAD.seal($0, key: messageKey, iv: iv, aad: binding + header)
            }
        }
        self.id = id
        self.kind = kind
        self.vaultID = vaultID
        self.cost = cost
        self.salt = salt
        self.wrapped = wrapped
    }

    /// Nil where `key` isn't the one that it was sealed under.
    func open(key: borrowing SecretBytes) -> RootKey? {
        guard wrapped.count == Self.headerCount + RootKey.count + AEAD.tagCount else { return nil }
        let binding = Self.binding(id: id, kind: kind, vaultID: vaultID, cost: cost, salt: salt)
        let header = Array(wrapped[..<Self.headerCount])
        let keys = Self.derive(key, binding + header[..<16])
        let root = keys.withUnsafeBytes { keys -> SharedSecret? in
            guard constantTimeEqual(Array(keys[AEAD.keyCount...]), Array(header[16..<48])) else { return nil }
            let messageKey = SharedSecret(copying: UnsafeRawBufferPointer(rebasing: keys[..<AEAD.keyCount]))
            return AEAD.open(
                Array(wrapped[Self.headerCount...]), key: messageKey, iv: Array(header[48...]), aad: binding + header)
        }
        return root.flatMap(RootKey.init)
    }

    /// That it is of this kind and vault, before any work is done for it.
    func check(kind: String, vaultID: String) throws(KeyringError) {
        guard self.kind == kind else { throw .otherSeal(self.kind) }
        guard self.vaultID == vaultID else { throw .otherVault }
    }

    private static func derive(_ key: borrowing SecretBytes, _ context: [UInt8]) -> SecretBytes {
        SecretBytes(count: derivedCount) { output in
            key.withUnsafeBytes { key in
                context.withUnsafeBytes { KBKDF.derive(key: key, label: label, context: $0, into: output) }
            }
        }
    }

    private static func binding(
        id: String, kind: String, vaultID: String, cost: Argon2Cost?, salt: [UInt8]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(UInt8(format))
        bytes.append(lengthPrefixed: vaultID)
        bytes.append(lengthPrefixed: id)
        bytes.append(lengthPrefixed: kind)
        bytes.append(Int64(cost?.operations ?? 0))
        bytes.append(Int64(cost?.memory ?? 0))
        bytes.append(UInt32(salt.count))
        return bytes + salt
    }
}

extension SealedRootKey {
    /// The record as it is stored. `check` tells a damaged record from a wrong passphrase; it protects nothing.
    public var json: JSONValue {
        var object = JSONObject([
            ("format", .integer(Int64(Self.format))), ("id", .string(id)), ("kind", .string(kind)),
            ("vault", .string(vaultID)),
        ])
        if let cost {
            object["argon2id"] = .object(
                JSONObject([
                    ("operations", .integer(Int64(cost.operations))), ("memory", .integer(Int64(cost.memory))),
                ]))
        }
        if !salt.isEmpty { object["salt"] = .string(Base64.encode(salt)) }
        object["wrapped"] = .string(Base64.encode(wrapped))
        object["check"] = .string(checksum)
        return .object(object)
    }

    public init(json: JSONValue) throws(KeyringError) {
        let damaged = KeyringError.damaged("a seal's record")
        guard let format = json["format"]?.integer else { throw damaged }
        guard format == Self.format else { throw .unsupported("a seal's record") }
        guard let id = json["id"]?.string, let kind = json["kind"]?.string, let vaultID = json["vault"]?.string,
            let wrapped = json["wrapped"]?.string.flatMap({ Base64.decode($0) }),
            let salt = Base64.decode(json["salt"]?.string ?? ""), let check = json["check"]?.string
        else { throw damaged }
        var cost: Argon2Cost?
        if let stored = json["argon2id"] {
            guard let operations = stored["operations"]?.integer, let memory = stored["memory"]?.integer,
                let stored = Argon2Cost(operations: Int(operations), memory: Int(memory))
            else { throw damaged }
            cost = stored
        }
        self.init(id: id, kind: kind, vaultID: vaultID, cost: cost, salt: salt, wrapped: wrapped)
        guard checksum == check else { throw damaged }
    }

    private init(id: String, kind: String, vaultID: String, cost: Argon2Cost?, salt: [UInt8], wrapped: [UInt8]) {
        self.id = id
        self.kind = kind
        self.vaultID = vaultID
        self.cost = cost
        self.salt = salt
        self.wrapped = wrapped
    }

    private var checksum: String {
        let binding = Self.binding(id: id, kind: kind, vaultID: vaultID, cost: cost, salt: salt)
        return Hex.encode(wrapped.withUnsafeBytes { Hash.sha256(binding, $0) }.prefix(8))
    }
}
