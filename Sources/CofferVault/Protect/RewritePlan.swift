// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Glibc

/// Which files can hold references instead of keys, which code can read its keys from the environment, and which places will
/// hold a key in plaintext still.
public struct RewritePlan: Sendable {
    /// What can stand in one key's place.
    private struct Part {
        let index: Int
        let entry: ProtectionPlan.Entry
        let place: Finding.Place
        let variable: String
        /// Whether an `.env` file has that variable already.
        let isGiven: Bool
        let placement: KeyPlacement
        /// What stands in the place now, where the placement is code.
        var expected: SharedSecret?

        func remaining(_ reason: RemainingKey.Reason) -> RemainingKey {
            RemainingKey(
                place: place, fingerprint: entry.finding.fingerprint, name: entry.name, app: entry.app, variable: variable,
                reason: reason)
        }
    }

    /// What is to be done, nothing of which is done yet.
    public struct Prepared: Sendable {
        public internal(set) var rewrites: [PreparedRewrite] = []
        /// Files that are made, with their text: `.env` files for code that reads its keys from the environment.
        public internal(set) var newFiles: [NewFile] = []
        public internal(set) var remaining: [RemainingKey] = []
    }

    private let parts: [Part]

    /// Reads the files.
    public init(_ plan: ProtectionPlan, catalogue: ProviderCatalogue) {
        let names = VariableNames(plan, catalogue)
        var parts: [Part] = []
        var files: [String: [(index: Int, place: Finding.Place)]] = [:]
        func add(_ index: Int, _ place: Finding.Place, _ placement: KeyPlacement, _ expected: SharedSecret? = nil) {
            parts.append(
                Part(index: index, entry: plan.entries[index], place: place, variable: names[index],
                    isGiven: names.isGiven(index), placement: placement, expected: expected))
        }
        for index in plan.entries.indices {
            for place in plan.entries[index].places {
                if place.commit != nil {
                    add(index, place, .stays(plan.entries[index].isGone ? .gone : .history))
                } else if place.range == nil {
                    add(index, place, .stays(.document))
                } else {
                    files[place.path, default: []].append((index, place))
                }
            }
        }
        for (path, members) in files {
            do throws(RewriteError) {
                let snapshot = try FileSnapshot(path: path)
                let env = EnvFile(snapshot.bytes)
                for (index, place) in members {
                    guard let range = place.range else { continue }
                    snapshot.bytes.withUnsafeBytes { bytes in
                        guard range.upperBound <= bytes.count else {
                            return add(index, place, .stays(.failed("the file changed meanwhile: scan it again")))
                        }
                        let placement = KeyPlacement.of(range, in: bytes, path: path, env: env, variable: names[index])
                        guard case .code(let whole, _) = placement else { return add(index, place, placement) }
                        add(index, place, placement, SharedSecret(copying: UnsafeRawBufferPointer(rebasing: bytes[whole])))
                    }
                }
            } catch {
                for (index, place) in members { add(index, place, .stays(.failed(error.detail))) }
            }
        }
        self.parts = parts.sorted { $0.place < $1.place }
    }

    /// Every place as it is: nothing is to be changed.
    public var declined: Prepared {
        var result = Prepared()
        for part in parts {
            if case .stays(let reason) = part.placement { result.remaining.append(part.remaining(reason)) } else {
                result.remaining.append(part.remaining(.declined))
            }
        }
        return result
    }

