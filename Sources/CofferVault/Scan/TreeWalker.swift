// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Finds the files to scan, one at a time, in no particular order. Follows no links but those it is given.
final class TreeWalker {
    struct File {
        /// For opening; not necessarily UTF-8.
        let path: [UInt8]
        /// True for a path that was asked for by name.
        let isNamed: Bool
        let size: Int

        var text: String { String(decoding: path, as: UTF8.self) }
    }

    private struct Folder {
        /// As it was given.
        let path: [UInt8]
        /// Without links, for `.gitignore` rules.
        let real: [UInt8]
        let isNamed: Bool
        let scope: IgnoreScope?
        /// Whether a vault's files are among its own, or a copy's.
        var isVault = false
    }

    /// What a vault holds is encrypted, and looks like anything.
    private static let vaultFiles: Set<String> = [
        "vault.db", "vault.db-wal", "vault.db-shm", "vault.json", "vault.key", "coffer.sock", "lock",
    ]

    private struct Identity: Hashable {
        let device: UInt
        let inode: UInt
    }

    private let options: ScanOptions
    private let measures: Bool
    private let warn: (String, String) -> Void
    private let count: (WritableKeyPath<ScanStatistics, Int>) -> Void
    private var named: [File] = []
    private var folders: [Folder] = []
    private var open: (stream: OpaquePointer, folder: Folder)?
    /// Folders that were entered: one that is given twice, or within another, is walked once.
    private var entered: Set<Identity> = []
    private var namedFiles: Set<Identity> = []
    /// Folders that are git repositories, as far as they were walked, and not given out yet.
    private var repositories: [String] = []
    private let kernelDevices = FileKind.kernelDevices()

    /// `measures` asks for the files' sizes, which costs a system call each.
    init(
        _ paths: [String], options: ScanOptions, measures: Bool, warn: @escaping (String, String) -> Void,
        count: @escaping (WritableKeyPath<ScanStatistics, Int>) -> Void
    ) {
        self.options = options
        self.measures = measures
        self.warn = warn
        self.count = count
        for path in paths { add(path) }
        named.reverse()
        folders.reverse()
    }

    deinit { if let open { closedir(open.stream) } }

    func next() -> File? {
        if let file = named.popLast() { return file }
        while true {
            if let open {
                if let file = nextEntry(open.stream, open.folder) { return file }
                closedir(open.stream)
                self.open = nil
            }
            guard let folder = folders.popLast() else { return nil }
            enter(folder)
        }
    }

    /// A git repository among the folders; all are known once `next` has given out the last file.
    func nextRepository() -> String? { repositories.popLast() }

