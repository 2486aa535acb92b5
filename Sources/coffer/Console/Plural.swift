// SPDX-License-Identifier: Apache-2.0

/// Counted nouns.
enum Plural {
    static func files(_ count: Int) -> String { of(count, "file") }
    static func keys(_ count: Int) -> String { of(count, "key") }
    static func of(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
