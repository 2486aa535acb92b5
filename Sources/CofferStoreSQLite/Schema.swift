// SPDX-License-Identifier: Apache-2.0
internal import CofferStore
internal import GRDB

/// The tables, and how an older vault's are brought up to date.
///
/// The version is SQLite's `user_version`: the number of steps that were taken. Steps are only ever added.
enum Schema {
    /// Marks the file as Coffer's (`PRAGMA application_id`): "Cofr".
    static let applicationID: Int32 = 0x436f_6672

    static var version: Int { steps.count }

    // `record` keeps its rowid: without it the documents would lie in the key's own tree, four to a page, and a look-up
    // would cost twice as much at 20,000 records and more with each further one.
    // Texts compare as bytes (BINARY, the default). A record's small columns stand before its document, so that they
    // are read without its overflow pages. A record's index entries are kept twice: in `record_index`, to find it, and
    // encoded in its row, so that a write knows which entries to take away without another index over them.
    private static let steps = [
        """
        CREATE TABLE record (
            account TEXT NOT NULL, region TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
            revision INTEGER NOT NULL, indexes BLOB NOT NULL, document BLOB NOT NULL,
            PRIMARY KEY (account, region, kind, id)
        ) STRICT;

        CREATE TABLE record_index (
            kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
            account TEXT NOT NULL, region TEXT NOT NULL, id TEXT NOT NULL,
            PRIMARY KEY (kind, name, value, account, region, id)
        ) WITHOUT ROWID, STRICT;

        CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID, STRICT;

        CREATE TABLE counter (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID, STRICT;
        INSERT INTO counter (name, value) VALUES ('revision', 0);

        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, account TEXT NOT NULL, region TEXT NOT NULL,
            leaf BLOB NOT NULL, record BLOB NOT NULL
        ) STRICT;
        CREATE INDEX event_by_scope ON event (account, region, time);

        -- id is level * 2^48 + index
        CREATE TABLE tile (id INTEGER PRIMARY KEY, hashes BLOB NOT NULL) STRICT;
        """
    ]

    static func check(version found: Int, applicationID: Int32) throws(StoreError) {
        guard applicationID == Schema.applicationID || (applicationID == 0 && found == 0) else {
            throw .damaged("the file is another program's database")
        }
        guard found >= 0 else { throw .damaged("the format's version in the header is impossible") }
        guard found <= version else { throw .newerSchema(found: found, known: version) }
    }

    /// Brings the tables up to date in one transaction.
    static func migrate(_ db: Database) throws {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        try check(version: found, applicationID: application)
        guard found < version else { return }
        try db.inTransaction(.immediate) {
            for step in steps[found...] { try db.execute(sql: step) }
            // Pragmas take no parameters; both numbers are the program's own.
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
            return .commit
        }
        // INVARIANT 10: an older program looks for the version in the file's header before it opens anything.
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
