// SPDX-License-Identifier: Apache-2.0
internal import CArchive
internal import Glibc

/// The members of a packed file, in their order. libarchive(3) reads them.
final class Archive {
    struct Member {
        let name: String
        let isFile: Bool
        let isEncrypted: Bool
    }

    private let handle: OpaquePointer
    /// What libarchive reads from, where that is memory.
    private let bytes: UnsafeMutableRawBufferPointer?
    private static let blockSize = 64 * 1024

    init(_ input: DocumentInput) throws(ExtractionStop) {
        guard let handle = archive_read_new() else { throw .damaged("there is no memory to read it with") }
        self.handle = handle
        // Named one by one: some of the others call programs, or take any text for an archive.
        for support in [
            archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
            archive_read_support_filter_lzma, archive_read_support_filter_zstd, archive_read_support_format_zip,
            archive_read_support_format_tar, archive_read_support_format_7zip, archive_read_support_format_raw,
        ] { _ = support(handle) }
        let opened: Int32
        switch input {
        case .file(let descriptor):
            bytes = nil
            lseek(descriptor, 0, SEEK_SET)
            opened = archive_read_open_fd(handle, descriptor, Self.blockSize)
        case .memory(let content):
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, content.count), alignment: 16)
            copy.copyBytes(from: content)
            bytes = copy
            opened = archive_read_open_memory(handle, copy.baseAddress, content.count)
        }
        guard opened == ARCHIVE_OK else { throw .damaged(message) }
    }

    deinit {
        archive_read_free(handle)
        bytes?.deallocate()
    }

    private var message: String {
        archive_error_string(handle).map { String(cString: $0) } ?? "it is not what it begins as"
    }

    /// The next member; nil at the end.
    func next() throws(ExtractionStop) -> Member? {
        var entry: OpaquePointer?
        var result = archive_read_next_header(handle, &entry)
        for _ in 0..<8 where result == ARCHIVE_RETRY { result = archive_read_next_header(handle, &entry) }
        if result == ARCHIVE_EOF { return nil }
        guard let entry, result == ARCHIVE_OK || result == ARCHIVE_WARN else { throw .damaged(message) }
        let type = archive_entry_filetype(entry)
        return Member(
            name: archive_entry_pathname(entry).map { String(cString: $0) } ?? "",
            isFile: type == 0 || type & S_IFMT == S_IFREG,
            isEncrypted: archive_entry_is_encrypted(entry) != 0)
    }

    /// Calls `body` with the member's content, piece by piece, until it returns false or the content ends.
    func read(_ body: (UnsafeRawBufferPointer) throws(ExtractionStop) -> Bool) throws(ExtractionStop) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = archive_read_data(handle, buffer.baseAddress, buffer.count)
            guard count >= 0 else { throw .damaged(message) }
            if count == 0 { return }
            guard try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
        }
    }

    /// The member's content, where it has at most `limit` bytes.
    func content(limit: Int) throws(ExtractionStop) -> [UInt8]? {
        var bytes: [UInt8] = []
        try read { piece throws(ExtractionStop) in
            bytes.append(contentsOf: piece)
            return bytes.count <= limit
        }
        return bytes.count <= limit ? bytes : nil
    }
}
