// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Foundation
import Synchronization
import Testing
@testable import CofferCrypto

@Suite("zstress", .serialized) struct ZStressTests {
    @Test(arguments: ["none", "oaep", "oaepfail", "check", "keygen", "kwp", "sign", "malformed", "otherspec", "aeadfail", "seed", "mldsa", "pubkey"])
    func decode(_ aggressor: String) async throws {
        _ = Keyring(root: .random())
        let pair = PrivateKey.generate(.rsa2048)
        let ec = PrivateKey.generate(.p256)
        let ed = PrivateKey.generate(.ed25519)
        let ml = PrivateKey.generate(.mlDSA65)
        let priv = try PrivateKey(encoded: pair.encoded, spec: .rsa2048)
        let ecpriv = try PrivateKey(encoded: ec.encoded, spec: .p256)
        let pub = try PublicKey(der: pair.publicKey, spec: .rsa2048)
        let bad = Atomic2(), stop = Atomic2(), halt = Atomic2()
        let key = SharedSecret.random(count: 32)
        let msg = [UInt8](repeating: 7, count: 100)
        for t in 0..<6 {
            let th = Thread {
                if t < 3 {
                    for _ in 0..<4000 { if (try? PrivateKey(encoded: pair.encoded, spec: .rsa2048)) == nil { bad.add() } }
                    halt.add()
                } else {
                    while halt.value < 3 {
                        switch aggressor {
                        case "oaep":
                            let c = msg.withUnsafeBytes { pub.encrypt($0, .oaepSHA256) }
                            _ = priv.decrypt(c ?? [], .oaepSHA256)
                        case "oaepfail": _ = priv.decrypt(UniqueID.bytes(256), .oaepSHA1)
                        case "check": _ = try? PrivateKey.imported(pair.encoded, spec: .rsa2048)
                        case "keygen": _ = PrivateKey.generate(.rsa2048)
                        case "kwp": _ = KeyWrap.unwrap(KeyWrap.wrap(key, key: key) ?? [], key: key); _ = KeyWrap.unwrap(UniqueID.bytes(64), key: key)
                        case "sign": _ = msg.withUnsafeBytes { ecpriv.sign($0, .raw, as: .ecdsaSHA256) }
                        case "malformed": _ = try? PrivateKey(encoded: SharedSecret(copying: [0x30, 3, 2, 1, 0]), spec: .p256)
                        case "otherspec": _ = try? PrivateKey(encoded: ec.encoded, spec: .secp256k1)
                        case "aeadfail": _ = AEAD.open(UniqueID.bytes(60), key: key, iv: UniqueID.bytes(12), aad: [])
                        case "seed": _ = try? PrivateKey(encoded: ed.encoded, spec: .p256)
                        case "mldsa": _ = try? PrivateKey(encoded: ml.encoded, spec: .p256)
                        case "pubkey": _ = try? PublicKey(der: ec.publicKey, spec: .p256)
                        default: usleep(1000)
                        }
                    }
                }
                stop.add()
            }
            th.start()
        }
        while stop.value < 6 { try await Task.sleep(for: .milliseconds(50)) }
        print("STRESS", aggressor, bad.value)
    }
}
final class Atomic2: Sendable {
    private let a = Mutex(0)
    func add() { a.withLock { $0 += 1 } }
    var value: Int { a.withLock { $0 } }
}
