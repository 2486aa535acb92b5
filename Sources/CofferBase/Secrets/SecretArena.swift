// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import CSodium
internal import Synchronization

/// The locked memory that every `SecretBytes` lives in.
///
/// Memory comes in chunks (`SecretPages`: guard pages, locked, left out of core dumps, blank in a forked child) and is
/// cut into slots of powers of two, one free list for each size. A slot is wiped when it is given back, so a slot
/// that is taken is always zeroed. Chunks are kept for reuse, so a busy process doesn't call the kernel for each
/// secret. What is larger than a chunk gets pages of its own, which go back to the kernel with it.
///
/// A slot can't be given back twice: only `SecretBytes.deinit`, which runs once, and its failed initialiser do it.
final class SecretArena: Sendable {
    static let shared = SecretArena()

    static let chunkSize = 256 * 1024
    static let smallestSlot = 64
    /// Small slots are cut in runs of this many bytes, so that a rarely used size doesn't lock a chunk of its own.
    private static let runSize = 16 * 1024

    private struct State: ~Copyable, @unchecked Sendable {
        // SAFETY: raw pointers into memory that the arena owns for the life of the process; reached under the mutex.
        var free: [[UnsafeMutableRawPointer]]
        /// The part of the newest chunk that isn't cut into slots yet.
        var uncut: UnsafeMutableRawPointer?
        var uncutBytes = 0
        /// Secrets with pages of their own, and whether those are locked.
        var large: [UnsafeMutableRawPointer: Bool] = [:]
        var memory = SecretMemory()
    }

    private struct Slot: @unchecked Sendable {
        // SAFETY: exactly one owner at a time: the arena's free list or one SecretBytes.
        let pointer: UnsafeMutableRawPointer
    }

    private let state: Mutex<State>

    private init() {
        SecretPages.prepare()
        state = Mutex(State(free: Array(repeating: [], count: Self.slotClass(Self.chunkSize) + 1)))
    }

    var memory: SecretMemory { state.withLock { $0.memory } }

    func count(_ bytes: Int, isLocked: Bool) { state.withLock { Self.count(&$0, bytes, isLocked) } }

    /// Zeroed memory for `count` bytes, aligned to 64.
    func take(_ count: Int) -> UnsafeMutableRawPointer {
        precondition(count >= 0, "a secret has no negative length")
        return state.withLock { state in
            guard count <= Self.chunkSize else { return Slot(pointer: Self.takeLarge(&state, count)) }
            let index = Self.slotClass(count)
            let slot = state.free[index].popLast() ?? Self.cut(&state, index)
            state.memory.usedBytes += Self.smallestSlot << index
            return Slot(pointer: slot)
        }.pointer
    }

    /// Wipes the memory and takes it back. `count` is the one that it was taken with.
    func give(back pointer: UnsafeMutableRawPointer, count: Int) {
        let slot = Slot(pointer: pointer)
        guard count <= Self.chunkSize else { return state.withLock { Self.giveBackLarge(&$0, slot.pointer, count) } }
        let index = Self.slotClass(count)
        sodium_memzero(slot.pointer, Self.smallestSlot << index)
        state.withLock { state in
            state.free[index].append(slot.pointer)
            state.memory.usedBytes -= Self.smallestSlot << index
        }
    }

    /// 0 for up to 64 bytes, 1 for up to 128, and so on.
    static func slotClass(_ count: Int) -> Int {
        guard count > smallestSlot else { return 0 }
        return Int.bitWidth - (count - 1).leadingZeroBitCount - smallestSlot.trailingZeroBitCount
    }

    /// Cuts a run of slots, keeps all but one in the free list and returns that one.
    private static func cut(_ state: inout State, _ index: Int) -> UnsafeMutableRawPointer {
        let size = smallestSlot << index
        let run = max(size, runSize)
        if state.uncutBytes < run { grow(&state, run) }
        guard let start = state.uncut else { preconditionFailure("no memory for secrets") }
        state.uncut = start + run
        state.uncutBytes -= run
        for offset in stride(from: size, to: run, by: size) { state.free[index].append(start + offset) }
        return start
    }

