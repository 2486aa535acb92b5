// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Testing

@testable import CofferCrypto

@Suite struct KeyringTests {
    let root = RootKey.random()
    let binding = WrapBinding(table: "key_material", rowID: "row-1", version: 3)

    @Test("a wrapped secret opens in its own row only")
    func rowSwap() throws {
        let keyring = Keyring(root: root)
        let wrapped = keyring.wrap(SharedSecret(utf8: "material"), binding: binding)
        #expect(try keyring.unwrap(wrapped, binding: binding).withText { $0 } == "material")
        let others = [
            WrapBinding(table: "key_material", rowID: "row-2", version: 3),
            WrapBinding(table: "key_material", rowID: "row-1", version: 2),
            WrapBinding(table: "key_materials", rowID: "row-1", version: 3),
            WrapBinding(table: "key_materialrow-", rowID: "1", version: 3),
        ]
        for other in others {
            #expect(throws: KeyringError.wrapRefused) { try keyring.unwrap(wrapped, binding: other) }
        }
    }

    @Test("a change of any byte of a wrap is refused")
    func wrapFlips() throws {
        let keyring = Keyring(root: root).rotated()
        let bytes = keyring.wrap(SharedSecret(utf8: "material"), binding: binding).bytes
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x01
            #expect(throws: KeyringError.self) { try keyring.unwrap(WrappedKey(bytes: changed), binding: binding) }
            #expect(throws: KeyringError.self) {
                try keyring.unwrap(WrappedKey(bytes: Array(bytes[..<index])), binding: binding)
            }
        }
        #expect(throws: KeyringError.unsupported("a wrapped secret")) {
            try keyring.unwrap(WrappedKey(bytes: [2] + bytes.dropFirst()), binding: binding)
        }
    }

    @Test("a wrap can't be moved to another epoch")
    func epochSwap() throws {
        let keyring = Keyring(root: root).rotated()
        var bytes = keyring.wrap(SharedSecret(utf8: "material"), binding: binding).bytes
        #expect(WrappedKey(bytes: bytes).epoch == 2)
        bytes[4] = 1
        #expect(throws: KeyringError.wrapRefused) { try keyring.unwrap(WrappedKey(bytes: bytes), binding: binding) }
        bytes[4] = 9
        #expect(throws: KeyringError.unknownEpoch(9)) { try keyring.unwrap(WrappedKey(bytes: bytes), binding: binding) }
    }

    @Test("old epochs still open after a rotation and a restart")
    func rotation() throws {
        let first = Keyring(root: root)
        let old = first.wrap(SharedSecret(utf8: "old"), binding: binding)
        let second = first.rotated()
        let new = second.wrap(SharedSecret(utf8: "new"), binding: binding)
        #expect(first.currentEpoch == 1 && second.currentEpoch == 2 && second.epochs.count == 2)
        let reopened = try Keyring(root: root, epochs: second.epochs.reversed())
        #expect(reopened.currentEpoch == 2 && new.epoch == 2)
        #expect(try reopened.unwrap(old, binding: binding).withText { $0 } == "old")
        #expect(try reopened.unwrap(new, binding: binding).withText { $0 } == "new")
        #expect(throws: KeyringError.unknownEpoch(2)) { try first.unwrap(new, binding: binding) }
    }

    @Test("epoch keys open under their own root and id only")
    func epochKeys() {
        let epochs = Keyring(root: root).rotated().epochs
        #expect(throws: KeyringError.damaged("epoch key 1")) { try Keyring(root: .random(), epochs: epochs) }
        let renamed = [EpochKey(id: 2, wrapped: epochs[0].wrapped)]
        #expect(throws: KeyringError.damaged("epoch key 2")) { try Keyring(root: root, epochs: renamed) }
        let doubled = [epochs[0], epochs[0]]
        #expect(throws: KeyringError.damaged("the list of epoch keys")) { try Keyring(root: root, epochs: doubled) }
        #expect(throws: KeyringError.damaged("the list of epoch keys")) { try Keyring(root: root, epochs: []) }
    }

    @Test("each purpose has a key of its own, the same for the same root")
    func purposes() {
        let (a, b, other) = (Keyring(root: root), Keyring(root: root), Keyring(root: .random()))
        #expect(Set(KeyPurpose.allCases.map { a.key($0).copy }).count == KeyPurpose.allCases.count)
        for purpose in KeyPurpose.allCases {
            #expect(a.key(purpose).isEqual(to: b.key(purpose)))
            #expect(!a.key(purpose).isEqual(to: other.key(purpose)))
        }
    }
}

@Suite struct MaterialCacheTests {
    private func name(_ key: UInt8, _ revision: Int64 = 1) -> MaterialName {
        .init(keyID: [key], materialID: [0], revision: revision)
    }

    @Test("the least recently used material goes first")
    func leastRecentlyUsed() {
        let cache = MaterialCache<SharedSecret>(capacity: 3)
        for key in 1...3 as ClosedRange<UInt8> { cache.insert(SharedSecret(copying: [key]), for: name(key)) }
        #expect(cache.material(for: name(1))?.copy == [1])
        cache.insert(SharedSecret(copying: [4]), for: name(4))
        #expect(cache.count == 3)
        #expect(cache.material(for: name(2)) == nil)
        #expect(cache.material(for: name(1)) != nil && cache.material(for: name(3)) != nil)
    }

    @Test("an older revision's material isn't found, and a key's removal takes all of them")
    func revisions() {
        let cache = MaterialCache<SharedSecret>(capacity: 10)
        cache.insert(SharedSecret(copying: [1]), for: name(1, 1))
        #expect(cache.material(for: name(1, 2)) == nil)
        cache.insert(SharedSecret(copying: [2]), for: name(1, 2))
        cache.insert(SharedSecret(copying: [3]), for: name(2))
        cache.remove(keyID: [1])
        #expect(cache.count == 1 && cache.material(for: name(2)) != nil && cache.material(for: name(1, 2)) == nil)
    }
}
