// SPDX-License-Identifier: Apache-2.0

/// The right edge of an RFC 6962 tree: the roots of its complete subtrees, from which it grows and its root is made.
///
/// Appending costs one node hash on average; the root and the memory grow with the logarithm of the size.
public struct MerkleFrontier: Sendable, Equatable {
    /// The number of leaves.
    public private(set) var size: Int64 = 0
    /// The roots of the complete subtrees, largest (leftmost) first: one for each bit of `size`.
    public private(set) var peaks: [TreeHash] = []

    public init() {}

    init(size: Int64, peaks: [TreeHash]) {
        self.size = size
        self.peaks = peaks
    }

    public mutating func append(_ leaf: TreeHash) {
        var hash = leaf
        // Each trailing one bit of the size is a subtree of the same height that this one completes.
        var complete = size
        while complete & 1 == 1, let left = peaks.popLast() {
            hash = .node(left, hash)
            complete >>= 1
        }
        peaks.append(hash)
        size += 1
    }

    public var root: TreeHash {
        guard var hash = peaks.last else { return .empty }
        for left in peaks.dropLast().reversed() { hash = .node(left, hash) }
        return hash
    }
}
