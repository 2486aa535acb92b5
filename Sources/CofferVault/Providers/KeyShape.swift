// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Whether a value looks like a key of the provider that it is stored for.
public enum KeyShape {
    /// What speaks against it, for a person; nil where nothing does, and where the provider's keys have no known form.
    public static func objection(
        to value: SharedSecret, of provider: String, in catalogue: ProviderCatalogue
    ) -> String? {
        guard let known = catalogue[provider], known.detectors.contains(where: \.isVerified) else { return nil }
        let start = Array("\(known.environment.first ?? "API_KEY")=".utf8)
        let text = SecretBytes(count: start.count + value.count) { target in
            target.copyBytes(from: start)
            value.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: target[start.count...]).copyMemory(from: $0) }
        }
        let scanner = Scanner.forShortTexts(catalogue)
        let found = text.withUnsafeBytes { scanner.scanText($0, name: "text") }.findings
        if found.contains(where: { $0.provider == provider }) { return nil }
        if let other = found.first.flatMap({ catalogue[$0.provider] }) { return "that looks like a key of \(other.title)" }
        return "that does not look like a key of \(known.title)"
    }
}
