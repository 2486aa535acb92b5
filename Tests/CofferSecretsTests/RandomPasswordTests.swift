// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferSecrets

@Suite("random passwords")
struct RandomPasswordTests {
    private func password(_ input: SM.GetRandomPasswordInput) throws -> [UInt8] {
        try RandomPassword(input).make().withUnsafeBytes { Array($0) }
    }

    @Test("a password has 32 characters with one of each type, and no space")
    func plain() throws {
        for _ in 0..<50 {
            let password = try password(.init())
            #expect(password.count == 32)
            for type in [
                RandomPassword.lowercase, RandomPassword.uppercase, RandomPassword.numbers, RandomPassword.punctuation,
            ] {
                #expect(password.contains { type.contains($0) })
            }
            #expect(!password.contains(0x20))
        }
    }

    @Test("what is excluded doesn't occur", arguments: [1, 4, 120, 4096])
    func excluded(length: Int) throws {
        let password = try password(
            .init(
                passwordLength: length, excludeCharacters: "xyzDje@?!.0", excludePunctuation: true,
                excludeUppercase: true,
                includeSpace: true, requireEachIncludedType: false))
        #expect(password.count == length)
        let allowed = Set("abcdefghiklmnopqrstuvw123456789 ".utf8)
        #expect(password.allSatisfy { allowed.contains($0) })
    }

    @Test("the shortest password holds every type, in any place")
    func shortest() throws {
        var first: Set<UInt8> = []
        for _ in 0..<300 {
            let password = try password(.init(passwordLength: 4))
            for (index, type) in [
                RandomPassword.lowercase, RandomPassword.uppercase, RandomPassword.numbers, RandomPassword.punctuation,
            ]
            .enumerated() {
                #expect(password.filter { type.contains($0) }.count == 1)
                if type.contains(password[0]) { first.insert(UInt8(index)) }
            }
        }
        #expect(first.count == 4)
    }

    @Test("all characters are as likely")
    func even() throws {
        var counts = [Int](repeating: 0, count: 256)
        for _ in 0..<50 {
            for byte in try password(.init(passwordLength: 4096, requireEachIncludedType: false)) {
                counts[Int(byte)] += 1
            }
        }
        let seen = counts.filter { $0 > 0 }
        #expect(seen.count == 94)
        // 204,800 draws: 2,179 of each; six standard deviations are 280.
        #expect(seen.allSatisfy { abs($0 - 2179) < 300 })
    }

    @Test("rules that no password can meet are refused")
    func refused() throws {
        func message(_ input: SM.GetRandomPasswordInput) -> String? {
            do { _ = try RandomPassword(input) } catch { return (error as? AWSError)?.message }
            return nil
        }
        #expect(message(.init(passwordLength: 3)) == "Password length is too short based on the required types.")
        #expect(
            message(.init(excludeCharacters: "0123456789")) == "All characters of the desired type have been excluded.")
        #expect(
            message(
                .init(excludeNumbers: true, excludePunctuation: true, excludeUppercase: true, excludeLowercase: true))
                == "All characters have been excluded from selection.")
    }
}
