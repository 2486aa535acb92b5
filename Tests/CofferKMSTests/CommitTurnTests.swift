// SPDX-License-Identifier: Apache-2.0
import CofferStore
import Synchronization
import Testing

@testable import CofferPipeline

@Suite("A request that lost its race too often")
struct CommitTurnTests {
    private static let empty = CommitQueue.Submission(preconditions: [], epoch: 0)

    private final class Log: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    private final class Seen: Sendable {
        private let inside = Atomic(0)
        private let shared = Atomic(false)
        func enter() { if inside.add(1, ordering: .relaxed).newValue > 1 { shared.store(true, ordering: .relaxed) } }
        func leave() { inside.subtract(1, ordering: .relaxed) }
        var wasShared: Bool { shared.load(ordering: .relaxed) }
    }

    private static var own: CommitQueue.Submission {
        var submission = empty
        submission.isAlone = true
        return submission
    }

    @Test("has the commits for itself: the others' wait, and go on afterwards")
    func alone() async throws {
        let commits = try TestVault().vault.commits
        let log = Log()
        let others = try await commits.alone {
            let others = (0..<20).map { number in
                Task {
                    try await commits.submit(Self.empty)
                    log.add("other \(number)")
                }
            }
            // They are submitted while this one commits, again and again.
            for number in 0..<20 {
                for _ in 0..<50 { await Task.yield() }
                try await commits.submit(Self.own)
                log.add("own \(number)")
            }
            return others
        }
        for other in others { try await other.value }
        #expect(log.all.prefix(20) == (0..<20).map { "own \($0)" }[...])
        #expect(Set(log.all.dropFirst(20)) == Set((0..<20).map { "other \($0)" }))
    }

    @Test("takes its turn after whoever has them, also where that one fails")
    func turns() async throws {
        struct Given: Error {}
        let commits = try TestVault().vault.commits
        let seen = Seen()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<32 {
                group.addTask {
                    do {
                        try await commits.alone {
                            seen.enter()
                            defer { seen.leave() }
                            if number.isMultiple(of: 3) { try await commits.submit(Self.own) }
                            if number.isMultiple(of: 2) { throw Given() }
                        }
                    } catch is Given {}
                }
                group.addTask { try await commits.submit(Self.empty) }
            }
            try await group.waitForAll()
        }
        #expect(!seen.wasShared)
        try await commits.submit(Self.empty)
    }
}
