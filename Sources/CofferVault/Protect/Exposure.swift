// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Who may have seen a key that lay in plaintext. The worst first.
public enum Exposure: Int, Sendable, Comparable, CaseIterable {
    /// Everybody who has a copy of the repository.
    case history
    /// The makers of an AI tool, whose transcripts or prompts have it.
    case transcript
    /// The machine's other users: the file's mode lets them read it.
    case readable
    /// Programs of its user.
    case file

    public static func < (a: Exposure, b: Exposure) -> Bool { a.rawValue < b.rawValue }

    /// The worst that a key's places tell.
    public static func worst(of places: [Finding.Place]) -> Exposure { places.map(of).min() ?? .file }

    /// Folders in which AI tools keep what was said to them.
    private static let tools: Set<String> = [
        ".claude", ".codex", ".cursor", ".gemini", ".continue", ".aider.chat.history.md", ".aider.input.history", ".windsurf",
        ".codeium", ".copilot", "ChatGPT", "Claude",
    ]

    private static func of(_ place: Finding.Place) -> Exposure {
        if place.commit != nil { return .history }
        if place.path.split(separator: "/").contains(where: { tools.contains(String($0)) }) { return .transcript }
        var status = stat()
        if hasOtherUsers, stat(place.path, &status) == 0, status.st_mode & 0o044 != 0, isReachable(place.path) {
            return .readable
        }
        return .file
    }

    /// Whether other people have an account here: user ids from 1000 on are theirs (Debian policy 9.2.2).
    private static let hasOtherUsers: Bool = {
        setpwent()
        defer { endpwent() }
        // A directory service may know very many.
        for _ in 0..<1000 {
            guard let entry = getpwent() else { return false }
            let user = entry.pointee.pw_uid
            if (1000..<60_000).contains(user), user != getuid() { return true }
        }
        return false
    }()

    /// Whether other users get through the folders above.
    private static func isReachable(_ path: String) -> Bool {
        guard let real = realpath(path, nil) else { return false }
        defer { free(real) }
        var parts = String(cString: real).split(separator: "/").dropLast()
        while !parts.isEmpty {
            var status = stat()
            guard stat("/" + parts.joined(separator: "/"), &status) == 0, status.st_mode & 0o011 != 0 else { return false }
            parts.removeLast()
        }
        return true
    }

    /// For a person, after "because it stood in".
    public var text: String {
        switch self {
        case .history: "git history"
        case .transcript: "an AI tool's files"
        case .readable: "a file that others may read"
        case .file: "a file"
        }
    }

    /// Whether the key counts as known to others, and is to be replaced now.
    public var isUrgent: Bool { self < .file }
}
