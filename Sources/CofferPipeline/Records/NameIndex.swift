// SPDX-License-Identifier: Apache-2.0
public import CofferStore

extension IndexEntry {
    /// Finds what has a name, in whatever case: IAM's names don't differ by case alone.
    public static func name(_ name: String) -> IndexEntry { IndexEntry(name: "name", value: name.lowercased()) }
}
