// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// What the `.env` files in one folder refer to.
struct EnvReferences {
    /// The files that hold references, from the folder on; `.env` first.
    private(set) var files: [String] = []
    private var variables: [String: String] = [:]

    init(folder: String) {
        // Of one name in several files the last counts, as with coffer run.
        for name in EnvFile.names(in: folder) {
            guard let bytes = try? FileSnapshot(path: folder + "/" + name).bytes, bytes.count <= EnvFile.longest else {
                continue
            }
            let env = EnvFile(bytes)
            let found = env.entries.compactMap { entry -> (String, String)? in
                // A name that code can say.
                guard entry.name.utf8.allSatisfy(\.isWord), case .vault(let secret)? = try? env.reference(of: entry) else {
                    return nil
                }
                return (secret, entry.name)
            }
            guard !found.isEmpty else { continue }
            files.append(name)
            for (secret, variable) in found where variables[secret] == nil { variables[secret] = variable }
        }
    }

    /// The variable that refers to a secret.
    func variable(of secret: String) -> String? { variables[secret] }
}
