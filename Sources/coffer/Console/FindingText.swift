// SPDX-License-Identifier: Apache-2.0
internal import CofferVault

/// A found key, as `coffer scan` tells a person of it.
enum FindingText {
    /// Places of one key that are listed.
    private static let most = 12

    static func show(_ finding: Finding, _ provider: Provider?) {
        var title = "\(provider?.title ?? finding.provider) key"
        if let use = finding.useCase { title += " for \(use)" }
        let status = finding.status.map { ", \($0.name)" } ?? ""
        Output.line(
            "\(Terminal.bold(Terminal.plain(title)))  \(Terminal.coloured(finding.severity.rawValue + status, finding.severity))  \(finding.fingerprint)")
        for place in finding.places.prefix(most) {
            Output.line("  \(Terminal.plain(place.text))" + (place.origin == .file ? place.variable.map { "  \($0)" } ?? "" : ""))
        }
        let more = finding.places.count - most
        if more > 0 { Output.line("  and \(Plural.of(more, "place")) more, which --format json lists") }
        for (number, next) in finding.nextSteps(console: provider?.console).enumerated() {
            Output.line((number == 0 ? "  next: " : "  then: ") + Terminal.plain(next))
        }
    }
}

extension Terminal {
    /// Red for what reaches far, yellow for what is likely a key. The word says it too.
    static func coloured(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .critical, .high: red(text)
        case .medium: yellow(text)
        case .low: text
        }
    }
}