    private func add(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return warn(path, SystemError().description) }
        let bytes = Array(path.utf8)
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            let identity = Identity(device: status.st_dev, inode: status.st_ino)
            guard namedFiles.insert(identity).inserted else { return }
            named.append(File(path: bytes, isNamed: true, size: status.st_size))
        case S_IFDIR:
            let real = Self.realPath(path) ?? bytes
            let scope = options.respectsGitignore ? Self.outerScope(of: real) : nil
            var trimmed = bytes
            while trimmed.count > 1, trimmed.last == UInt8(ascii: "/") { trimmed.removeLast() }
            folders.append(Folder(path: trimmed, real: real, isNamed: true, scope: scope))
        default:
            count(\.specials)
            warn(path, "is \(FileKind.name(status.st_mode)), not a file: not scanned")
        }
    }

    private func enter(_ folder: Folder) {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | (folder.isNamed ? 0 : O_NOFOLLOW)
        let descriptor = FileKind.withCString(folder.path) { Glibc.open($0, flags) }
        let name = String(decoding: folder.path, as: UTF8.self)
        guard descriptor >= 0 else { return warn(name, "can't open the folder: \(SystemError())") }
        var status = stat()
        guard fstat(descriptor, &status) == 0,
            entered.insert(Identity(device: status.st_dev, inode: status.st_ino)).inserted
        else {
            close(descriptor)
            return
        }
        if kernelDevices.contains(status.st_dev) {
            close(descriptor)
            return warn(name, "belongs to the kernel, not to a disk: not scanned")
        }
        let isVault = faccessat(descriptor, "vault.json", F_OK, 0) == 0 && faccessat(descriptor, "vault.db", F_OK, 0) == 0
        guard let stream = fdopendir(descriptor) else {
            close(descriptor)
            return warn(name, "can't read the folder: \(SystemError())")
        }
        var scope = folder.scope
        if options.respectsGitignore, let text = FileKind.smallFile(in: folder.path, named: ".gitignore") {
            scope = IgnoreScope(parent: scope, folder: folder.real, text: text)
        }
        open = (
            stream,
            Folder(path: folder.path, real: folder.real, isNamed: false, scope: scope, isVault: isVault)
        )
    }

    private func nextEntry(_ stream: OpaquePointer, _ folder: Folder) -> File? {
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 {
                    warn(String(decoding: folder.path, as: UTF8.self), "can't read all of the folder: \(SystemError())")
                }
                return nil
            }
            let name = Self.name(of: entry)
            if name == [0x2e] || name == [0x2e, 0x2e] { continue }
            if folder.isVault, Self.vaultFiles.contains(String(decoding: name, as: UTF8.self)) {
                count(\.excluded)
                continue
            }
            if let file = consider(name, Int(entry.pointee.d_type), folder) { return file }
        }
    }

    private func consider(_ name: [UInt8], _ type: Int, _ folder: Folder) -> File? {
        let separator: [UInt8] = folder.path.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
        let path = folder.path + separator + name
        var (type, size) = (type, 0)
        if measures || type == DT_UNKNOWN {
            var status = stat()
            guard FileKind.withCString(path, { lstat($0, &status) }) == 0 else {
                warn(String(decoding: path, as: UTF8.self), SystemError().description)
                return nil
            }
            size = status.st_size
            type = Int(status.st_mode & S_IFMT) >> 12
            if namedFiles.contains(Identity(device: status.st_dev, inode: status.st_ino)) { return nil }
        }
        let isFolder = type == DT_DIR
        if name.elementsEqual(".git".utf8), type != DT_LNK { repositories.append(String(decoding: folder.path, as: UTF8.self)) }
        let real = folder.real + (folder.real.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name
        if isFolder, !options.scansEverything,
            ScanOptions.defaultExcludes.contains(String(decoding: name, as: UTF8.self))
        {
            count(\.excluded)
            return nil
        }
        if let scope = folder.scope, isFolder || type == DT_REG, scope.ignores(real, isFolder: isFolder) {
            count(\.excluded)
            return nil
        }
        switch type {
        case DT_DIR:
            folders.append(
                Folder(path: path, real: real, isNamed: false, scope: folder.scope))
            return nil
        case DT_REG: return File(path: path, isNamed: false, size: size)
        case DT_LNK: count(\.specials)
        default:
            count(\.specials)
            let kind = FileKind.name(UInt32(type) << 12)
            warn(String(decoding: path, as: UTF8.self), "is \(kind), not a file: not scanned")
        }
        return nil
    }

    /// Whether an opened file was asked for by name as well, and so is scanned already.
    func isNamedFile(device: UInt, inode: UInt) -> Bool {
        namedFiles.contains(Identity(device: device, inode: inode))
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        // The entry is only as long as its name, so it is not loaded as a whole.
        let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
        let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
        return Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
    }

    static func text(of entry: UnsafeMutablePointer<dirent>) -> String {
        String(decoding: name(of: entry), as: UTF8.self)
    }

    static func realPath(_ path: String) -> [UInt8]? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return Array(String(cString: resolved).utf8)
    }

    /// The rules of the repository that a folder lies in: `.git/info/exclude` and each `.gitignore` above it.
    private static func outerScope(of real: [UInt8]) -> IgnoreScope? {
        var above: [[UInt8]] = []
        var folder = real
        while !FileKind.exists(folder + Array("/.git".utf8)) {
            guard let slash = folder.lastIndex(of: UInt8(ascii: "/")), folder.count > 1 else { return nil }
            folder = slash == 0 ? [UInt8(ascii: "/")] : Array(folder[..<slash])
            above.append(folder)
        }
        var scope: IgnoreScope?
        if let text = FileKind.smallFile(in: folder + Array("/.git/info".utf8), named: "exclude") {
            scope = IgnoreScope(parent: nil, folder: folder, text: text)
        }
        // The folder's own file is read when it is entered.
        for outer in above.reversed() {
            if let text = FileKind.smallFile(in: outer, named: ".gitignore") {
                scope = IgnoreScope(parent: scope, folder: outer, text: text)
            }
        }
        return scope
    }
}
