// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI

/// Tags as IAM takes them. Source: IAM User Guide, "Tags for IAM resources".
enum IAMTags {
    static func merged(_ tags: [String: String], with added: [IAM.Tag]) throws -> [String: String] {
        var merged = tags
        var seen: Set<String> = []
        for tag in added {
            guard seen.insert(tag.key.lowercased()).inserted else {
                throw AWSError("InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive.")
            }
            guard !tag.key.lowercased().hasPrefix("aws:") else {
                throw AWSError("InvalidInput", "Tag keys beginning with 'aws:' are reserved for system use.")
            }
            if let same = merged.keys.first(where: { $0.lowercased() == tag.key.lowercased() }) { merged[same] = nil }
            merged[tag.key] = tag.value
        }
        guard merged.count <= 50 else {
            throw AWSError("LimitExceeded", "The number of tags has reached the maximum limit.", status: 409)
        }
        return merged
    }

    static func removed(_ tags: [String: String], keys: [String]) -> [String: String] {
        let gone = Set(keys.map { $0.lowercased() })
        return tags.filter { !gone.contains($0.key.lowercased()) }
    }

    /// Nil rather than empty: AWS leaves the member out.
    static func list(_ tags: [String: String]) -> [IAM.Tag] {
        tags.sorted { $0.key < $1.key }.map { IAM.Tag(key: $0.key, value: $0.value) }
    }
}
