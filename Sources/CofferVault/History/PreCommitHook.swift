// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Glibc

/// Why a hook can't be put in or taken out.
public struct HookError: Error, Sendable, CustomStringConvertible {
    public let description: String
    public let hint: String
}

/// git's pre-commit hook that looks through what is about to be committed.
public struct PreCommitHook: Sendable {
    private static let mark = "# Put here by coffer hook install"

    /// Where git looks for it.
    public let path: String

    /// The hook of the repository that a folder lies in.
    public init(folder: String) throws(HookError) {
        let repository = GitRepository(path: folder)
        guard let program = repository.run(["rev-parse", "--git-path", "hooks"], keepsHooksPath: true) else {
            throw HookError(description: "there is no git on this machine", hint: "install git first")
        }
        let lines = ProgramReader(program)
        let line = lines.line().map { String(decoding: $0, as: UTF8.self) }
        guard lines.isWhole, let line, !line.isEmpty else {
            throw HookError(description: "\(folder) is in no git repository", hint: "type it in a repository, or name its folder")
        }
        path = (line.hasPrefix("/") ? line : repository.path(of: line)) + "/pre-commit"
    }

    private enum Present { case none, ours, another }

    private var present: Present {
        guard FileKind.exists(Array(path.utf8)) else { return .none }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.dropLast().joined(separator: "/")
        let text = FileKind.smallFile(in: Array(folder.utf8), named: "pre-commit").map { String(decoding: $0, as: UTF8.self) }
        return text?.contains(Self.mark) == true ? .ours : .another
    }

    /// The line for another program's hook.
    public static func line(baseline: String?) -> String {
        "coffer scan --staged" + (baseline.map { " --baseline " + ShellWord.quoted($0) } ?? "")
    }

    /// Puts it in, or puts in the same one again. Another program's hook is left as it is.
    public func install(baseline: String?) throws(HookError) {
        guard present != .another else {
            throw HookError(
                description: "\(path) exists and is not Coffer's", hint: "add this line to it: \(Self.line(baseline: baseline)) || exit 1")
        }
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        mkdir(folder, 0o777)
        let text = """
            #!/bin/sh
            \(Self.mark); coffer hook remove takes it out.
            # It ends with 1 where a key is about to be committed; git commit --no-verify passes it by.
            exec \(Self.line(baseline: baseline))

            """
        do { try WholeFile.write(Array(text.utf8), to: path, mode: 0o777) } catch {
            throw HookError(description: "can't write \(path): \(error)", hint: "check the folder's permissions")
        }
    }

    /// Takes it out; false where there is none.
    public func remove() throws(HookError) -> Bool {
        switch present {
        case .none: return false
        case .another:
            throw HookError(description: "\(path) is not Coffer's", hint: "take the line with coffer scan out of it by hand")
        case .ours:
            guard unlink(path) == 0 else {
                throw HookError(description: "can't remove \(path): \(SystemError())", hint: "check the folder's permissions")
            }
            return true
        }
    }
}
