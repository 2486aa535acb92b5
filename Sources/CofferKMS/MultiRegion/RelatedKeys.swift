// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// The keys of other Regions that have a multi-Region key's id and material.
///
/// They are read inside the transaction that changes them (invariant 6), so what one call does to all of them is never
/// half done.
enum RelatedKeys {
    /// Where they are, without the key's own Region.
    static func others(of record: KeyRecord, in scope: Scope) -> [Scope] {
        guard let regions = record.multiRegion else { return [] }
        return ([regions.primary] + regions.replicas).compactMap { Region($0) }
            .filter { $0 != scope.region }.map { Scope(account: scope.account, region: $0) }
    }

    static func load(_ reader: any StoreReader, of record: KeyRecord, in scope: Scope) throws -> [Versioned<KeyRecord>] {
        try others(of: record, in: scope).compactMap { try reader.load(KeyRecord.self, record.id, in: $0) }
    }

    static func updateOthers(
        _ writer: any StoreWriter, of record: KeyRecord, in scope: Scope,
        _ change: (inout KeyRecord, Scope) throws -> Void
    ) throws {
        for key in try load(writer, of: record, in: scope) {
            var changed = key
            try change(&changed.value, key.key.scope)
            try writer.update(changed)
        }
    }

    /// Material that waits for its import into all Regions may be rotated to once they have it.
    ///
    /// - Parameter keys: all related keys there are.
    static func settle(_ keys: inout [Versioned<KeyRecord>]) {
        let waiting = keys.first?.value.materials.first { $0.pending == .multiRegionImport }?.id
        guard let waiting, keys.allSatisfy({ $0.value.materials.contains { $0.id == waiting && $0.wrapped != nil } })
        else { return }
        for key in keys.indices {
            for index in keys[key].value.materials.indices where keys[key].value.materials[index].id == waiting {
                keys[key].value.materials[index].pending = .rotation
            }
        }
    }

    /// The events that say that the others were brought up to date.
    static func synchronized(_ record: KeyRecord, in scope: Scope, at now: Timestamp) -> [TrailRecord] {
        others(of: record, in: scope).map { other in
            ServiceEvent.record("SynchronizeMultiRegionKey", record, in: other, at: now)
        }
    }
}
