// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferLocal
internal import CofferVault

/// Scans with the vault's fingerprints where there is an open vault, and with passing ones where there is none.
enum ScanRunner {
    static func scan(
        _ paths: [String], staged: String? = nil, options: ScanOptions, connection: Connection
    ) async throws -> ScanReport {
        let key: SharedSecret
        do {
            key = try await connection.with("scan") { try await $0.fingerprintKey() }
        } catch let error as VaultError where error.reason == .absent || error.reason == .sealed {
            Output.message("coffer: no open vault, so these fingerprints hold for this scan alone")
            key = .random(count: 32)
        }
        return try await scan(paths, staged: staged, options: options, key: key)
    }

    /// The argument that makes this program an `ExtractorProcess`.
    static let extractor = "extract-document"

    /// - Parameter staged: a folder whose repository's next commit is scanned, instead of files.
    static func scan(
        _ paths: [String], staged: String? = nil, options: ScanOptions, key: SharedSecret
    ) async throws -> ScanReport {
        var options = options
        // Still this program where its file was replaced meanwhile.
        options.extractor = ["/proc/self/exe", Self.extractor]
        let scanner = Scanner(options: options, catalogue: try .builtIn()) { FingerprintText.of($0, key: key) }
        if let staged { return await scanner.scanStaged(in: staged) }
        guard Terminal.isError else { return await scanner.scan(paths) }
        let start = ContinuousClock.now
        let report = await scanner.scan(paths) { progress in
            Output.write(prompt: "\r" + bar(progress, ContinuousClock.now - start) + "\u{1b}[K")
        }
        Output.write(prompt: "\r\u{1b}[K")
        return report
    }

    /// How far it is, and how long it will take, once that can be told.
    private static func bar(_ progress: ScanProgress, _ elapsed: Duration) -> String {
        let share = progress.bytesTotal > 0 ? min(1, Double(progress.bytesDone) / Double(progress.bytesTotal)) : 0
        // Narrow enough not to wrap, with all that follows.
        let cells = max(4, min(30, Terminal.errorWidth - 48))
        let filled = Int(share * Double(cells))
        var text = "scanning [" + String(repeating: "#", count: filled) + String(repeating: " ", count: cells - filled)
            + "] \(progress.filesDone)/\(progress.filesTotal) files"
        if progress.isTotalKnown, elapsed > .seconds(2), share > 0.02, share < 1 {
            let left = Int((elapsed / .seconds(1)) * (1 - share) / share)
            text += left < 90 ? ", \(left + 1) s left" : ", \((left + 59) / 60) min left"
        }
        return text
    }
}
