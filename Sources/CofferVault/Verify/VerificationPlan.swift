// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// What would be sent to providers to learn whether a report's keys work. Making it sends nothing.
public struct VerificationPlan: Sendable {
    /// The requests of one kind.
    public struct Group: Sendable {
        public let provider: String
        public let check: ProviderCheck
        public internal(set) var count: Int
    }

    /// One request.
    struct Question: Sendable {
        /// The fingerprints of the findings that the answer is about.
        let about: [String]
        let check: ProviderCheck
        let key: SharedSecret
        /// A pair's secret half; `key` is its id then.
        var secret: SharedSecret?
    }

    /// In the order of the providers' names.
    public private(set) var groups: [Group] = []
    /// Each key is in it once.
    private(set) var questions: [Question] = []
    /// What needs no asking, by fingerprint.
    private(set) var settled: [String: KeyStatus] = [:]

    /// - Parameter report: of a scan that kept its secrets.
    public init(_ report: ScanReport, catalogue: ProviderCatalogue) {
        self.init(report) { catalogue[$0]?.check }
    }

    /// - Parameter checkOf: of a provider, by its name.
    init(_ report: ScanReport, checkOf: (String) -> ProviderCheck?) {
        var pairs: [String: [Finding]] = [:]
        for finding in report.findings {
            guard let check = checkOf(finding.provider) else {
                settled[finding.fingerprint] = .unknown("its provider can't be asked")
                continue
            }
            switch check.proof {
            case .header: add(check, key: finding)
            case .signature:
                if let group = finding.group {
                    pairs[group, default: []].append(finding)
                } else {
                    settled[finding.fingerprint] = .unknown("its other half was not found")
                }
            }
        }
        for (group, halves) in pairs {
            // Both halves bear the id's fingerprint.
            let id = halves.first { $0.fingerprint == group }
            let secrets = halves.filter { $0.fingerprint != group }
            for half in halves where id == nil || secrets.isEmpty {
                settled[half.fingerprint] = .unknown("its other half was not found")
            }
            guard let id, let check = checkOf(id.provider) else { continue }
            for secret in secrets { add(check, key: id, secret: secret) }
        }
        questions.sort { $0.about.lexicographicallyPrecedes($1.about) }
        groups.sort { $0.provider < $1.provider }
    }

    private mutating func add(_ check: ProviderCheck, key: Finding, secret: Finding? = nil) {
        let halves = [key] + (secret.map { [$0] } ?? [])
        let obstacle = halves.lazy.compactMap { half in
            half.secret().map { $0.withUnsafeBytes(check.obstacle) } ?? "the scan did not keep it"
        }.first
        guard obstacle == nil, let bytes = key.secret() else {
            for half in halves { settled[half.fingerprint] = .unknown(obstacle ?? "the scan did not keep it") }
            return
        }
        questions.append(
            Question(about: halves.map(\.fingerprint), check: check, key: bytes, secret: secret?.secret()))
        if let index = groups.firstIndex(where: { $0.provider == key.provider }) {
            groups[index].count += 1
        } else {
            groups.append(Group(provider: key.provider, check: check, count: 1))
        }
    }

    /// The statuses where nothing is asked, for a reason.
    public func unasked(_ reason: String) -> [String: KeyStatus] {
        var statuses = settled
        for question in questions {
            for fingerprint in question.about { statuses[fingerprint] = .unknown(reason) }
        }
        return statuses
    }
}

extension ScanReport {
    /// The report with its keys' statuses, by fingerprint. What works stands first, the worst before the rest.
    public func with(_ statuses: [String: KeyStatus]) -> ScanReport {
        var report = self
        for index in findings.indices { report.findings[index].status = statuses[findings[index].fingerprint] }
        let live = report.findings.filter { $0.status == .live }
        report.findings.removeAll { $0.status == .live }
        report.findings = live.sorted { a, b in
            a.severity != b.severity ? a.severity > b.severity : a.place < b.place
        } + report.findings
        return report
    }
}
