// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Destroys a key whose waiting period is over, with everything that hangs on it.
enum KeyDestruction {
    private static let page = 1000

    static func write(_ key: Versioned<KeyRecord>, _ writer: any StoreWriter, at now: Timestamp) throws {
        let scope = key.key.scope
        for name in key.value.aliases {
            if let alias = try writer.load(AliasRecord.self, name, in: scope) { try writer.remove(alias) }
        }
        let grants = IndexEntry(name: GrantRecord.keyIndex, value: key.value.id)
        while case let found = try writer.list(GrantRecord.self, in: scope, where: grants, after: nil, limit: page),
            !found.isEmpty
        {
            for grant in found { try writer.remove(grant) }
        }
        try GrantCount.clear(writer, of: key.value.id, in: scope)
        try writer.set(KeyLastUse.setting(key.value.id, in: scope), nil)
        if key.value.manager == .customer { try KeyCount.remove(writer, in: scope) }
        try writer.remove(key)
        try leave(key, writer, at: now)
    }

    /// A replica that is gone is its primary's no longer. A primary that waited for that waits for its own end now: all
    /// its days, also where the replica was swept up late.
    private static func leave(_ key: Versioned<KeyRecord>, _ writer: any StoreWriter, at now: Timestamp) throws {
        let region = key.key.scope.region.description
        var others = try RelatedKeys.load(writer, of: key.value, in: key.key.scope)
        for index in others.indices {
            var other = others[index].value
            other.multiRegion?.replicas.removeAll { $0 == region }
            if other.state == .pendingReplicaDeletion, other.multiRegion?.replicas.isEmpty == true {
                other.state = .pendingDeletion
                other.deletionDate = (now + .days(other.pendingWindowInDays ?? 30)).milliseconds
                other.pendingWindowInDays = nil
            }
            others[index].value = other
        }
        RelatedKeys.settle(&others)
        for other in others { try writer.update(other) }
    }
}
