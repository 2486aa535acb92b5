// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// One page of an IAM listing: `Marker` is the place of the last item of the page before, base64.
enum IAMPage {
    /// A part of a listing, read in order of ids a batch at a time.
    struct Section<Item> {
        /// The batch after an id, each item worked out when it is wanted: nil for what isn't listed. Empty at the end.
        let batch: (_ after: String?) throws -> [(id: String, item: () throws -> Item?)]

        static func versioned<R: VaultRecord>(
            _ type: R.Type, _ vault: Vault, _ request: Authenticated, index: IndexEntry? = nil,
            _ item: @escaping (Versioned<R>) throws -> Item?
        ) -> Section {
            Section { after in
                let scope = request.scope.global
                let records = try vault.store.read { reader in
                    if let index { return try reader.list(R.self, in: scope, where: index, after: after, limit: 200) }
                    return try reader.list(R.self, in: scope, after: after, limit: 200)
                }
                return records.map { record in (record.value.id, { try item(record) }) }
            }
        }

        static func records<R: VaultRecord>(
            _ type: R.Type, _ vault: Vault, _ request: Authenticated, index: IndexEntry? = nil,
            _ item: @escaping (R) throws -> Item?
        ) -> Section { .versioned(type, vault, request, index: index) { try item($0.value) } }

        /// A list that is always the same, by its items' places in it.
        static func fixed<Element>(_ all: [Element], _ item: @escaping (Element) throws -> Item?) -> Section {
            Section { after in
                let last = after.map { Int($0) ?? Int.max } ?? -1
                return all.indices.filter { $0 > last }.map { index in (String(index), { try item(all[index]) }) }
            }
        }
    }

    /// One marker runs over all sections.
    static func sections<Item>(
        _ sections: [Section<Item>], marker: String?, limit: Int?
    ) throws -> (items: [Item], marker: String?) {
        var (number, after) = try position(marker)
        let limit = limit ?? 100
        var items: [Item] = []
        var last = ""
        while number < sections.count {
            let batch = try sections[number].batch(after)
            guard let end = batch.last else {
                (number, after) = (number + 1, nil)
                continue
            }
            for (id, make) in batch {
                guard let item = try make() else { continue }
                if items.count == limit { return (items, token(last)) }
                items.append(item)
                last = "\(number) \(id)"
            }
            after = end.id
        }
        return (items, nil)
    }

    static func records<R: VaultRecord, Item>(
        _ type: R.Type, marker: String?, limit: Int?, _ vault: Vault, _ request: Authenticated,
        index: IndexEntry? = nil,
        _ item: @escaping (R) throws -> Item?
    ) throws -> (items: [Item], marker: String?) {
        try sections([.records(type, vault, request, index: index, item)], marker: marker, limit: limit)
    }

    /// A page of what is at hand, in order of its ids.
    static func items<Item>(
        _ all: [Item], marker: String?, limit: Int?, by id: (Item) -> String
    ) throws -> (items: [Item], marker: String?) {
        let after = try position(marker).after.map { ExactString($0) }
        let rest = all.drop { item in after.map { ExactString(id(item)) <= $0 } ?? false }
        let page = rest.prefix(limit ?? 100)
        return (Array(page), page.count < rest.count ? page.last.map { token("0 \(id($0))") } : nil)
    }

    /// A page of what is worked out one by one, by its place. It ends sooner where an item says that it is enough.
    static func computed<Item>(
        _ count: Int, marker: String?, limit: Int?, _ item: (Int) throws -> (item: Item, isEnough: Bool)
    ) throws -> (items: [Item], marker: String?) {
        let last = try position(marker).after.map { Int($0) ?? count } ?? -1
        guard (-1..<count).contains(last) else { return ([], nil) }
        var items: [Item] = []
        for place in (last + 1)..<count {
            let (made, isEnough) = try item(place)
            items.append(made)
            if isEnough || items.count == limit ?? 100 {
                return (items, place + 1 < count ? token("0 \(place)") : nil)
            }
        }
        return (items, nil)
    }

    static func names(
        _ all: some Sequence<String>, marker: String?, limit: Int?
    ) throws -> (items: [String], marker: String?) {
        try items(all.sorted(), marker: marker, limit: limit) { $0 }
    }

    private static func token(_ place: String) -> String { Base64.encode(Array(place.utf8)) }

    private static func position(_ marker: String?) throws -> (section: Int, after: String?) {
        guard let marker else { return (0, nil) }
        guard let bytes = Base64.decode(marker), let text = String(validating: bytes, as: UTF8.self),
            let space = text.firstIndex(of: " "), let section = Int(text[..<space]), section >= 0
        else { throw AWSError("ValidationError", "Invalid Marker.") }
        return (section, String(text[text.index(after: space)...]))
    }
}
