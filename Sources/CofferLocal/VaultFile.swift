// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferCrypto
internal import Glibc

/// `vault.json`: what opens the vault, and nothing secret.
public struct VaultDescription: Sendable {
    public let vaultID: String
    public let account: AccountID
    public let region: Region
    public var seals: [SealedRootKey]

    static let format: Int64 = 1

    public init(vaultID: String, account: AccountID, region: Region, seals: [SealedRootKey]) {
        self.vaultID = vaultID
        self.account = account
        self.region = region
        self.seals = seals
    }

    public static func load(_ folder: VaultFolder) throws(VaultError) -> VaultDescription {
        let path = folder.description
        let bytes: [UInt8]
        do throws(VaultError) { bytes = try SmallFile.read(path, limit: 1 << 20) } catch {
            throw error.reason == .absent ? folder.absent : error
        }
        let damaged = VaultError(.damaged, "\(path) is damaged", hint: "put its copy from a backup back")
        guard let json = try? JSONValue(parsing: bytes), let format = json["format"]?.integer else { throw damaged }
        // INVARIANT 10: a newer vault is refused before anything is touched.
        guard format <= Self.format else {
            throw VaultError(.damaged, "this vault was made by a newer coffer (format \(format))", hint: "install a current coffer")
        }
        guard let id = json["vault"]?.string, let account = json["account"]?.string.flatMap({ AccountID($0) }),
            let region = json["region"]?.string.flatMap({ Region($0) }), let records = json["seals"]?.array
        else { throw damaged }
        var seals: [SealedRootKey] = []
        for record in records {
            do { seals.append(try SealedRootKey(json: record)) } catch { throw damaged }
        }
        guard !seals.isEmpty else { throw damaged }
        return VaultDescription(vaultID: id, account: account, region: region, seals: seals)
    }

    func store(in folder: VaultFolder) throws(VaultError) {
        let json = JSONValue.object(
            JSONObject([
                ("format", .integer(Self.format)), ("vault", .string(vaultID)), ("account", .string(account.description)),
                ("region", .string(region.description)), ("seals", .array(seals.map(\.json))),
            ]))
        try SmallFile.create(folder.description, json.encoded(pretty: true) + [0x0a])
    }
}

/// Whole files of moderate size.
public enum SmallFile {
    /// Throws `.absent` where there is none.
    public static func read(_ path: String, limit: Int) throws(VaultError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard file >= 0 else {
            throw VaultError(errno == ENOENT || errno == ENOTDIR ? .absent : .failed, "can't read \(path): \(reason(errno))")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw VaultError(.failed, "\(path) is not an ordinary file")
        }
        guard status.st_size <= limit else { throw VaultError(.failed, "\(path) is larger than \(limit) bytes") }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var at = 0
        while at < bytes.count {
            let got = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress.map { $0 + at }, $0.count - at) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw VaultError(.failed, "can't read \(path): \(reason(errno))") }
            if got == 0 { break }
            at += got
        }
        return Array(bytes.prefix(at))
    }

    /// Makes a file of mode 0600 that must be new, and has it on the disk when it returns.
    static func create(_ path: String, _ bytes: [UInt8]) throws(VaultError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw VaultError(.failed, "can't make \(path): \(reason(errno))") }
        var at = 0
        var code: Int32 = 0
        while at < bytes.count, code == 0 {
            let put = bytes.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + at }, $0.count - at) }
            if put < 0, errno == EINTR { continue }
            if put <= 0 { code = put < 0 ? errno : EIO } else { at += put }
        }
        if code == 0, fsync(file) != 0 { code = errno }
        if close(file) != 0, code == 0 { code = errno }
        guard code == 0 else { throw VaultError(.failed, "can't write \(path): \(reason(code))") }
    }

    static func syncFolder(_ path: String) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
