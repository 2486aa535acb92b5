// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferStore

extension StoreContract {
    static let records: [Promise] = [
        Promise(description: "a record is read back as it was put") { store in
            let document = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
            let revision = try store.write { try $0.put(key("a"), document: document, indexes: [], expecting: nil) }
            let (found, cheap) = try store.read { (try $0.record(key("a")), try $0.revision(of: key("a"))) }
            try expect(found?.document == document && found?.key == key("a"), "the document")
            try expect(found?.revision == revision && cheap == revision, "the revision")
            try expect(store.read { try $0.record(key("b")) } == nil, "a record that is not there is nil")
        },
        Promise(description: "empty documents, ids and settings are values like others") { store in
            try store.write { writer in
                try writer.put(key(""), document: [], indexes: [alias("")], expecting: nil)
                try writer.set("", [])
            }
            try store.read { reader in
                try expect(reader.record(key(""))?.document == [], "an empty document")
                let listed = try reader.records(in: scope, kind: kind, after: nil, limit: 9)
                try expect(listed.count == 1, "an empty id is listed")
                try expect(
                    reader.records(in: scope, kind: kind, index: alias(""), after: nil, limit: 9).count == 1,
                    "an empty id is found by an empty value")
                try expect(reader.records(in: scope, kind: kind, after: "", limit: 9).isEmpty, "nothing follows it")
                try expect(reader.setting("") == [], "an empty setting")
            }
        },
        Promise(description: "account, region, kind and id compare exactly") { store in
            let ids = ["name", "Name", "name ", "na\u{0}me", "\u{e9}", "e\u{301}", "'; DROP TABLE record; --", "%", "_"]
            try store.write { writer in
                for id in ids {
                    try writer.put(key(id), document: Array(id.utf8), indexes: [alias(id)], expecting: nil)
                }
                try writer.put(key("name", in: elsewhere), document: [1], indexes: [], expecting: nil)
                try writer.put(key("name", in: stranger), document: [2], indexes: [], expecting: nil)
            }
            try store.read { reader in
                for id in ids {
                    let bytes = Array(id.utf8)
                    try expect(reader.record(key(id))?.document == bytes, "the id \(id.debugDescription)")
                    let indexed = try reader.records(in: scope, kind: kind, index: alias(id), after: nil, limit: 9)
                    try expect(indexed.map(\.document) == [bytes], "the value \(id.debugDescription)")
                }
                try expect(reader.record(key("name", in: elsewhere))?.document == [1], "another region")
                try expect(reader.record(key("name", in: stranger))?.document == [2], "another account")
                let other = RecordKey(scope: scope, kind: RecordKind("Thing"), id: "name")
                try expect(reader.record(other) == nil, "another kind")
                try expect(reader.count(in: scope, kind: kind) == ids.count, "the count of a scope")
                try expect(reader.count(in: nil, kind: kind) == ids.count + 2, "the count of all scopes")
            }
        },
        Promise(description: "listings go in byte order of the ids, page by page") { store in
            let ids = ["b", "a", "B", "\u{e9}", "aa", "z", "\u{1f511}", "\u{ffee}"]
            try store.write { writer in
                for id in ids { try writer.put(key(id), document: [], indexes: [], expecting: nil) }
                try writer.put(key("c", in: elsewhere), document: [], indexes: [], expecting: nil)
            }
            var listed: [String] = []
            while true {
                let page = try store.read { try $0.records(in: scope, kind: kind, after: listed.last, limit: 3) }
                listed += page.map(\.key.id)
                if page.count < 3 { break }
            }
            try expect(listed == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "the order")
            try expect(store.read { try $0.records(in: scope, kind: kind, after: nil, limit: 0) }.isEmpty, "no limit")
        },
        Promise(description: "a put or delete that expects another state is a conflict and changes nothing") { store in
            let first = try store.write { try $0.put(key("a"), document: [1], indexes: [alias("x")], expecting: nil) }
            try store.write { writer in
                try expectConflict("a put over an existing record") {
                    try writer.put(key("a"), document: [2], indexes: [], expecting: nil)
                }
                try expectConflict("a put with a stale revision") {
                    try writer.put(key("a"), document: [2], indexes: [alias("y")], expecting: first + 9)
                }
                try expectConflict("a put over a missing record") {
                    try writer.put(key("b"), document: [2], indexes: [], expecting: first)
                }
                try expectConflict("a delete with a stale revision") {
                    try writer.delete(key("a"), expecting: first + 9)
                }
                try expectConflict("a delete of a missing record") { try writer.delete(key("b"), expecting: first) }
            }
            try store.read { reader in
                try expect(reader.record(key("a"))?.document == [1], "the record stays")
                try expect(reader.records(kind: kind, index: alias("x"), limit: 9).count == 1, "its index stays")
                try expect(reader.records(kind: kind, index: alias("y"), limit: 9).isEmpty, "no index is added")
            }
        },
        Promise(description: "no revision is ever given twice") { store in
            var seen: Set<Int64> = []
            for _ in 0..<3 {
                let made = try store.write { try $0.put(key("a"), document: [], indexes: [], expecting: nil) }
                let changed = try store.write { try $0.put(key("a"), document: [], indexes: [], expecting: made) }
                let other = try store.write { try $0.put(key("b\(made)"), document: [], indexes: [], expecting: nil) }
                try store.write { try $0.delete(key("a"), expecting: changed) }
                for revision in [made, changed, other] {
                    try expect(seen.insert(revision).inserted, "revision \(revision) is new")
                    try expect(revision >= seen.max() ?? 0, "revisions grow")
                }
            }
        },
        Promise(description: "settings are set, replaced, listed by prefix and removed") { store in
            try store.write { writer in
                for name in ["seal/b", "seal/a", "seals", "sea", "head"] { try writer.set(name, Array(name.utf8)) }
                try writer.set("head", [1])
                try writer.set("sea", nil)
                try writer.set("none", nil)
            }
            try store.read { reader in
                try expect(reader.setting("head") == [1], "replaced")
                try expect(reader.setting("sea") == nil, "removed")
                let found = try reader.settings(withPrefix: "seal/")
                try expect(found.map(\.name) == ["seal/a", "seal/b"], "only the prefix, in order")
                try expect(found.map(\.value) == [Array("seal/a".utf8), Array("seal/b".utf8)], "with their values")
            }
        },
    ]

