// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Something that was not scanned, or not whole, and why.
public struct ScanWarning: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let path: String
    public let reason: String

    public var description: String { "\(path): \(reason)" }
    public static func < (a: ScanWarning, b: ScanWarning) -> Bool { (a.path, a.reason) < (b.path, b.reason) }
}

/// What a scan has looked at.
public struct ScanStatistics: Sendable, Equatable {
    /// Files that were read.
    public internal(set) var files = 0
    public internal(set) var bytes = 0
    /// Documents that were taken apart, among the files.
    public internal(set) var documents = 0
    /// Versions of files in repositories' histories, beside the files.
    public internal(set) var versions = 0
    /// Other processes of the user's whose environments were read, and whose may not be.
    public internal(set) var processes = 0, closedProcesses = 0
    /// Files that hold NUL bytes and are no UTF-16.
    public internal(set) var binaries = 0
    /// FIFOs, devices, sockets, and links that were not followed.
    public internal(set) var specials = 0
    /// Files and folders left out by the default list or `.gitignore`.
    public internal(set) var excluded = 0
    /// Findings and warnings beyond the limits of the options, which the report lacks.
    public internal(set) var dropped = 0
    public internal(set) var duration: Duration = .zero

    var json: JSONValue {
        let (seconds, attoseconds) = duration.components
        return .object(
            JSONObject([
                ("files", .integer(Int64(files))), ("bytes", .integer(Int64(bytes))),
                ("documents", .integer(Int64(documents))), ("versions", .integer(Int64(versions))),
                ("processes", .integer(Int64(processes))), ("closed_processes", .integer(Int64(closedProcesses))),
                ("binaries", .integer(Int64(binaries))), ("specials", .integer(Int64(specials))),
                ("excluded", .integer(Int64(excluded))), ("dropped", .integer(Int64(dropped))),
                ("milliseconds", .integer(seconds * 1000 + attoseconds / 1_000_000_000_000_000)),
            ]))
    }
}

/// What a scan has found. Findings are in the order of their paths, lines and columns, behind those that are known to
/// work; each key is in it once.
public struct ScanReport: Sendable {
    public internal(set) var findings: [Finding]
    public internal(set) var warnings: [ScanWarning]
    public internal(set) var statistics: ScanStatistics
    /// False where the task was cancelled before the end.
    public internal(set) var isComplete: Bool

    /// The document that `scan --format json` prints.
    public func json(catalogue: ProviderCatalogue) -> JSONValue {
        .object(
            JSONObject([
                ("findings", .array(findings.map { $0.json(console: catalogue[$0.provider]?.console) })),
                (
                    "warnings",
                    .array(warnings.map { ["path": .string($0.path), "reason": .string($0.reason)] })
                ),
                ("statistics", statistics.json), ("complete", .bool(isComplete)),
            ]))
    }
}

/// How far a scan is.
public struct ScanProgress: Sendable, Equatable {
    public internal(set) var filesDone = 0
    public internal(set) var bytesDone = 0
    /// Counted while the scan runs, so they grow until `isTotalKnown`.
    public internal(set) var filesTotal = 0
    public internal(set) var bytesTotal = 0
    public internal(set) var isTotalKnown = false

    public init() {}
}
