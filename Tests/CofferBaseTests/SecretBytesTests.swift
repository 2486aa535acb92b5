// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import CofferBase

@Suite struct SecretBytesTests {
    private struct Refusal: Error {}

    @Test("a secret holds what was put in, and its source is wiped when it moves")
    func holds() {
        var source: [UInt8] = [1, 2, 3]
        let moved = SecretBytes(moving: &source)
        #expect(source.isEmpty && moved.count == 3)
        #expect(moved.withUnsafeBytes { Array($0) } == [1, 2, 3])
        let shared = SharedSecret(utf8: "pässword")
        #expect(shared.withText { $0 } == "pässword" && shared.count == 9)
        #expect(SharedSecret(copying: [0xff]).withText { $0 } == nil)
        #expect(
            shared.isEqual(to: SharedSecret(utf8: "pässword")) && !shared.isEqual(to: SharedSecret(utf8: "pässwor")))
    }

    @Test("a secret prints as nothing")
    func printsNothing() {
        let secret = SharedSecret(utf8: "hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped, "\([secret])"] {
            #expect(!text.contains("hunter2"))
        }
    }

    @Test("secrets of no length are secrets too")
    func empty() {
        let secret = SecretBytes(count: 0) { #expect($0.isEmpty) }
        #expect(secret.count == 0 && secret.withUnsafeBytes { $0.isEmpty && $0.baseAddress != nil })
        #expect(secret.isEqual(to: SecretBytes(copying: [])) && !secret.isEqual(to: SecretBytes(copying: [0])))
    }

    @Test("new memory is zeroed", arguments: [1, 64, 65, 5_000, 300_000])
    func zeroed(count: Int) {
        for _ in 0..<3 {
            let secret = SecretBytes(count: count) { buffer in
                #expect(buffer.allSatisfy { $0 == 0 })
                buffer.initializeMemory(as: UInt8.self, repeating: 0xaa)
            }
            #expect(secret.count == count)
        }
    }

    @Test("the size classes are powers of two from 64")
    func classes() {
        #expect(
            [0, 1, 64, 65, 128, 129, 4096, 4097, 262_144].map(SecretArena.slotClass) == [0, 0, 0, 1, 1, 2, 6, 7, 12])
    }

    @Test("secrets that live together don't overlap, from many threads")
    func disjoint() async {
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 as Range<UInt8> {
                group.addTask {
                    var held: [(SharedSecret, UInt8)] = []
                    for round in 0..<400 {
                        let mark = task &* 31 &+ UInt8(truncatingIfNeeded: round)
                        let count = (round * 37 + Int(task) * 11) % 3_000
                        let secret = SharedSecret(
                            SecretBytes(count: count) { $0.initializeMemory(as: UInt8.self, repeating: mark) })
                        held.append((secret, mark))
                        if round % 3 == 0 { held.remove(at: (round * 7) % held.count) }
                    }
                    return held.allSatisfy { secret, mark in secret.withUnsafeBytes { $0.allSatisfy { $0 == mark } } }
                }
            }
            for await isIntact in group { #expect(isIntact) }
        }
    }

    #if os(Linux)
        // Each of these looks at the whole process's memory, so each has a process of its own.

        @Test("a secret is wiped when it ends, and its memory serves the next one")
        func wiped() async {
            await #expect(processExitsWith: .success) {
                var address: Int?
                do {
                    let secret = SecretBytes(copying: [UInt8](repeating: 0x77, count: 100))
                    address = secret.withUnsafeBytes { Int(bitPattern: $0.baseAddress) }
                }
                // The arena keeps the pages, so the place can still be looked at.
                let place = try #require(address.flatMap { UnsafeRawPointer(bitPattern: $0) })
                #expect(UnsafeRawBufferPointer(start: place, count: 128).allSatisfy { $0 == 0 })
                #expect(SecretMemory.current.usedBytes == 0)
                let next = SecretBytes(count: 128) { _ in }
                #expect(next.withUnsafeBytes { Int(bitPattern: $0.baseAddress) } == address)
            }
        }

        @Test("where filling fails the half-made secret is wiped and given back")
        func failedFilling() async {
            await #expect(processExitsWith: .success) {
                var address: Int?
                do {
                    _ = try SharedSecret(
                        SecretBytes(count: 64) { buffer throws(Refusal) in
                            buffer.initializeMemory(as: UInt8.self, repeating: 0x77)
                            address = Int(bitPattern: buffer.baseAddress)
                            throw Refusal()
                        })
                    Issue.record("it must throw")
                } catch is Refusal {}
                let place = try #require(address.flatMap { UnsafeRawPointer(bitPattern: $0) })
                #expect(UnsafeRawBufferPointer(start: place, count: 64).allSatisfy { $0 == 0 })
                #expect(SecretMemory.current.usedBytes == 0)
            }
        }

        @Test("the pages are locked, left out of core dumps and blank in a forked child")
        func pageFlags() async {
            await #expect(processExitsWith: .success) {
                for count in [32, 300_000] {
                    let secret = SecretBytes.random(count: count)
                    let address = secret.withUnsafeBytes { Int(bitPattern: $0.baseAddress) }
                    let flags = try #require(try VirtualMemory.flags(at: address))
                    #expect(flags.contains("dd") && flags.contains("wf"))
                    #expect(flags.contains("lo") == (SecretMemory.current.unlockedBytes == 0))
                }
            }
        }

        @Test("a refused lock is reported, and the secrets still work")
        func refusedLock() async {
            await #expect(processExitsWith: .success) {
                // Root may lock whatever the limit says.
                if geteuid() == 0 { try #require(setuid(65_534) == 0) }
                var none = rlimit(rlim_cur: 0, rlim_max: 0)
                try #require(setrlimit(Int32(__RLIMIT_MEMLOCK.rawValue), &none) == 0)
                let secret = SecretBytes(copying: [1, 2, 3])
                #expect(secret.withUnsafeBytes { Array($0) } == [1, 2, 3])
                let memory = SecretMemory.current
                #expect(!memory.isLocked && memory.lockFailures == 1 && memory.unlockedBytes == memory.reservedBytes)
                do {
                    let large = SecretBytes.random(count: 1 << 20)
                    #expect(
                        large.count == 1 << 20 && SecretMemory.current.unlockedBytes == memory.unlockedBytes + 1 << 20)
                }
                #expect(SecretMemory.current.unlockedBytes == memory.unlockedBytes && !SecretMemory.current.isLocked)
            }
        }

        @Test("where little may be locked, that little is used and the rest is reported")
        func smallLimit() async {
            await #expect(processExitsWith: .success) {
                if geteuid() == 0 { try #require(setuid(65_534) == 0) }
                var little = rlimit(rlim_cur: 128 << 10, rlim_max: 128 << 10)
                try #require(setrlimit(Int32(__RLIMIT_MEMLOCK.rawValue), &little) == 0)
                let first = SharedSecret.random(count: 32)
                #expect(SecretMemory.current.isLocked && SecretMemory.current.reservedBytes <= 128 << 10)
                let more = (0..<100).map { _ in SharedSecret.random(count: 4096) }
                #expect(!SecretMemory.current.isLocked && SecretMemory.current.unlockedBytes > 0)
                #expect(first.count == 32 && more.count == 100)
            }
        }

        @Test("a large secret gives its pages back, and small ones share theirs")
        func accounting() async {
            await #expect(processExitsWith: .success) {
                let sizes = (0..<13).map { SharedSecret.random(count: 64 << $0) }
                let small = SecretMemory.current
                #expect(small.usedBytes == sizes.reduce(0) { $0 + $1.count })
                #expect(small.reservedBytes <= 3 * 256 << 10)
                do {
                    let large = SecretBytes.random(count: 1_000_001)
                    #expect(large.count == 1_000_001)
                    #expect(SecretMemory.current.reservedBytes > small.reservedBytes + 1_000_000)
                }
                #expect(SecretMemory.current == small)
                for _ in 0..<10_000 { _ = SharedSecret.random(count: 2_000) }
                #expect(SecretMemory.current.reservedBytes <= small.reservedBytes + 256 << 10)
            }
        }
    #endif
}

/// The kernel's view of this process's memory.
enum VirtualMemory {
    /// The `VmFlags` of the mapping that holds the address, from /proc/self/smaps.
    static func flags(at address: Int) throws -> [Substring]? {
        // Foundation stops after the first page of such a file.
        let file = try #require(FileHandle(forReadingAtPath: "/proc/self/smaps"))
        var bytes = Data()
        while let part = try file.read(upToCount: 65_536), !part.isEmpty { bytes += part }
        let text = String(decoding: bytes, as: UTF8.self)
        var isInside = false
        for line in text.split(separator: "\n") {
            let range = line.prefix { $0 != " " }.split(separator: "-").compactMap { Int($0, radix: 16) }
            if range.count == 2 { isInside = (range[0]..<range[1]).contains(address) }
            if isInside, line.hasPrefix("VmFlags:") { return line.dropFirst(8).split(separator: " ") }
        }
        return nil
    }
}
