// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the vault into a folder, such as one on another disk.", usage: "coffer backup FOLDER",
        discussion: """
            Works while a server runs. The copy stays encrypted, is read through, and leaves the key file out: keep a copy \
            of that in another place, since whoever has both can read everything.

            To look into a backup, put vault.key into its folder (with a passphrase there is none), and name the folder:
              COFFER_HOME=/mnt/disk/coffer-20261124-000616 coffer list
            To put it back, move the vault's folder aside (coffer status names it), and copy the backup to its place:
              cp -r /mnt/disk/coffer-20261124-000616 ~/.local/share/coffer
              cp KEPT-COPY/vault.key ~/.local/share/coffer
              chmod -R go= ~/.local/share/coffer
            """)

    @Argument(help: "The folder. Each backup gets a new folder of its own in it, named after the time.", completion: .directory)
    var folder: String

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        let vault = try VaultFolder.standard()
        let backup = try await connection.with("backup") { session in
            if case .endpoint(let url) = session.place {
                throw Failure(
                    .usage, "the vault at \(url) is not on this machine",
                    hint: "type coffer backup where it is, without --endpoint and COFFER_ENDPOINT")
            }
            let backup = try VaultBackup.make(of: vault, into: folder, at: SystemClock().now())
            _ = try await session.client.call(Coffer.RecordBackup.self, Coffer.RecordBackupInput(place: backup.path))
            return backup
        }
        if format.isJSON {
            Output.json([
                "path": .string(backup.path), "bytes": .integer(Int64(backup.bytes)),
                "needs_key_file": .bool(backup.needsKeyFile), "on_same_disk": .bool(backup.isOnSameDisk),
            ])
            return
        }
        Output.line("Made a backup in \(backup.path) (\(backup.bytes / 1024) KiB), and read it through")
        if backup.isOnSameDisk { Output.line("It is on the same disk as the vault: copy it to another one.") }
        if backup.needsKeyFile {
            Output.line("Not in it: \(vault.keyFile), without which it does not open. Keep a copy of that in another place.")
        } else {
            Output.line("It opens with the vault's passphrase.")
        }
    }
}
