// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Crypto
import Testing

@testable import CofferCrypto

@Suite struct TokenTests {
    let keyring = Keyring(root: .random())
    let aad = Array("role/app".utf8)

    @Test("a token opens for its purpose, its holder and its vault only")
    func opens() {
        for count in [0, 1, 300] {
            let payload = [UInt8](repeating: 9, count: count)
            let token = SealedToken.seal(payload, purpose: .sessionTokens, aad: aad, keyring: keyring)
            #expect(SealedToken.open(token, purpose: .sessionTokens, aad: aad, keyring: keyring) == payload)
            #expect(SealedToken.open(token, purpose: .pageTokens, aad: aad, keyring: keyring) == nil)
            #expect(SealedToken.open(token, purpose: .sessionTokens, aad: [], keyring: keyring) == nil)
            #expect(
                SealedToken.open(token, purpose: .sessionTokens, aad: aad, keyring: Keyring(root: .random())) == nil)
        }
    }

    @Test("a change of any byte, any cut and any nonsense is refused")
    func flips() throws {
        let token = SealedToken.seal([1, 2, 3], purpose: .grantTokens, aad: aad, keyring: keyring)
        let bytes = try #require(Base64.decode(token))
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x80
            #expect(SealedToken.open(Base64.encode(changed), purpose: .grantTokens, aad: aad, keyring: keyring) == nil)
            let cut = Base64.encode(Array(bytes[..<index]))
            #expect(SealedToken.open(cut, purpose: .grantTokens, aad: aad, keyring: keyring) == nil)
        }
        for text in ["", "%", token + "=", token + " ", "é"] {
            #expect(SealedToken.open(text, purpose: .grantTokens, aad: aad, keyring: keyring) == nil)
        }
    }

    @Test("the owner's access key has AWS's form and a new one each generation")
    func owner() throws {
        let first = AccessKeySecret.owner(keyring, generation: 1)
        let again = AccessKeySecret.owner(keyring, generation: 1)
        let second = AccessKeySecret.owner(keyring, generation: 2)
        #expect(first.id.wholeMatch(of: /AKIA[A-Z2-7]{16}/) != nil)
        #expect(first.secret.withText { $0.wholeMatch(of: /[A-Za-z0-9+\/]{40}/) != nil } == true)
        #expect(first.id == again.id && first.secret.isEqual(to: again.secret))
        #expect(first.id != second.id && !first.secret.isEqual(to: second.secret))
    }

    @Test("a session's secret follows from its identity")
    func session() {
        let secret = AccessKeySecret.session(keyring, identity: [1, 2, 3])
        #expect(secret.count == 40)
        #expect(secret.isEqual(to: AccessKeySecret.session(keyring, identity: [1, 2, 3])))
        #expect(!secret.isEqual(to: AccessKeySecret.session(keyring, identity: [1, 2, 4])))
    }

    @Test("another library accepts a checkpoint's signature, and neither accepts a changed one")
    func signer() throws {
        let signer = CheckpointSigner(keyring)
        let message = Array("coffer/vault-1\n42\nroot\n".utf8)
        let signature = signer.sign(message)
        let key = try Curve25519.Signing.PublicKey(rawRepresentation: signer.publicKey)
        #expect(key.isValidSignature(signature, for: message))
        #expect(CheckpointSigner.verify(signature, of: message, publicKey: signer.publicKey))
        #expect(!CheckpointSigner.verify(signature, of: message + [0], publicKey: signer.publicKey))
        #expect(!CheckpointSigner.verify(Array(signature.dropLast()), of: message, publicKey: signer.publicKey))
        #expect(CheckpointSigner(keyring).publicKey == signer.publicKey)
    }

    @Test("RFC 8032's first vector holds")
    func ed25519() throws {
        let seed = try SharedSecret(hex: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
        let signer = CheckpointSigner(seed: seed)
        #expect(Hex.encode(signer.publicKey) == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        #expect(
            Hex.encode(signer.sign([]))
                == "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b")
    }

    @Test("a fingerprint names the same secret in one vault, and tells vaults apart")
    func fingerprint() {
        let text = Fingerprint.text(of: SharedSecret(utf8: "sk-1"), keyring: keyring)
        #expect(text.wholeMatch(of: /fp_[a-z2-7]{20}/) != nil)
        #expect(text == Fingerprint.text(of: SharedSecret(utf8: "sk-1"), keyring: keyring))
        #expect(text != Fingerprint.text(of: SharedSecret(utf8: "sk-2"), keyring: keyring))
        #expect(text != Fingerprint.text(of: SharedSecret(utf8: "sk-1"), keyring: Keyring(root: .random())))
    }
}
