internal import CSodium
// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// A key file: remarks for people, a line that names the format, the key in hexadecimal, and a checksum.
///
///     # …
///     coffer-key-file-v1
///     key 64 hexadecimal digits
///     checksum 16 hexadecimal digits
enum KeyFile {
    private static let format = "coffer-key-file-v1"
    private static let largest = 4096

    /// Makes the file with a random key. INVARIANT 9: its mode is 0600 from the first moment.
    static func create(_ path: String, vaultID: String) throws(KeyringError) -> SecretBytes {
        let key = SecretBytes.random(count: AEAD.keyCount)
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw errno == EEXIST ? .keyFileExists(path: path) : .fileFailed(path: path, code: errno)
        }
        let text = text(key, vaultID: vaultID)
        // The umask may have taken too much away.
        var code: Int32 = fchmod(file, 0o600) == 0 ? 0 : errno
        if code == 0 { code = text.withUnsafeBytes { store($0, in: file) } }
        if code == 0, fsync(file) != 0 { code = errno }
        if close(file) != 0, code == 0 { code = errno }
        if code == 0 { code = syncFolder(of: path) }
        guard code == 0 else {
            unlink(path)
            throw .fileFailed(path: path, code: code)
        }
        return key
    }

    /// The key. A file that others may touch, or that isn't sound, is refused.
    static func load(_ path: String) throws(KeyringError) -> SecretBytes {
        // Without O_NONBLOCK a pipe in the file's place would hold us up.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard file >= 0 else {
            throw errno == ENOENT ? .keyFileMissing(path: path) : .fileFailed(path: path, code: errno)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .fileFailed(path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() || status.st_uid == 0
        else { throw .keyFileNotOurs(path: path) }
        let mode = status.st_mode & 0o7777
        guard mode & 0o077 == 0 else { throw .keyFileUnsafe(path: path, mode: mode) }
        guard (1...largest).contains(Int(status.st_size)) else { throw .keyFileDamaged(path: path) }
        let text = try SecretBytes(count: Int(status.st_size)) { buffer throws(KeyringError) in
            var at = 0
            while at < buffer.count {
                let count = read(file, buffer.baseAddress?.advanced(by: at), buffer.count - at)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw .fileFailed(path: path, code: errno) }
                guard count > 0 else { throw .keyFileDamaged(path: path) }
                at += count
            }
        }
        return try parse(text, path: path)
    }

    private static func parse(_ text: borrowing SecretBytes, path: String) throws(KeyringError) -> SecretBytes {
        var formats: [String] = []
        var checksums: [String] = []
        var keys = 0
        let key = SecretBytes(count: AEAD.keyCount) { key in
            text.withUnsafeBytes { text in
                for line in text.split(separator: 0x0a) where line.first != 0x23 {
                    if line.starts(with: "key ".utf8) {
                        keys += decode(UnsafeRawBufferPointer(rebasing: line.dropFirst(4)), into: key) ? 1 : 2
                    } else if line.starts(with: "checksum ".utf8) {
                        checksums.append(String(decoding: line.dropFirst(9), as: UTF8.self))
                    } else {
                        formats.append(String(decoding: line, as: UTF8.self))
                    }
                }
            }
        }
        guard formats == [format] else {
            throw formats.count == 1 && formats[0].hasPrefix("coffer-key-file-v")
                ? .unsupported("the key file \(path)") : .keyFileDamaged(path: path)
        }
        guard keys == 1, checksums == [checksum(key)] else { throw .keyFileDamaged(path: path) }
        return key
    }

    private static func decode(_ digits: UnsafeRawBufferPointer, into key: UnsafeMutableRawBufferPointer) -> Bool {
        var count = 0
        return digits.count == key.count * 2
            && sodium_hex2bin(
                key.octets, key.count, digits.characters,
                digits.count, nil, &count, nil) == 0
            && count == key.count
    }

    private static func checksum(_ key: borrowing SecretBytes) -> String {
        Hex.encode(key.withUnsafeBytes { Hash.sha256(Array("coffer/key-file/v1".utf8), $0) }.prefix(8))
    }

    private static func text(_ key: borrowing SecretBytes, vaultID: String) -> SecretBytes {
        let vault = vaultID.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f } ? " \(vaultID)" : ""
        let head = """
            # The key file of the coffer vault\(vault).
            # With this file and the vault's folder anybody can open the vault: keep it private (mode 0600), and keep
            # a copy in another place, apart from the backups. Without it, or another seal, the vault stays shut.
            \(format)
            key\u{20}
            """
        let tail = "\nchecksum \(checksum(key))\n"
        let digits = AEAD.keyCount * 2
        return SecretBytes(count: head.utf8.count + digits + tail.utf8.count) { text in
            text.copyBytes(from: head.utf8)
            key.withUnsafeBytes { key in
                // One more than the digits for the zero that ends a C string; the tail takes its place.
                _ = sodium_bin2hex(
                    text.characters.advanced(by: head.utf8.count), digits + 1,
                    key.octets, key.count)
            }
            UnsafeMutableRawBufferPointer(rebasing: text[(head.utf8.count + digits)...]).copyBytes(from: tail.utf8)
        }
    }

    /// 0, or the error's number.
    private static func store(_ bytes: UnsafeRawBufferPointer, in file: Int32) -> Int32 {
        var at = 0
        while at < bytes.count {
            let count = write(file, bytes.baseAddress?.advanced(by: at), bytes.count - at)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count < 0 ? errno : EIO }
            at += count
        }
        return 0
    }

    /// Without this a new file's name may be gone after a power cut. 0, or the error's number.
    private static func syncFolder(of path: String) -> Int32 {
        let slash = path.lastIndex(of: "/")
        let name = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return errno }
        defer { close(folder) }
        return fsync(folder) == 0 ? 0 : errno
    }
}