    static let indexes: [Promise] = [
        Promise(description: "a record is found by its index entries and by no others") { store in
            var revision = try store.write {
                try $0.put(key("a"), document: [1], indexes: [alias("x"), alias("y"), alias("x")], expecting: nil)
            }
            revision = try store.write {
                try $0.put(key("a"), document: [2], indexes: [alias("y"), alias("z")], expecting: revision)
            }
            try store.read { reader in
                for (value, count) in [("x", 0), ("y", 1), ("z", 1), ("Y", 0)] {
                    let found = try reader.records(kind: kind, index: alias(value), limit: 9)
                    try expect(found.count == count, "the value \(value)")
                    try expect(found.allSatisfy { $0.document == [2] && $0.revision == revision }, "the newest state")
                }
                let other = IndexEntry(name: "other", value: "y")
                try expect(reader.records(kind: kind, index: other, limit: 9).isEmpty, "another index")
            }
            try store.write { try $0.delete(key("a"), expecting: revision) }
            try expect(store.read { try $0.records(kind: kind, index: alias("y"), limit: 9) }.isEmpty, "after a delete")
            try store.verifyIntegrity()
        },
        Promise(description: "records that share an index value are listed by id, page by page") { store in
            try store.write { writer in
                for id in ["c", "a", "b"] {
                    for scope in [scope, elsewhere, stranger] {
                        try writer.put(key(id, in: scope), document: [], indexes: [alias("x")], expecting: nil)
                    }
                }
            }
            try store.read { reader in
                let first = try reader.records(in: scope, kind: kind, index: alias("x"), after: nil, limit: 2)
                let rest = try reader.records(in: scope, kind: kind, index: alias("x"), after: "b", limit: 2)
                try expect(first.map(\.key) == [key("a"), key("b")] && rest.map(\.key) == [key("c")], "the pages")
                try expect(reader.records(kind: kind, index: alias("x"), limit: 99).count == 9, "over all scopes")
                try expect(reader.records(kind: kind, index: alias("x"), limit: 4).count == 4, "the limit")
                let all = try reader.records(kind: kind, index: alias("x"), limit: 99).map(\.key)
                for (place, key) in all.enumerated() {
                    let rest = try reader.records(kind: kind, index: alias("x"), after: key, limit: 99).map(\.key)
                    try expect(rest == Array(all[(place + 1)...]), "those after one of them")
                }
            }
        },
        Promise(description: "due jobs are those whose value is not above the limit, least first") { store in
            func due(_ value: String) -> IndexEntry { IndexEntry(name: "due", value: value) }
            try store.write { writer in
                try writer.put(key("late"), document: [], indexes: [due("0300")], expecting: nil)
                try writer.put(key("now", in: stranger), document: [], indexes: [due("0200")], expecting: nil)
                try writer.put(key("early"), document: [], indexes: [due("0100")], expecting: nil)
                try writer.put(key("other"), document: [], indexes: [alias("0000")], expecting: nil)
            }
            try store.read { reader in
                let found = try reader.records(kind: kind, indexName: "due", valuesThrough: "0200", limit: 9)
                try expect(found.map(\.key) == [key("early"), key("now", in: stranger)], "the due ones in order")
                let one = try reader.records(kind: kind, indexName: "due", valuesThrough: "9999", limit: 1)
                try expect(one.map(\.key.id) == ["early"], "the limit")
            }
        },
    ]
}
