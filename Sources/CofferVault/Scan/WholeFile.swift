// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Glibc

/// Files that are there whole or not at all.
enum WholeFile {
    /// Replaces the file, or makes it. Where that fails, it is as it was.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(SystemError) {
        let failure: SystemError? = bytes.withUnsafeBytes { bytes in
            do throws(SystemError) {
                try write(bytes, to: path, mode: mode)
                return nil
            } catch { return error }
        }
        if let failure { throw failure }
    }

    static func write(_ bytes: UnsafeRawBufferPointer, to path: String, mode: mode_t) throws(SystemError) {
        // New for certain: a file that lay there already would lend its mode to what is written.
        let temporary = "\(path).\(UniqueID.text(12, from: "abcdefghijklmnopqrstuvwxyz234567")).tmp"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard file >= 0 else { throw SystemError() }
        var code: Int32 = 0
        var at = 0
        while at < bytes.count, code == 0 {
            let put = Glibc.write(file, bytes.baseAddress.map { $0 + at }, bytes.count - at)
            if put < 0, errno == EINTR { continue }
            if put <= 0 { code = put < 0 ? errno : EIO } else { at += put }
        }
        if code == 0, fsync(file) != 0 { code = errno }
        close(file)
        if code == 0, rename(temporary, path) != 0 { code = errno }
        guard code == 0 else {
            unlink(temporary)
            throw SystemError(code)
        }
    }
}
