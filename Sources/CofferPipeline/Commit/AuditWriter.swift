// SPDX-License-Identifier: Apache-2.0
public import CofferAudit
internal import CofferBase
public import CofferCrypto
internal import CofferStore
internal import Synchronization

/// Appends events to the Merkle log. Used by the commit thread alone, inside its transaction.
final class AuditWriter: Sendable {
    static let headSetting = "audit/head"
    static let checkpointSetting = "audit/checkpoint"

    private let appender: Mutex<AuditAppender>
    private let signer: CheckpointSigner
    let origin: String

    var publicKey: [UInt8] { signer.publicKey }

    /// Reads the head and holds it against the last checkpoint: work that doesn't grow with the log.
    init(store: any Store, signer: CheckpointSigner, vaultID: String) throws {
        self.signer = signer
        let origin = Checkpoint.origin(vault: vaultID)
        self.origin = origin
        appender = Mutex(try store.read { try Self.open($0, origin: origin, publicKey: signer.publicKey) })
    }

    private static func open(_ reader: any StoreReader, origin: String, publicKey: [UInt8]) throws -> AuditAppender {
        let next = try reader.nextEventSequence()
        guard let head = try reader.setting(headSetting), let note = try reader.setting(checkpointSetting) else {
            guard next == 0 else { throw StoreError.damaged("the audit log has events but no signed head") }
            return AuditAppender()
        }
        do {
            let appender = try AuditAppender(head: head, from: StoredTiles(reader: reader))
            let checkpoint = try Checkpoint(verifying: note, origin: origin, publicKey: publicKey)
            guard checkpoint.size == appender.size, checkpoint.root == appender.root, next == appender.size else {
                throw StoreError.damaged("the audit log does not end where its signed checkpoint says")
            }
            return appender
        } catch let error as AuditStateError {
            throw StoreError.damaged(error.description)
        } catch let error as CheckpointError {
            throw StoreError.damaged(error.description)
        }
    }

    /// The tree's state before a transaction, to go back to when it fails.
    func mark() -> AuditAppender { appender.withLock { $0 } }
    func reset(to mark: AuditAppender) { appender.withLock { $0 = mark } }

    func append(_ event: TrailRecord, into writer: any StoreWriter) throws {
        try appender.withLock { appender in
            let appended = appender.append(event.document)
            try writer.append(
                NewEvent(
                    sequence: appended.sequence, scope: event.scope, time: event.time, record: event.document,
                    leafHash: appended.leafHash))
            for tile in appended.tiles { try writer.putTile(level: tile.level, index: tile.index, hashes: tile.hashes) }
        }
    }

    /// Signs the new head and stores it, in the same transaction as what it covers.
    func seal(into writer: any StoreWriter) throws {
        let (head, size, root) = appender.withLock { ($0.head(), $0.size, $0.root) }
        try writer.set(Self.headSetting, head)
        try writer.set(Self.checkpointSetting, Checkpoint(origin: origin, size: size, root: root).signed(by: signer))
    }
}

extension CheckpointSigner: CheckpointSigning {}

/// The tree's stored hashes; level 0's unfilled tile from the events' own.
struct StoredTiles: LogSource {
    let reader: any StoreReader

    func tile(level: Int, index: Int64) throws -> [UInt8]? {
        if let stored = try reader.tile(level: level, index: index) { return stored }
        guard level == 0 else { return nil }
        let width = Int64(Tile.width)
        return try reader.leafHashes(index * width..<(index + 1) * width).flatMap { $0 }
    }

    func events(from sequence: Int64, limit: Int) throws -> [LoggedEvent] {
        try reader.events(EventQuery(sequences: sequence..<Int64.max, order: .oldestFirst, limit: limit)).map {
            LoggedEvent(sequence: $0.sequence, record: $0.record, leafHash: $0.leafHash)
        }
    }
}
