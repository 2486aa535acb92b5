// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Why a baseline can't be used.
public struct BaselineError: Error, Sendable, CustomStringConvertible {
    public let description: String
}

/// Findings that were accepted, so that a later scan tells only of new ones.
///
/// It holds fingerprints under a random key of its own, so that it can lie in a repository: without a vault, and for all
/// who work on it. Keys of providers are far too random to be guessed from them; a short password is not.
public struct Baseline: Sendable {
    public struct Entry: Sendable, Equatable {
        public let fingerprint: String
        public let detector: String
        /// Where it was seen first. For people: a finding counts as known wherever it is.
        public let path: String
    }

    /// What the baseline's fingerprints are made with.
    public let key: SharedSecret
    public private(set) var entries: [Entry]

    /// An empty one with a new key.
    public init() {
        key = .random(count: 32)
        entries = []
    }

    /// Reads what `json` wrote.
    public init(parsing document: [UInt8]) throws(BaselineError) {
        guard let json = try? JSONValue(parsing: document), json["version"]?.integer == 1,
            let key = json["fingerprint_key"]?.string.flatMap({ Base64.decode($0) }), key.count == 32,
            let list = json["findings"]?.array
        else { throw BaselineError(description: "it is no baseline that coffer scan --write-baseline wrote") }
        self.key = SharedSecret(copying: key)
        entries = []
        for (index, entry) in list.enumerated() {
            guard let fingerprint = entry["fingerprint"]?.string, let detector = entry["detector"]?.string,
                let path = entry["path"]?.string
            else { throw BaselineError(description: "its finding number \(index + 1) lacks fingerprint, detector or path") }
            entries.append(Entry(fingerprint: fingerprint, detector: detector, path: path))
        }
    }

    /// Takes over all findings of a report that was made with this baseline's key, and forgets those that are gone.
    public mutating func accept(_ report: ScanReport) {
        entries = report.findings.map { Entry(fingerprint: $0.fingerprint, detector: $0.detector, path: $0.path) }
    }

    /// The report without what is known, and how many findings that were.
    public func newFindings(in report: ScanReport) -> (report: ScanReport, known: Int) {
        let known = Set(entries.map(\.fingerprint))
        var rest = report
        rest.findings.removeAll { known.contains($0.fingerprint) }
        return (rest, report.findings.count - rest.findings.count)
    }

    /// Writes it whole, or leaves what was there.
    public func write(to path: String) throws(BaselineError) {
        do { try WholeFile.write(json.encoded(pretty: true) + [0x0a], to: path, mode: 0o666) } catch {
            throw BaselineError(description: "can't write \(path): \(error)")
        }
    }

    public var json: JSONValue {
        [
            "version": 1, "fingerprint_key": .string(key.withUnsafeBytes { Base64.encode(Array($0)) }),
            "findings": .array(
                entries.map {
                    ["fingerprint": .string($0.fingerprint), "detector": .string($0.detector), "path": .string($0.path)]
                }),
        ]
    }
}
