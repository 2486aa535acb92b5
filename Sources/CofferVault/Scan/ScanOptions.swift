// SPDX-License-Identifier: Apache-2.0

/// How to scan.
public struct ScanOptions: Sendable {
    /// Leave out what `.gitignore` files and `.git/info/exclude` ignore. Off by default: `.env` is usually ignored.
    public var respectsGitignore = false
    /// Scan the folders of `defaultExcludes` too.
    public var scansEverything = false
    /// Report long random values with names like "key" too, whoever's they are.
    public var generic = false
    /// Keep the keys in the findings (in locked memory), for an import.
    public var keepsSecrets = false
    /// Starts a process that takes documents apart (`ExtractorProcess`), such as `[coffer, extract-document]`. Without it
    /// documents are binary files: not scanned.
    public var extractor: [String]?
    /// Read the text in pictures too.
    public var readsImages = false
    /// Look through the history of the git repositories among the folders: all branches, tags, stashes and reflogs.
    public var history = false
    /// Look through the environments of the user's other processes.
    public var environments = false
    /// Where the kernel shows its processes.
    var processes = "/proc"
    /// Look through the clipboard.
    public var clipboard = false
    public var workers = 2
    /// Bytes read at once; results don't depend on it.
    public var chunkSize = 512 * 1024
    /// Different keys that are kept; the rest is counted.
    public var maximumFindings = 50_000
    /// Places of one key that are kept; the rest is counted.
    public var maximumPlaces = 1_000
    public var maximumWarnings = 10_000

    public init() {}

    /// Folders that hold other people's or generated files.
    public static let defaultExcludes: Set<String> = [".git", "node_modules", ".venv", "target", ".build"]
}
