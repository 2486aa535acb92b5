// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferCrypto
internal import Synchronization

/// Fetches the keys that identity providers publish. The process around the engine supplies it.
public protocol KeySetSource: Sendable {
    /// The JWK Set of an issuer (`https://…`), by its OpenID configuration.
    ///
    /// Throws where it can't be had. Bounded in time and size.
    func keySet(of issuer: String) async throws -> [UInt8]
}

/// Fetches nothing: only keys that were given by hand count.
public struct NoKeySets: KeySetSource {
    private struct Unavailable: Error {}

    public init() {}
    public func keySet(of issuer: String) async throws -> [UInt8] { throw Unavailable() }
}

/// Issuers' keys, fetched when they are first needed, and again after an hour or for a key that is not among them.
final class IssuerKeys: Sendable {
    private struct Entry {
        var keys: IssuerKeySet?
        /// When these keys were the issuer's: INVARIANT 8, they count for an hour from then, whatever fails since.
        var fetchedAt: Timestamp
        var triedAt: Timestamp
    }

    private let source: any KeySetSource
    private let known = Mutex(LRUCache<ExactString, Entry>(capacity: 256))
    private let given = Mutex(LRUCache<ExactString, IssuerKeySet>(capacity: 32))
    private static let lifetime = Duration.seconds(3600)
    /// How soon an issuer is asked again, whatever the tokens say: they may be anybody's.
    private static let pause = Duration.seconds(30)

    init(source: any KeySetSource) { self.source = source }

    /// Nil where they can't be had now.
    func keys(of issuer: String, having keyID: String?, at now: Timestamp) async -> IssuerKeySet? {
        let name = ExactString(issuer)
        let entry = known.withLock { $0.value(for: name) }
        let fresh = entry.flatMap { now < $0.fetchedAt + Self.lifetime ? $0.keys : nil }
        if let fresh, fresh.has(keyID) { return fresh }
        if let entry, now < entry.triedAt + Self.pause { return fresh }
        // Others who ask meanwhile get what is known.
        _ = known.withLock { known in
            known.insert(Entry(keys: entry?.keys, fetchedAt: entry?.fetchedAt ?? now, triedAt: now), for: name)
        }
        guard let text = try? await source.keySet(of: issuer), let keys = IssuerKeySet(text) else { return fresh }
        _ = known.withLock { $0.insert(Entry(keys: keys, fetchedAt: now, triedAt: now), for: name) }
        return keys
    }

    /// Keys that were given by hand, read once.
    func given(_ text: String) -> IssuerKeySet? {
        let name = ExactString(text)
        if let keys = given.withLock({ $0.value(for: name) }) { return keys }
        guard let keys = IssuerKeySet(Array(text.utf8)) else { return nil }
        _ = given.withLock { $0.insert(keys, for: name) }
        return keys
    }
}
