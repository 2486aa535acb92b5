// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase

/// Passwords as GetRandomPassword makes them: every one that the rules allow is equally likely.
///
/// Source: Secrets Manager API Reference, GetRandomPassword.
struct RandomPassword: Sendable {
    static let lowercase = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    static let uppercase = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    static let numbers = Array("0123456789".utf8)
    static let punctuation = Array("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".utf8)

    let length: Int
    /// All characters to draw from, each once.
    let pool: [UInt8]
    /// Of each of these there must be one.
    let required: [[UInt8]]

    init(_ input: SecretsManager.GetRandomPasswordInput) throws {
        length = input.passwordLength ?? 32
        let excluded = Set((input.excludeCharacters ?? "").utf8)
        var types: [[UInt8]] = []
        if input.excludeLowercase != true { types.append(Self.lowercase) }
        if input.excludeUppercase != true { types.append(Self.uppercase) }
        if input.excludeNumbers != true { types.append(Self.numbers) }
        if input.excludePunctuation != true { types.append(Self.punctuation) }
        let left = types.map { $0.filter { !excluded.contains($0) } }
        let space: [UInt8] = input.includeSpace == true && !excluded.contains(0x20) ? [0x20] : []
        pool = left.flatMap { $0 } + space
        guard !pool.isEmpty else {
            throw AWSError.invalidParameter("All characters have been excluded from selection.")
        }
        guard input.requireEachIncludedType ?? true else {
            required = []
            return
        }
        guard left.allSatisfy({ !$0.isEmpty }) else {
            throw AWSError.invalidParameter("All characters of the desired type have been excluded.")
        }
        guard left.count <= length else {
            throw AWSError.invalidParameter("Password length is too short based on the required types.")
        }
        required = left
    }

    /// INVARIANT 1: drawn straight into locked memory.
    func make() -> SharedSecret {
        var typeOf = [UInt8](repeating: 0, count: 256)
        for (index, type) in required.enumerated() { for byte in type { typeOf[Int(byte)] = 1 << UInt8(index) } }
        let all = UInt8((1 << required.count) - 1)
        var generator = SystemRandomNumberGenerator()
        return SharedSecret(
            SecretBytes(count: length) { target in
                // Drawing anew until every type is there keeps all allowed passwords equally likely; putting missing
                // types in afterwards would not.
                var seen: UInt8
                repeat {
                    seen = 0
                    for index in 0..<length {
                        // Int.random rejects what would make some characters likelier than others.
                        let byte = pool[Int.random(in: 0..<pool.count, using: &generator)]
                        target[index] = byte
                        seen |= typeOf[Int(byte)]
                    }
                } while seen != all
            })
    }
}