    /// Replaces `uncut` by a new chunk of at least `bytes`; what is left of the old one becomes slots.
    private static func grow(_ state: inout State, _ bytes: Int) {
        while let rest = state.uncut, state.uncutBytes >= smallestSlot {
            // The largest class that fits: sizes of runs and chunks are multiples of 16 KiB, so nothing is lost.
            let index = Int.bitWidth - 1 - state.uncutBytes.leadingZeroBitCount - smallestSlot.trailingZeroBitCount
            state.free[index].append(rest)
            state.uncut = rest + smallestSlot << index
            state.uncutBytes -= smallestSlot << index
        }
        // Where little may be locked, a smaller chunk may still fit. Once that has failed too, it isn't tried again.
        var size = chunkSize
        var pages = SecretPages.allocate(size)
        while !pages.isLocked, state.memory.lockFailures == 0, size / 2 >= bytes {
            SecretPages.free(pages.start)
            size /= 2
            pages = SecretPages.allocate(size)
        }
        if !pages.isLocked, size < chunkSize {
            SecretPages.free(pages.start)
            size = chunkSize
            pages = SecretPages.allocate(size)
        }
        count(&state, size, pages.isLocked)
        state.uncut = pages.start
        state.uncutBytes = size
    }

    private static func count(_ state: inout State, _ bytes: Int, _ isLocked: Bool) {
        state.memory.reservedBytes += bytes
        if !isLocked {
            state.memory.unlockedBytes += bytes
            state.memory.lockFailures += 1
        }
    }

    private static func largeSize(_ count: Int) -> Int { (count + smallestSlot - 1) / smallestSlot * smallestSlot }

    private static func takeLarge(_ state: inout State, _ count: Int) -> UnsafeMutableRawPointer {
        let size = largeSize(count)
        let pages = SecretPages.allocate(size)
        Self.count(&state, size, pages.isLocked)
        state.memory.usedBytes += size
        state.large[pages.start] = pages.isLocked
        return pages.start
    }

    private static func giveBackLarge(_ state: inout State, _ pointer: UnsafeMutableRawPointer, _ count: Int) {
        let size = largeSize(count)
        if state.large.removeValue(forKey: pointer) == false { state.memory.unlockedBytes -= size }
        state.memory.reservedBytes -= size
        state.memory.usedBytes -= size
        SecretPages.free(pointer)
    }
}

/// What the process could do for its secrets' memory, for `status`, `doctor` and `/health`.
public struct SecretMemory: Sendable, Equatable {
    /// Bytes reserved for secrets now.
    public internal(set) var reservedBytes = 0
    /// Bytes of those that hold secrets now, rounded up to slots.
    public internal(set) var usedBytes = 0
    /// Bytes reserved now that the kernel refused to lock.
    public internal(set) var unlockedBytes = 0
    /// How often the kernel refused since the process began.
    public internal(set) var lockFailures = 0

    /// False when the kernel ever refused to lock some of it (RLIMIT_MEMLOCK): those pages could have reached swap.
    public var isLocked: Bool { lockFailures == 0 }

    /// The most bytes that the process may lock, nil where there is no limit.
    public static var lockLimit: Int? { SecretPages.lockLimit }

    /// From now on the kernel writes no core dump of this process and lets none of the user's others read its memory.
    /// Programs that it starts are not concerned.
    public static func forbidDumps() { _ = coffer_forbid_dumps() }

    public static var current: SecretMemory { SecretArena.shared.memory }

    /// Counts locked memory that a library keeps secrets in by itself.
    package static func count(foreignBytes bytes: Int, isLocked: Bool) {
        SecretArena.shared.count(bytes, isLocked: isLocked)
    }
}
