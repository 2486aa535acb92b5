// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Which versions without labels are kept: those of the last 24 hours, and as many as make a hundred.
///
/// Source: Secrets Manager User Guide, "What's in a secret", version.
enum VersionRetention {
    static let least = 100
    static let shelter = Duration.days(1)
    /// A secret that changes all the time is looked through this often at most.
    private static let pause = Duration.seconds(3600)
    private static let batch = 100

    struct Place: Sendable, Equatable {
        let key: String
        let revision: Int64
        let versionID: String
        let createdAt: Int64
    }

    /// Removes what need not be kept, inside the transaction that adds a version. Cost: nothing for most calls.
    static func purge(_ secret: inout SecretRecord, in scope: Scope, at now: Timestamp, _ writer: any StoreWriter)
        throws
    {
        guard secret.versionCount > least, now.milliseconds >= secret.nextPurgeAt else { return }
        let all = try places(of: secret.uid, in: scope, writer)
        for place in expendable(all, of: secret, at: now) {
            try writer.delete(SecretVersionRecord.key(place.key, in: scope), expecting: place.revision)
            secret.versionCount -= 1
        }
        secret.nextPurgeAt = (now + pause).milliseconds
    }

    /// The oldest ones without labels, down to the least number that is kept.
    static func expendable(_ all: [Place], of secret: SecretRecord, at now: Timestamp) -> [Place] {
        let surplus = all.count - least
        guard surplus > 0 else { return [] }
        let kept = Set(secret.labelled.map(\.id))
        let limit = (now - shelter).milliseconds
        let old = all.filter { !kept.contains($0.versionID) && $0.createdAt < limit }
        return Array(old.sorted { ($0.createdAt, $0.versionID) < ($1.createdAt, $1.versionID) }.prefix(surplus))
    }

    /// Removes all versions of a secret.
    static func removeAll(of secret: SecretRecord, in scope: Scope, _ writer: any StoreWriter) throws {
        for place in try places(of: secret.uid, in: scope, writer) {
            try writer.delete(SecretVersionRecord.key(place.key, in: scope), expecting: place.revision)
        }
    }

    private static func places(of uid: String, in scope: Scope, _ reader: any StoreReader) throws -> [Place] {
        var places: [Place] = []
        var after: String?
        while true {
            let page = try reader.list(
                SecretVersionRecord.self, in: scope, where: SecretVersionRecord.index(uid), after: after, limit: batch)
            for version in page {
                places.append(
                    Place(
                        key: version.value.id, revision: version.revision, versionID: version.value.versionID,
                        createdAt: version.value.createdAt))
            }
            guard page.count == batch else { return places }
            after = page.last?.value.id
        }
    }
}
