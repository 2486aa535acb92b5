// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The settings of one section of an AWS profile file. Values stay in locked memory.
struct ProfileFile {
    private var values: [String: SharedSecret] = [:]

    subscript(name: String) -> SharedSecret? { values[name] }

    func text(_ name: String) -> String? { values[name]?.withText { $0 } }

    /// Longer than any such file; a larger one is not one.
    private static let limit = 1024 * 1024

    /// The section's settings, by lower-case name, the last of two; nil where there is no such file or section.
    static func section(_ name: String, of path: String) throws(CredentialError) -> ProfileFile? {
        guard var bytes = try load(path) else { return nil }
        let text = SecretBytes(moving: &bytes)
        return text.withUnsafeBytes { parse($0, section: name) }
    }

    private static func parse(_ text: UnsafeRawBufferPointer, section: String) -> ProfileFile? {
        var found: ProfileFile?
        var isInside = false
        for line in text.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d }) {
            // An indented line belongs to the setting above it: nested settings, none of which is ours.
            if line.first == 0x20 || line.first == 0x09 { continue }
            let trimmed = trim(line)
            guard let first = trimmed.first, first != 0x23, first != 0x3b else { continue }
            if first == 0x5b {
                let title = trimmed.dropFirst().prefix { $0 != 0x5d }
                let words = title.split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) }
                isInside = words.joined(separator: " ") == section
                if isInside, found == nil { found = ProfileFile() }
            } else if isInside, let equals = trimmed.firstIndex(of: 0x3d) {
                let name = String(decoding: trim(trimmed[..<equals]), as: UTF8.self).lowercased()
                let value = trim(trimmed[(equals + 1)...])
                guard !value.isEmpty else { continue }
                found?.values[name] = SharedSecret(
                    SecretBytes(copying: UnsafeRawBufferPointer(rebasing: value)))
            }
        }
        return found
    }

    private static func trim(_ text: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        let start = text.drop(while: isSpace)
        guard let last = start.lastIndex(where: { !isSpace($0) }) else { return start.prefix(0) }
        return start[...last]
    }

    private static func load(_ path: String) throws(CredentialError) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw CredentialError("can't read \(path): \(String(cString: strerror(errno)))", isAbsent: false)
        }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            }
            if got < 0 {
                throw CredentialError("can't read \(path): \(String(cString: strerror(errno)))", isAbsent: false)
            }
            if got == 0 { break }
            count += got
        }
        guard count <= limit else { throw CredentialError("\(path) is too long to be a profile file", isAbsent: false) }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}

/// What tells a changed file from an unchanged one.
struct FileStamp: Equatable, Sendable {
    private let modified: Int64
    private let nanoseconds: Int64
    private let size: Int64
    private let inode: UInt64

    /// Nil where there is no such file.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        modified = Int64(status.st_mtim.tv_sec)
        nanoseconds = Int64(status.st_mtim.tv_nsec)
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
    }
}
