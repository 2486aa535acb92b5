// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import AWSAPI

/// The rules of tags. Source: Secrets Manager API Reference, TagResource.
enum SecretTags {
    static let most = 50

    /// The tags after some were added or replaced, in the order they first came.
    static func adding(_ tags: [SecretsManager.Tag], to existing: [SecretTag]?) throws -> [SecretTag] {
        var all = existing ?? []
        var seen: [String] = []
        for tag in tags {
            guard let key = tag.key else { throw AWSError.invalidParameter("Each tag must have a key.") }
            try check(key)
            guard !seen.contains(exactly: key), seen.count < most else {
                throw AWSError.invalidParameter(
                    seen.count < most
                        ? "The tag key \(key) is given more than once." : "A request can bring at most \(most) tags.")
            }
            seen.append(key)
            let value = tag.value ?? ""
            if let index = all.firstIndex(where: { $0.key.isExactly(key) }) {
                all[index].value = value
            } else {
                all.append(SecretTag(key: key, value: value))
            }
        }
        guard all.count <= most else {
            throw AWSError("LimitExceededException", "A secret can have at most \(most) tags.")
        }
        return all
    }

    /// Refuses more tags than a request can bring, before anything is made of them.
    static func checkCount(_ tags: [SecretsManager.Tag]?) throws {
        guard tags?.count ?? 0 <= most else {
            throw AWSError.invalidParameter("A request can bring at most \(most) tags.")
        }
    }

    static func removing(_ keys: [String], from existing: [SecretTag]?) throws -> [SecretTag]? {
        for key in keys { try check(key) }
        return existing?.filter { !keys.contains(exactly: $0.key) }
    }

    private static func check(_ key: String) throws {
        guard !key.lowercased().hasPrefix("aws:") else {
            throw AWSError.invalidParameter("Tag keys that begin with aws: are reserved for AWS.")
        }
    }

    static func shapes(_ tags: [SecretTag]?) -> [SecretsManager.Tag]? {
        tags.map { $0.map { SecretsManager.Tag(key: $0.key, value: $0.value) } }
    }

    /// Condition keys for tags that a request brings.
    static func conditions(_ tags: [SecretsManager.Tag]?) -> [ExactString: [String]] {
        guard let tags, !tags.isEmpty else { return [:] }
        var keys: [ExactString: [String]] = ["aws:TagKeys": tags.compactMap(\.key)]
        for tag in tags { if let key = tag.key { keys["aws:RequestTag/\(key)"] = [tag.value ?? ""] } }
        return keys
    }
}
