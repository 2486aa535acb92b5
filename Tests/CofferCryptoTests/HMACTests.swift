// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Crypto
import Testing

@testable import CofferCrypto

@Suite struct HMACTests {
    @Test("the vectors of RFC 4231 hold")
    func vectors() throws {
        let algorithms: [String: HMACAlgorithm] = [
            "SHA-224": .sha224, "SHA-256": .sha256, "SHA-384": .sha384, "SHA-512": .sha512,
        ]
        let tests = try Vectors.tests("rfc/hmac_sha2.json")
        #expect(tests.count == 24)
        for test in tests {
            let algorithm = try #require(algorithms[test.text("hash")])
            let key = SharedSecret(copying: try test.hex("key"))
            let code = algorithm.code(key: key, try test.hex("msg"))
            #expect(try code == test.hex("tag"))
            #expect(try algorithm.isValid(code, key: key, test.hex("msg")))
        }
    }

    @Test(
        "Wycheproof's vectors hold, and a code that it cuts short is not taken for the whole",
        arguments: HMACAlgorithm.allCases)
    func wycheproof(algorithm: HMACAlgorithm) throws {
        let length = algorithm.digest.count
        var count = 0
        for group in try Vectors.groups("wycheproof/hmac_sha\(length * 8)_test.json") {
            let isWhole = try group.int("tagSize") == length * 8
            for test in try group.list("tests") {
                let (key, message) = (SharedSecret(copying: try test.hex("key")), try test.hex("msg"))
                let (tag, isSound) = (try test.hex("tag"), try test.text("result") == "valid")
                let id = try test.int("tcId")
                #expect(algorithm.code(key: key, message).starts(with: tag) == isSound, "\(id)")
                #expect(algorithm.isValid(tag, key: key, message) == (isSound && isWhole), "\(id)")
                count += 1
            }
        }
        #expect(count == (algorithm == .sha224 ? 172 : 174))
    }

    @Test("another library makes the same codes, for keys and messages of any length")
    func interoperates() {
        var random = SeededRandom(seed: 4)
        for round in 0..<600 {
            let key = random.bytes(round % 200)
            let message = random.bytes(round % 7 == 0 ? 0 : .random(in: 1...300, using: &random))
            let (ours, theirs) = (SharedSecret(copying: key), SymmetricKey(data: key))
            #expect(
                HMACAlgorithm.sha256.code(key: ours, message)
                    == Array(HMAC<SHA256>.authenticationCode(for: message, using: theirs)))
            #expect(
                HMACAlgorithm.sha384.code(key: ours, message)
                    == Array(HMAC<SHA384>.authenticationCode(for: message, using: theirs)))
            #expect(
                HMACAlgorithm.sha512.code(key: ours, message)
                    == Array(HMAC<SHA512>.authenticationCode(for: message, using: theirs)))
        }
    }

    @Test("a changed, cut or longer code is refused, and so are another key, message and algorithm")
    func refuses() {
        let (key, message) = (SharedSecret.random(count: 32), Array("message".utf8))
        for algorithm in HMACAlgorithm.allCases {
            let code = algorithm.code(key: key, message)
            #expect(code.count == algorithm.digest.count)
            #expect(algorithm.isValid(code, key: key, message))
            for bit in 0..<code.count * 8 {
                var changed = code
                changed[bit / 8] ^= 1 << UInt8(bit % 8)
                #expect(!algorithm.isValid(changed, key: key, message))
            }
            for count in code.indices { #expect(!algorithm.isValid(Array(code[..<count]), key: key, message)) }
            #expect(!algorithm.isValid(code + [0], key: key, message))
            #expect(!algorithm.isValid(code, key: .random(count: 32), message))
            #expect(!algorithm.isValid(code, key: key, message + [0]))
            #expect(!algorithm.isValid(code, key: key, []))
            for other in HMACAlgorithm.allCases where other != algorithm {
                #expect(!other.isValid(code, key: key, message))
            }
        }
    }

    @Test("an empty message has the same code wherever it is said to lie")
    func empty() {
        let key = SharedSecret.random(count: 64)
        for algorithm in HMACAlgorithm.allCases {
            let nowhere = algorithm.code(key: key, UnsafeRawBufferPointer(start: nil, count: 0))
            #expect(nowhere == algorithm.code(key: key, []))
            #expect(nowhere == SharedSecret(copying: []).withUnsafeBytes { algorithm.code(key: key, $0) })
        }
    }
}

@Suite struct DigestTests {
    @Test("other libraries' digests are the same")
    func interoperates() {
        var random = SeededRandom(seed: 5)
        for count in 0..<300 {
            let message = random.bytes(count)
            #expect(DigestAlgorithm.sha1.hash(message) == Array(Insecure.SHA1.hash(data: message)))
            #expect(DigestAlgorithm.sha256.hash(message) == Array(SHA256.hash(data: message)))
            #expect(DigestAlgorithm.sha384.hash(message) == Array(SHA384.hash(data: message)))
            #expect(DigestAlgorithm.sha512.hash(message) == Array(SHA512.hash(data: message)))
        }
    }

    @Test("the standards' examples of SHA-224 and SM3 hold")
    func examples() {
        let abc = Array("abc".utf8)
        #expect(
            Hex.encode(DigestAlgorithm.sha224.hash(abc)) == "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7")
        #expect(
            Hex.encode(DigestAlgorithm.sm3.hash(abc))
                == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
        for algorithm in DigestAlgorithm.allCases {
            #expect(algorithm.hash([]).count == algorithm.count)
            #expect(algorithm.hash([]) == algorithm.hash(UnsafeRawBufferPointer(start: nil, count: 0)))
        }
    }
}
