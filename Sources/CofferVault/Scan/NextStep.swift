// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

extension Finding {
    /// What a person should do about the key, in order: replace it first where others may have seen it, then store it.
    /// - Parameter console: the page where the provider's keys are made.
    public func nextSteps(console: String?) -> [String] {
        let exposure = Exposure.worst(of: places)
        let replace = exposure.isUrgent ? ["replace it, it is in \(exposure.text)\(console.map { ": \($0)" } ?? "")"] : []
        return replace + (store.map { [$0] } ?? [])
    }

    /// The command that gets it into the vault; nil for one that is in history alone.
    private var store: String? {
        switch place.origin {
        case .environment: return "start that program with coffer run, which takes keys from the vault"
        case .clipboard: return "coffer add \(provider)/USE, and copy something else"
        case .file: break
        }
        let files = places.filter { $0.commit == nil && $0.origin == .file }
        // What was read off a picture is easily misread: not to be stored.
        if files.allSatisfy({ $0.part?.contains("picture ") == true }), let picture = files.first {
            return "coffer add \(provider)/USE, typed from its source, and delete \(ShellWord.quoted(picture.path))"
        }
        if let used = files.first(where: KeyPlacement.isUsed) ?? files.first(where: { $0.range != nil }) {
            return "coffer protect \(ShellWord.quoted(KeyPlacement.folder(of: used.path)))"
        }
        return files.first.map { "coffer import \(ShellWord.quoted($0.path)), and delete it in there" }
    }
}
