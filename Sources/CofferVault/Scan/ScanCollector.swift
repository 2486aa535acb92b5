// SPDX-License-Identifier: Apache-2.0
internal import Synchronization

/// Takes in what the workers find. Bounded: beyond the options' limits it only counts.
final class ScanCollector: Sendable {
    private struct State {
        var findings: [String: Finding] = [:]
        var warnings: Set<ScanWarning> = []
        var statistics = ScanStatistics()
        var progress = ScanProgress()
        var reported: ContinuousClock.Instant?
        var isStopped = false
    }

    private let state = Mutex(State())
    private let options: ScanOptions
    private let report: (@Sendable (ScanProgress) -> Void)?
    private let started = ContinuousClock.now
    private static let interval: Duration = .milliseconds(50)

    init(_ options: ScanOptions, report: (@Sendable (ScanProgress) -> Void)?) {
        self.options = options
        self.report = report
    }

    var isStopped: Bool { state.withLock { $0.isStopped } }
    func stop() { state.withLock { $0.isStopped = true } }

    func warn(_ path: String, _ reason: String) {
        state.withLock { state in
            if state.warnings.count < options.maximumWarnings {
                state.warnings.insert(ScanWarning(path: path, reason: reason))
            } else {
                state.statistics.dropped += 1
            }
        }
    }

    func count(_ what: WritableKeyPath<ScanStatistics, Int>, _ amount: Int = 1) {
        state.withLock { $0.statistics[keyPath: what] += amount }
    }

    func add(_ findings: [Finding]) {
        state.withLock { state in
            for finding in findings { add(finding, &state) }
        }
    }

    private func add(_ finding: Finding, _ state: inout State) {
        guard var known = state.findings[finding.fingerprint] else {
            if state.findings.count < options.maximumFindings {
                state.findings[finding.fingerprint] = finding
            } else {
                state.statistics.dropped += 1
            }
            return
        }
        guard known.otherPlaces.count < options.maximumPlaces else {
            state.statistics.dropped += 1
            return
        }
        // Taken out before it is changed, so that its list of places is not copied each time.
        state.findings[finding.fingerprint] = nil
        let group = known.group ?? finding.group
        if finding.place < known.place {
            var first = finding
            first.otherPlaces = known.otherPlaces
            first.otherPlaces.append(known.place)
            known = first
        } else {
            known.otherPlaces.append(finding.place)
        }
        known.group = group
        state.findings[finding.fingerprint] = known
    }

    /// Counts a file's bytes as they are read. False when the scan is to stop.
    func advance(bytes: Int) -> Bool {
        let isStopped = state.withLock { state in
            state.statistics.bytes += bytes
            state.progress.bytesDone += bytes
            return state.isStopped
        }
        tell()
        return !isStopped
    }

    /// Counts bytes of a document's text, of which the progress knows nothing. False when the scan is to stop.
    func advanceWithin(bytes: Int) -> Bool {
        state.withLock { state in
            state.statistics.bytes += bytes
            return !state.isStopped
        }
    }

    func endFile() {
        state.withLock { $0.progress.filesDone += 1 }
        tell()
    }

    func expect(files: Int, bytes: Int, isKnown: Bool) {
        state.withLock { state in
            state.progress.filesTotal = files
            state.progress.bytesTotal = bytes
            state.progress.isTotalKnown = isKnown
        }
        tell()
    }

    /// Reports the progress now and then.
    private func tell(always: Bool = false) {
        guard let report else { return }
        let now = ContinuousClock.now
        let progress = state.withLock { state -> ScanProgress? in
            if !always, let reported = state.reported, now - reported < Self.interval { return nil }
            state.reported = now
            return state.progress
        }
        if let progress { report(progress) }
    }

    /// What was found, in order.
    func finish() -> ScanReport {
        tell(always: true)
        let duration = ContinuousClock.now - started
        return state.withLock { state in
            var statistics = state.statistics
            statistics.duration = duration
            let findings = state.findings.values.map { finding in
                var finding = finding
                finding.otherPlaces.sort()
                return finding
            }
            return ScanReport(
                findings: findings.sorted { $0.place < $1.place }, warnings: state.warnings.sorted(),
                statistics: statistics, isComplete: !state.isStopped)
        }
    }
}
