// SPDX-License-Identifier: Apache-2.0
public import CofferBase

extension ScanReport {
    /// The report as a SARIF 2.1.0 log (OASIS), which code hosts and editors show beside the lines.
    ///
    /// Paths are as they were given to the scan: give relative ones, so that a code host finds its files.
    public func sarif(toolVersion: String, catalogue: ProviderCatalogue) -> JSONValue {
        let used = Set(findings.map(\.detector))
        let rules = catalogue.providers.flatMap { provider in
            provider.detectors.filter { used.contains($0.id) }.map { Self.rule($0, provider) }
        }
        let results = findings.flatMap { finding in
            finding.places.map { Self.result(finding, $0, catalogue) }
        }
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": ["name": "Coffer", "semanticVersion": .string(toolVersion), "rules": .array(rules)]
                    ],
                    "invocations": [
                        [
                            "executionSuccessful": .bool(isComplete),
                            "toolExecutionNotifications": .array(
                                warnings.map { ["level": "warning", "message": ["text": .string($0.description)]] }),
                        ]
                    ],
                    "columnKind": "unicodeCodePoints", "results": .array(results),
                ]
            ],
        ]
    }

    private static func rule(_ detector: Detector, _ provider: Provider) -> JSONValue {
        var help = "Replace the key, and keep the new one in the vault."
        if let console = provider.console { help = "Replace the key at \(console), and keep the new one in the vault." }
        return [
            "id": .string(detector.id), "shortDescription": ["text": .string("A key of \(provider.title) in plaintext")],
            "help": ["text": .string(help)],
            "defaultConfiguration": ["level": .string(level(detector.severity))],
        ]
    }

    private static func result(_ finding: Finding, _ place: Finding.Place, _ catalogue: ProviderCatalogue) -> JSONValue {
        let title = catalogue[finding.provider]?.title ?? finding.provider
        var location = JSONObject([("artifactLocation", ["uri": .string(uri(place.path))])])
        // Within documents and history, lines are not the file's.
        if place.part == nil, place.commit == nil {
            location["region"] = ["startLine": .integer(Int64(place.line)), "startColumn": .integer(Int64(place.column))]
        }
        var result = JSONObject([
            ("ruleId", .string(finding.detector)), ("level", .string(level(finding.severity))),
            ("message", ["text": .string("A key of \(title) in plaintext: \(place.text)")]),
            (
                "locations",
                place.origin == .file
                    ? [["physicalLocation": .object(location)]]
                    : [["logicalLocations": [["fullyQualifiedName": .string(place.text)]]]]
            ),
            ("partialFingerprints", ["cofferKey/v1": .string(finding.fingerprint)]),
        ])
        if let status = finding.status { result["properties"] = ["status": .string(status.name)] }
        return .object(result)
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low: "note"
        }
    }

    /// A path as a URI reference (RFC 3986): everything but unreserved characters and `/` escaped.
    private static func uri(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            let isPlain = byte.isAlphanumeric || "-._~/".utf8.contains(byte)
            text += isPlain ? String(UnicodeScalar(byte)) : "%" + Hex.encode([byte]).uppercased()
        }
        return (path.hasPrefix("/") ? "file://" : "") + text
    }
}
