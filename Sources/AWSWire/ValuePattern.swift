// SPDX-License-Identifier: Apache-2.0
internal import Synchronization

/// A pattern of the models (a Java regular expression), matched against a whole text.
///
/// It is run as a set of states that all step together, so the time is bounded by text length × pattern size whatever
/// the text: a backtracking matcher could be made to hang. Covers what the models use: classes, groups, alternation,
/// counted repetition, anchors; no back references, no lookaround, no lazy matching (which a whole match can't show).
final class ValuePattern: Sendable {
    enum Step: Sendable {
        case scalars(ScalarSet)
        case split(Int, Int)
        case jump(Int)
        case start, end
        case accept
    }

    /// A single class with a length, such as `[\w+=,.@-]{1,64}`: most patterns are, and need no states.
    private let single: (set: ScalarSet, count: ClosedRange<Int>)?
    private let program: [Step]

    /// Nil for a pattern with something this matcher lacks.
    init?(_ pattern: String) {
        var parser = PatternParser(pattern)
        guard let node = parser.parse() else { return nil }
        if case .repeated(.scalars(let set), let count) = node {
            single = (set, count)
            program = []
            return
        }
        single = nil
        var program: [Step] = []
        guard node.compile(into: &program) else { return nil }
        program.append(.accept)
        self.program = program
    }

    func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches(utf8: $0) }
    }

    func matches(utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var scalars = ScalarReader(utf8)
        if let single {
            var count = 0
            while let scalar = scalars.next() {
                guard single.set.contains(scalar) else { return false }
                count += 1
            }
            return single.count.contains(count)
        }
        var current = StateList(program.count)
        var following = StateList(program.count)
        add(0, to: &current, isStart: true, isEnd: utf8.isEmpty)
        while let scalar = scalars.next() {
            following.removeAll()
            for index in current.states {
                guard case .scalars(let set) = program[index], set.contains(scalar) else { continue }
                add(index + 1, to: &following, isStart: false, isEnd: scalars.isAtEnd)
            }
            if following.states.isEmpty { return false }
            swap(&current, &following)
        }
        return current.states.contains { if case .accept = program[$0] { true } else { false } }
    }

    private func add(_ state: Int, to list: inout StateList, isStart: Bool, isEnd: Bool) {
        var pending = [state]
        while let index = pending.popLast() {
            guard list.insert(index) else { continue }
            switch program[index] {
            case .split(let a, let b):
                pending.append(b)
                pending.append(a)
            case .jump(let target): pending.append(target)
            case .start: if isStart { pending.append(index + 1) }
            case .end: if isEnd { pending.append(index + 1) }
            case .scalars, .accept: break
            }
        }
    }

    private struct StateList {
        var states: [Int] = []
        private var isIn: [Bool]

        init(_ count: Int) { isIn = Array(repeating: false, count: count) }

        mutating func insert(_ state: Int) -> Bool {
            if isIn[state] { return false }
            isIn[state] = true
            states.append(state)
            return true
        }

        mutating func removeAll() {
            for state in states { isIn[state] = false }
            states.removeAll(keepingCapacity: true)
        }
    }
}

extension ValuePattern {
    private static let compiled = Mutex<[String: ValuePattern?]>([:])

    /// The pattern, compiled once. Nil for one that can't be compiled. Patterns come from the models, so they are few.
    static func cached(_ pattern: String) -> ValuePattern? {
        if let known = compiled.withLock({ $0[pattern] }) { return known }
        let made = ValuePattern(pattern)
        compiled.withLock { $0[pattern] = .some(made) }
        return made
    }
}

/// Unicode scalars of UTF-8. A byte that is not UTF-8 reads as U+FFFD.
struct ScalarReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { at >= bytes.count }

    mutating func next() -> UInt32? {
        guard at < bytes.count else { return nil }
        let first = bytes[at]
        at += 1
        if first < 0x80 { return UInt32(first) }
        let more = first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 ? 2 : 1
        guard first >= 0xc2, first < 0xf5, at + more <= bytes.count else { return 0xfffd }
        var value = UInt32(first) & (0x3f >> UInt32(more))
        for index in at..<at + more {
            guard bytes[index] & 0xc0 == 0x80 else { return 0xfffd }
            value = value << 6 | UInt32(bytes[index] & 0x3f)
        }
        at += more
        return value
    }
}
