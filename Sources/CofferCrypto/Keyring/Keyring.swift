// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// A key that wraps the vault's secrets for a time, itself wrapped under the root key, as the database has it.
public struct EpochKey: Sendable, Hashable {
    public let id: UInt32
    public let wrapped: [UInt8]

    public init(id: UInt32, wrapped: [UInt8]) {
        self.id = id
        self.wrapped = wrapped
    }
}

/// An open vault's keys, in locked memory: one for each purpose, derived from the root key, and the epoch keys.
///
/// It doesn't keep the root key. It is immutable: `rotated()` makes another one.
public final class Keyring: Sendable {
    /// To be stored: without these nothing that was wrapped opens again. In the order of their ids; never empty.
    public let epochs: [EpochKey]

    private let purposes: [KeyPurpose: SharedSecret]
    private let epochSecrets: [UInt32: SharedSecret]
    private let current: (id: UInt32, secret: SharedSecret)

    private static let epochLabel = "coffer/epoch/v1"
    private static let epochVersion: UInt8 = 1

    /// A new vault's, with a first epoch key: store `epochs`.
    public convenience init(root: RootKey) {
        let purposes = Self.derive(root)
        self.init(purposes: purposes, epochs: [], secrets: [:], adding: 1)
    }

    /// A stored vault's.
    public init(root: RootKey, epochs: [EpochKey]) throws(KeyringError) {
        let purposes = Self.derive(root)
        var secrets: [UInt32: SharedSecret] = [:]
        for epoch in epochs {
            guard secrets[epoch.id] == nil else { throw .damaged("the list of epoch keys") }
            secrets[epoch.id] = try Self.open(epoch, purposes)
        }
        let sorted = epochs.sorted { $0.id < $1.id }
        guard let id = sorted.last?.id, let secret = secrets[id] else { throw .damaged("the list of epoch keys") }
        self.epochs = sorted
        self.purposes = purposes
        epochSecrets = secrets
        current = (id, secret)
    }

    private init(
        purposes: [KeyPurpose: SharedSecret], epochs: [EpochKey], secrets: [UInt32: SharedSecret], adding id: UInt32
    ) {
        let secret = SharedSecret.random(count: AEAD.keyCount)
        let wrapped = secret.withUnsafeBytes {
            SealedBox.seal(
                $0, key: Self.key(.epochWrap, purposes), label: Self.epochLabel, prefix: Self.prefix(id), binding: [])
        }
        self.purposes = purposes
        self.epochs = epochs + [EpochKey(id: id, wrapped: wrapped)]
        epochSecrets = secrets.merging([id: secret]) { $1 }
        current = (id, secret)
    }

    /// The same keys and one more epoch key, which wraps from now on. Store its `epochs` before wrapping with it.
    public func rotated() -> Keyring {
        Keyring(purposes: purposes, epochs: epochs, secrets: epochSecrets, adding: current.id + 1)
    }

    /// The epoch that `wrap` uses. A row with another one can be wrapped again at leisure.
    public var currentEpoch: UInt32 { current.id }

    /// The derived key of a purpose: 32 bytes.
    func key(_ purpose: KeyPurpose) -> SharedSecret { Self.key(purpose, purposes) }

    /// Wraps under the current epoch key, to open only with the same binding.
    public func wrap(_ secret: SharedSecret, binding: WrapBinding) -> WrappedKey {
        let bytes = secret.withUnsafeBytes {
            SealedBox.seal(
                $0, key: current.secret, label: WrappedKey.label, prefix: Self.wrapPrefix(current.id),
                binding: binding.canonicalBytes)
        }
        return WrappedKey(bytes: bytes)
    }

    /// What was wrapped with this binding, under any epoch key of the keyring.
    public func unwrap(_ wrapped: WrappedKey, binding: WrapBinding) throws(KeyringError) -> SharedSecret {
        guard let version = wrapped.bytes.first, version <= WrappedKey.version else {
            throw wrapped.bytes.isEmpty ? .wrapRefused : .unsupported("a wrapped secret")
        }
        guard let epoch = wrapped.epoch else { throw .wrapRefused }
        guard let key = epochSecrets[epoch] else { throw .unknownEpoch(epoch) }
        var isOpen = false
        let secret = SecretBytes(count: wrapped.bytes.count - WrappedKey.overhead) { output in
            isOpen = SealedBox.open(
                wrapped.bytes, key: key, label: WrappedKey.label, prefixCount: Self.prefixCount,
                binding: binding.canonicalBytes, into: output)
        }
        guard isOpen else { throw .wrapRefused }
        return SharedSecret(secret)
    }

    private static let prefixCount = 5

    private static func prefix(_ id: UInt32) -> [UInt8] {
        var prefix = [epochVersion]
        prefix.append(id)
        return prefix
    }

    private static func wrapPrefix(_ id: UInt32) -> [UInt8] {
        var prefix = [WrappedKey.version]
        prefix.append(id)
        return prefix
    }

    private static func derive(_ root: RootKey) -> [KeyPurpose: SharedSecret] {
        var keys: [KeyPurpose: SharedSecret] = [:]
        for purpose in KeyPurpose.allCases {
            keys[purpose] = SharedSecret(KBKDF.derive(key: root.secret, label: purpose.label, count: AEAD.keyCount))
        }
        return keys
    }

    private static func key(_ purpose: KeyPurpose, _ keys: [KeyPurpose: SharedSecret]) -> SharedSecret {
        guard let key = keys[purpose] else { preconditionFailure("every purpose has a key") }
        return key
    }

    private static func open(
        _ epoch: EpochKey, _ purposes: [KeyPurpose: SharedSecret]
    ) throws(KeyringError) -> SharedSecret {
        guard let version = epoch.wrapped.first else { throw .damaged("epoch key \(epoch.id)") }
        guard version <= epochVersion else { throw .unsupported("epoch key \(epoch.id)") }
        var isOpen = false
        let secret = SecretBytes(count: AEAD.keyCount) { output in
            isOpen =
                epoch.wrapped.starts(with: prefix(epoch.id))
                && SealedBox.open(
                    epoch.wrapped, key: key(.epochWrap, purposes), label: epochLabel, prefixCount: prefixCount,
                    binding: [], into: output)
        }
        guard isOpen else { throw .damaged("epoch key \(epoch.id)") }
        return SharedSecret(secret)
    }
}
