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
        var fetchedAt: Timestamp
    }

    private let source: any KeySetSource
    private let known = Mutex(LRUCache<ExactString, Entry>(capacity: 256))
    private static let lifetime = Duration.seconds(3600)
    /// How soon an issuer is asked again, whatever the tokens say: they may be anybody's.
    private static let pause = Duration.seconds(30)

    init(source: any KeySetSource) { self.source = source }

    /// Nil where they can't be had now.
    func keys(of issuer: String, having keyID: String?, at now: Timestamp) async -> IssuerKeySet? {
        let name = ExactString(issuer)
        let entry = known.withLock { $0.value(for: name) }
        if let entry {
            if let keys = entry.keys, keys.has(keyID), now < entry.fetchedAt + Self.lifetime { return keys }
            if now < entry.fetchedAt + Self.pause { return entry.keys }
        }
        // Others who ask meanwhile get what is known.
        _ = known.withLock { $0.insert(Entry(keys: entry?.keys, fetchedAt: now), for: name) }
        guard let text = try? await source.keySet(of: issuer), let keys = IssuerKeySet(text) else {
            // What was true an hour ago is no proof now.
            if let entry, now < entry.fetchedAt + Self.lifetime { return entry.keys }
            _ = known.withLock { $0.insert(Entry(keys: nil, fetchedAt: now), for: name) }
            return nil
        }
        _ = known.withLock { $0.insert(Entry(keys: keys, fetchedAt: now), for: name) }
        return keys
    }
}
