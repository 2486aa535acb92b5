// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Notes that a backup was made, and where, for the log and for whoever asks how old the last one is.
struct RecordBackupHandler: OperationHandler {
    typealias Operation = Coffer.RecordBackup
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: Coffer.RecordBackupInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [try request.vaultCheck("RecordBackup", vault)])
    }

    func perform(
        _ input: Coffer.RecordBackupInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<Coffer.RecordBackupOutput> {
        let time = request.receivedAt
        return .change(TrailNotes()) { writer in
            try writer.set(BackupSetting.name, BackupSetting.value(time))
            return Coffer.RecordBackupOutput(lastBackupAt: time)
        }
    }

    func trailParameters(_ input: Coffer.RecordBackupInput) -> JSONValue? { ["place": .string(input.place)] }
}

/// When the last backup was made: milliseconds since 1970 as decimal text.
enum BackupSetting {
    static let name = "backup/last"

    static func value(_ time: Timestamp) -> [UInt8] { Array(String(time.milliseconds).utf8) }

    static func time(_ value: [UInt8]) -> Timestamp? {
        Int64(String(decoding: value, as: UTF8.self)).map { Timestamp(milliseconds: $0) }
    }
}
