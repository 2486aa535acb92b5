// SPDX-License-Identifier: Apache-2.0

/// The work that one decision may take, so that whoever may write policies or make requests can't make one cost much.
///
/// A step is about a byte compared or copied. When all are spent, everything further is `undecided`: it denies, and
/// allows nothing.
struct StepBudget {
    /// About 10 ms of work. A hundred full-size policies on a request of usual size take less than a hundredth of it.
    static let steps = 4_000_000

    private var left = Self.steps

    var isSpent: Bool { left < 0 }
    var spent: Int { Self.steps - max(left, 0) }

    /// False where there is not that much left.
    @inline(__always) mutating func spend(_ steps: Int) -> Bool {
        left -= steps
        return left >= 0
    }
}
