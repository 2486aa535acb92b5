// SPDX-License-Identifier: Apache-2.0
internal import CofferVault

/// `coffer scan --verify`: says what would be sent where, asks, and sends it.
enum ScanVerification {
    /// The report with its keys' statuses. Without a yes nothing is sent, and they are unknown.
    static func verify(_ report: ScanReport, yes: Bool) async throws -> ScanReport {
        let plan = VerificationPlan(report, catalogue: try .builtIn())
        guard !plan.groups.isEmpty else { return report.with(plan.unasked("")) }
        announce(plan)
        do {
            guard try Terminal.confirm("Ask them?", yes: yes) else {
                Output.message("Nothing was sent")
                return report.with(plan.unasked("not asked: you said no"))
            }
        } catch let refusal as Failure {
            // What was found is shown all the same.
            Output.message("coffer: nothing was sent: \(refusal.message)")
            Output.message("hint: \(refusal.hint ?? "add --yes") to ask the providers")
            return report.with(plan.unasked("not asked: nobody confirmed it"))
        }
        let verifier = KeyVerifier(userAgent: "coffer/\(CofferCommand.version)")
        return report.with(await verifier.statuses(for: plan))
    }

    private static func announce(_ plan: VerificationPlan) {
        Output.message("To learn whether the keys still work, this would be sent:")
        let lines = plan.groups.map { group in
            let check = group.check
            let (what, how) =
                switch check.proof {
                case .header(let header, _): ("key", "in the header \(header)")
                case .signature(let operation): ("pair", "a signed \(operation); the secret itself is not sent")
                }
            let count = "\(group.count) \(what)\(group.count == 1 ? "" : "s")"
            return [group.provider, count, "\(check.method) \(check.url)", how]
        }
        let widths = (0..<3).map { column in lines.map { $0[column].count }.max() ?? 0 }
        for line in lines {
            let cells = zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) } + [line[3]]
            Output.message("  " + cells.joined(separator: "  "))
        }
        Output.message("Each provider sees the request with your address and the time. It only reads, and costs nothing.")
    }

    /// How many work, and why the others are unknown, each reason once.
    static func showReasons(_ report: ScanReport) {
        let live = report.findings.count { $0.status == .live }
        if live > 0 { Output.message("\(live) of them still work\(live == 1 ? "s" : ""): replace what works first") }
        var counts: [(text: String, count: Int)] = []
        for finding in report.findings {
            guard let reason = finding.status?.reason else { continue }
            let text = "\(finding.provider): \(reason)"
            if let index = counts.firstIndex(where: { $0.text == text }) {
                counts[index].count += 1
            } else {
                counts.append((text, 1))
            }
        }
        for (text, count) in counts { Output.message("\(count) unknown of \(text)") }
    }
}
