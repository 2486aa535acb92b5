// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Finds several patterns at once, each byte of the text being looked at once (Aho and Corasick, CACM 18(6), 1975).
///
/// The patterns are secrets, so the automaton lies in locked memory.
struct PatternAutomaton {
    static let root = 0

    private struct Node {
        /// The byte that leads here from its parent.
        var byte: UInt8 = 0
        var firstChild: Int32 = 0
        var sibling: Int32 = 0
        /// The longest other start of a pattern that the text ends with here.
        var fallback: Int32 = 0
        var depth: Int32 = 0
        /// The pattern that ends here, or -1.
        var pattern: Int32 = -1
        /// The longest pattern that ends here, this one or one that is its end; -1 where none does.
        var found: Int32 = -1
        /// The shortest pattern that leads through here.
        var through: Int32 = -1
    }

    private let nodes: SharedSecret
    /// Of each pattern.
    private let lengths: [Int]

    init(_ patterns: [SharedSecret]) {
        lengths = patterns.map(\.count)
        let most = 1 + lengths.reduce(0, +)
        let order = patterns.indices.sorted { patterns[$0].count > patterns[$1].count }
        nodes = SharedSecret(
            SecretBytes(count: most * MemoryLayout<Node>.stride) { bytes in
                let nodes = bytes.bindMemory(to: Node.self)
                nodes.initialize(repeating: Node())
                var count = 1
                for index in order {
                    patterns[index].withUnsafeBytes { pattern in
                        var at = 0
                        for byte in pattern {
                            var child = Self.child(of: at, byte, in: UnsafeBufferPointer(nodes))
                            if child == 0 {
                                child = count
                                count += 1
                                nodes[child].byte = byte
                                nodes[child].depth = nodes[at].depth + 1
                                nodes[child].sibling = nodes[at].firstChild
                                nodes[at].firstChild = Int32(child)
                            }
                            at = child
                            nodes[at].through = Int32(index)
                        }
                        nodes[at].pattern = Int32(index)
                    }
                }
                Self.link(nodes, count)
            })
    }

    /// Sets each node's fallback, the shallow ones first.
    private static func link(_ nodes: UnsafeMutableBufferPointer<Node>, _ count: Int) {
        let all = UnsafeBufferPointer(nodes)
        var queue = [Int32]()
        queue.reserveCapacity(count)
        queue.append(0)
        var next = 0
        while next < queue.count {
            let at = Int(queue[next])
            next += 1
            var child = Int(nodes[at].firstChild)
            while child != 0 {
                if at != root {
                    var fallback = Int(nodes[at].fallback)
                    while fallback != root, Self.child(of: fallback, nodes[child].byte, in: all) == 0 {
                        fallback = Int(nodes[fallback].fallback)
                    }
                    nodes[child].fallback = Int32(Self.child(of: fallback, nodes[child].byte, in: all))
                }
                nodes[child].found = nodes[child].pattern >= 0 ? nodes[child].pattern : nodes[Int(nodes[child].fallback)].found
                queue.append(Int32(child))
                child = Int(nodes[child].sibling)
            }
        }
    }

    /// 0 where there is none: nothing leads to the root.
    private static func child(of node: Int, _ byte: UInt8, in nodes: UnsafeBufferPointer<Node>) -> Int {
        var child = Int(nodes[node].firstChild)
        while child != 0, nodes[child].byte != byte { child = Int(nodes[child].sibling) }
        return child
    }

    private func withNodes<R>(_ body: (UnsafeBufferPointer<Node>) -> R) -> R {
        nodes.withUnsafeBytes { body($0.bindMemory(to: Node.self)) }
    }

    /// Where one more byte leads.
    func next(_ state: Int, _ byte: UInt8) -> Int {
        withNodes { nodes in
            var state = state
            while true {
                let child = Self.child(of: state, byte, in: nodes)
                if child != 0 || state == Self.root { return child }
                state = Int(nodes[state].fallback)
            }
        }
    }

    /// How many bytes of the text's end are the start of a pattern.
    func depth(_ state: Int) -> Int { withNodes { Int($0[state].depth) } }

    /// The longest pattern that ends here.
    func pattern(endingAt state: Int) -> (pattern: Int, length: Int)? {
        let found = withNodes { Int($0[state].found) }
        return found < 0 ? nil : (found, lengths[found])
    }

    /// The shortest pattern whose start the text's end is.
    func shortest(through state: Int) -> (pattern: Int, length: Int)? {
        let found = withNodes { Int($0[state].through) }
        return found < 0 ? nil : (found, lengths[found])
    }
}
