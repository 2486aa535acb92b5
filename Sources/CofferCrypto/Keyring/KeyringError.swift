// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Why a vault's keys can't be had. The texts name files and numbers, never a key.
public enum KeyringError: Error, Sendable, Equatable, CustomStringConvertible {
    case wrongPassphrase
    case emptyPassphrase
    case keyFileMissing(path: String)
    /// Others than its owner may read or write the file, or it isn't an ordinary file of ours.
    case keyFileUnsafe(path: String, mode: UInt32)
    case keyFileNotOurs(path: String)
    case keyFileDamaged(path: String)
    case keyFileExists(path: String)
    /// The file is sound, but belongs to another vault or seal.
    case wrongKeyFile(path: String)
    case fileFailed(path: String, code: Int32)
    /// A stored record can't be read, or isn't as it was written.
    case damaged(String)
    /// A stored record was written by a later version.
    case unsupported(String)
    case otherVault
    case otherSeal(String)
    case unknownEpoch(UInt32)
    /// A wrapped secret was altered, or was moved here from another row.
    case wrapRefused
    /// Argon2id couldn't have the memory that the seal asks for, in bytes.
    case outOfMemory(Int)

    public var description: String {
        switch self {
        case .wrongPassphrase: "wrong passphrase\nhint: try again; nothing was changed"
        case .emptyPassphrase: "the passphrase is empty\nhint: a few random words are easy to type and hard to guess"
        case .keyFileMissing(let path):
            "the key file \(path) is missing\nhint: put its copy back, or unlock with another seal of this vault"
        case .keyFileUnsafe(let path, let mode):
            "the key file \(path) has mode 0\(String(mode, radix: 8)), so others can reach it\n"
                + "hint: chmod 600 \(ShellWord.quoted(path))"
        case .keyFileNotOurs(let path):
            "the key file \(path) isn't an ordinary file that you own\n"
                + "hint: ls -l \(ShellWord.quoted(path)) shows what it is and whose"
        case .keyFileDamaged(let path):
            "the key file \(path) is damaged\nhint: put its copy back, or unlock with another seal of this vault"
        case .keyFileExists(let path):
            "the key file \(path) is already there\nhint: it may open another vault: move it away, don't delete it"
        case .wrongKeyFile(let path): "the key file \(path) belongs to another vault\nhint: put this vault's own key file there"
        case .fileFailed(let path, let code): "can't read or write \(path): error \(code)"
        case .damaged(let what): "\(what) is damaged\nhint: restore the vault from its newest backup"
        case .unsupported(let what): "\(what) was written by a later version of coffer\nhint: update coffer"
        case .otherVault: "this seal belongs to another vault"
        case .otherSeal(let kind): "this seal is of the kind \(kind)"
        case .unknownEpoch(let epoch):
            "epoch key \(epoch) isn't in the keyring\n"
                + "hint: the vault's parts are from different times: restore a backup"
        case .wrapRefused: "a wrapped secret was altered or stands in another's place\nhint: coffer doctor"
        case .outOfMemory(let bytes): "unlocking needs \(bytes >> 20) MiB of free memory"
        }
    }
}