    /// Prepares the changes. What can't be changed is among `remaining`, with the reason.
    public func prepared(changingCode: Bool) -> Prepared {
        var result = Prepared()
        var changes: [String: [Part]] = [:]
        for part in parts {
            switch part.placement {
            case .stays(let reason): result.remaining.append(part.remaining(reason))
            case .code where !changingCode: result.remaining.append(part.remaining(.declined))
            case .code, .reference: changes[part.place.path, default: []].append(part)
            }
        }
        var lines = missingLines(changes.values.flatMap { $0 })
        for (path, parts) in changes.sorted(by: { $0.key < $1.key }) {
            do throws(RewriteError) {
                var replacements = try parts.map { (part) throws(RewriteError) in try Self.replacement(part) }
                if let added = lines.removeValue(forKey: path) { replacements.append(try Self.appending(added, to: path)) }
                result.rewrites.append(try Self.prepare(path, replacements))
            } catch {
                result.remaining += parts.map { $0.remaining(.failed(error.detail)) }
            }
        }
        for (path, added) in lines.sorted(by: { $0.key < $1.key }) {
            do throws(RewriteError) {
                var status = stat()
                if lstat(path, &status) == 0 {
                    result.rewrites.append(try Self.prepare(path, [try Self.appending(added, to: path)]))
                } else {
                    let note = "# References to keys in the vault; coffer run --env-file puts the keys in their place.\n"
                    result.newFiles.append(try NewFile(path: path, text: note + added.map { $0 + "\n" }.joined()))
                }
            } catch {
                // The code would read a variable that nobody sets: said where the code is.
                result.remaining += parts.filter { $0.placement.isCode && Self.envFile(of: $0) == path }
                    .map { $0.remaining(.failed("add to \(path): \($0.variable)=coffer://vault/\($0.entry.name)")) }
            }
        }
        result.remaining.sort { $0.place < $1.place }
        return result
    }

    private static func prepare(
        _ path: String, _ replacements: [FileRewriter.Replacement]
    ) throws(RewriteError) -> PreparedRewrite {
        let one = try FileRewriter().prepare(path: path, replacements: replacements)
        guard one.original.count <= Originals.longest else {
            throw RewriteError(
                .tooLarge, path, "larger than \(Originals.longest) bytes, so it could not be put back: change it by hand")
        }
        return one
    }

    private static func replacement(_ part: Part) throws(RewriteError) -> FileRewriter.Replacement {
        let finding = part.entry.finding
        guard let range = part.place.range, let key = finding.secret(), let reference = Reference(name: part.entry.name) else {
            throw RewriteError(.badReplacement, part.place.path, "the key is not at hand")
        }
        let label = "\(finding.provider) key \(finding.fingerprint)"
        if case .code(let whole, let text) = part.placement, let expected = part.expected {
            return FileRewriter.Replacement(range: whole, expected: expected, text: text, label: label)
        }
        return FileRewriter.Replacement(range: range, expected: key, text: reference.description, label: label)
    }

    /// Lines at a file's end.
    private static func appending(_ lines: [String], to path: String) throws(RewriteError) -> FileRewriter.Replacement {
        let bytes = try FileSnapshot(path: path).bytes
        let needsFeed = bytes.withUnsafeBytes { $0.last.map { $0 != 0x0a } ?? false }
        let text = (needsFeed ? "\n" : "") + lines.map { $0 + "\n" }.joined()
        return FileRewriter.Replacement(
            range: bytes.count..<bytes.count, expected: SharedSecret(copying: []), text: text, label: "")
    }

    /// What `.env` files lack of the variables that changed code will read, by the files' paths.
    private func missingLines(_ changed: [Part]) -> [String: [String]] {
        var lines: [String: [String]] = [:]
        var done: Set<Int> = []
        for part in changed where part.placement.isCode && !part.isGiven && done.insert(part.index).inserted {
            let isThere = changed.contains {
                !$0.placement.isCode && $0.index == part.index && EnvFile.isNamedLikeOne($0.place.path)
                    && $0.place.variable == part.variable
            }
            if !isThere {
                lines[Self.envFile(of: part), default: []].append("\(part.variable)=coffer://vault/\(part.entry.name)")
            }
        }
        return lines
    }

    private static func envFile(of part: Part) -> String {
        part.entry.folder.hasSuffix("/") ? part.entry.folder + ".env" : part.entry.folder + "/.env"
    }
}

extension KeyPlacement {
    var isCode: Bool { if case .code = self { true } else { false } }
}
