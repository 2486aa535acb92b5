// SPDX-License-Identifier: Apache-2.0

/// Why the store could not do what it was asked.
///
/// Descriptions name files and causes, never what records hold.
public enum StoreError: Error, Sendable, Equatable {
    /// The record was changed, made or removed since it was read: read again and decide anew.
    case conflict(String)
    /// The file is not a sound database.
    case damaged(String)
    /// No room: the disk or a quota is full.
    case full
    /// Another process uses the database.
    case busy
    /// A newer version of the program has written this vault; nothing was touched (invariant 10).
    case newerSchema(found: Int, known: Int)
    /// The file may not be read or written, or others may.
    case permission(String)
    /// Reading or writing the disk failed.
    case io(String)
    /// The store was closed.
    case closed
}

extension StoreError: CustomStringConvertible {
    /// One sentence in lower case, without a full stop.
    public var description: String {
        switch self {
        case .conflict(let what): "\(what) was changed by another request at the same time"
        case .damaged(let detail): "the vault's database is damaged: \(detail)"
        case .full: "the disk is full: the vault could not store a change, so nothing was done"
        case .busy: "the vault's database is in use by another process"
        case .newerSchema(let found, let known):
            "this vault was written by a newer coffer (format \(found); this one knows up to \(known))"
        case .permission(let detail): "the vault's database can't be opened: \(detail)"
        case .io(let detail): "the vault's disk failed: \(detail)"
        case .closed: "the vault is closed"
        }
    }

    /// What to do next, or nil where trying again is all there is.
    public var hint: String? {
        switch self {
        case .conflict, .closed: nil
        case .damaged: "put the newest backup back (`coffer backup --help` says how), then run `coffer doctor`"
        case .full: "free some space on the disk that holds the vault, then try again"
        case .busy: "wait for the other process, or stop it, and try again"
        case .newerSchema: "install a current coffer; the vault was not touched"
        case .permission: "check who owns the vault's folder and its modes (0700, files 0600)"
        case .io: "check the disk (`df`, `dmesg`), then run `coffer doctor`"
        }
    }

    /// Whether the same request may work when it is tried again at once.
    public var isTransient: Bool {
        switch self {
        case .conflict, .busy: true
        default: false
        }
    }
}
