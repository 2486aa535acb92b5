// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferVault

/// Keys that somebody typed where a name belongs. Names are shown, and the log keeps them for ever.
enum TypedKey {
    /// The shortest argument that could hold one.
    private static let shortest = 30

    /// Whether a text holds a key, so that it may not be shown.
    static func isMeant(by text: String) -> Bool {
        guard text.utf8.count >= shortest, let scanner = try? scanner.get() else { return false }
        return Array(text.utf8).withUnsafeBytes(scanner.holdsKey)
    }

    private static let scanner = Result { Scanner.forShortTexts(try .builtIn()) }

    /// Refuses them before anything else is done. What stands behind `run`'s `--` is another program's affair. (An AWS
    /// access key id, which is no secret, is shorter.)
    static func refuse(in arguments: [String]) throws {
        let own = arguments.dropFirst().first == "run" ? arguments.prefix { $0 != "--" } : arguments[...]
        let candidates = own.dropFirst().filter { $0.utf8.count >= shortest }
        if candidates.isEmpty { return }
        _ = try scanner.get()
        guard candidates.contains(where: isMeant) else { return }
        throw Failure(
            .usage, "an argument is an API key: other programs can see it there, and your shell keeps it in its history",
            hint: "type keys at the prompt (coffer add PROVIDER/USE), and replace this one at its provider")
    }
}

extension Terminal {
    /// Asks whether a value that is no key of its provider's by its looks is meant. Without a terminal it is said and taken.
    static func confirmShape(of value: SharedSecret, provider: String, yes: Bool) throws {
        guard let objection = KeyShape.objection(to: value, of: provider, in: try .builtIn()) else { return }
        Output.message("coffer: \(objection)")
        guard isInput, !yes else { return }
        guard try confirm("Store it all the same?", yes: false) else {
            throw Failure(.refusedInput, "nothing was stored", hint: "copy the whole key, and run the command again")
        }
    }
}
