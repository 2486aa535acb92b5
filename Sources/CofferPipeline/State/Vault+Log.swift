// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import CofferAudit
internal import CofferBase
internal import CofferStore

/// The log's head as `status` shows it.
public struct AuditHead: Sendable {
    public let size: Int64
    public let root: TreeHash
    /// The signed note; empty before the first event.
    public let checkpoint: String
}

extension Vault {
    public func auditHead() throws -> AuditHead {
        let state = auditLog.mark()
        return AuditHead(size: state.size, root: state.root, checkpoint: try checkpoint())
    }

    /// Reads every event of one snapshot and holds the tree against the signed head. Memory is bounded.
    /// - Parameter earlier: a checkpoint that was kept elsewhere: a log that was rolled back behind it is found.
    /// - Throws: ValidationException where `earlier` is no checkpoint of this log; that says nothing about the log.
    public func verifyLog(earlier: String? = nil) throws -> (report: LogReport, checkpoint: String) {
        if let earlier {
            do throws(CheckpointError) {
                _ = try Checkpoint(
                    verifying: Array(earlier.utf8), origin: auditLog.origin, publicKey: auditLog.publicKey)
            } catch {
                throw AWSError.validation("This is no checkpoint of this vault's log: \(error).")
            }
        }
        return try store.read { reader in
            let note = try reader.setting(AuditWriter.checkpointSetting)
            let kept = earlier.map { [Array($0.utf8)] } ?? []
            if try kept.isEmpty && note == nil && reader.nextEventSequence() == 0 {
                return (LogReport(verified: 0, root: .empty, unsigned: 0, fault: nil), "")
            }
            var verifier = LogVerifier(
                source: StoredTiles(reader: reader), origin: auditLog.origin, publicKey: auditLog.publicKey)
            return (try verifier.verify(checkpoint: note, earlier: kept), String(decoding: note ?? [], as: UTF8.self))
        }
    }

    private func checkpoint() throws -> String {
        String(decoding: try store.read { try $0.setting(AuditWriter.checkpointSetting) } ?? [], as: UTF8.self)
    }
}
