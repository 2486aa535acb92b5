// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import AWSAPI

/// Tags as IAM takes them. Source: IAM User Guide, "Tags for IAM resources".
enum IAMTags {
    static func merged(_ tags: [ExactString: String], with added: [IAM.Tag]) throws -> [ExactString: String] {
        var merged = tags
        var seen: Set<ExactString> = []
        for tag in added {
            guard seen.insert(folded(tag.key)).inserted else {
                throw AWSError("InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive.")
            }
            guard !tag.key.lowercased().hasPrefix("aws:") else {
                throw AWSError("InvalidInput", "Tag keys beginning with 'aws:' are reserved for system use.")
            }
            if let same = merged.keys.first(where: { folded($0.text) == folded(tag.key) }) { merged[same] = nil }
            merged[ExactString(tag.key)] = tag.value
        }
        guard merged.count <= 50 else {
            throw AWSError("LimitExceeded", "The number of tags has reached the maximum limit.", status: 409)
        }
        return merged
    }

    static func removed(_ tags: [ExactString: String], keys: [String]) -> [ExactString: String] {
        let gone = Set(keys.map { folded($0) })
        return tags.filter { !gone.contains(folded($0.key.text)) }
    }

    /// Nil rather than empty: AWS leaves the member out.
    static func list(_ tags: [ExactString: String]) -> [IAM.Tag] {
        tags.sorted { $0.key < $1.key }.map { IAM.Tag(key: $0.key.text, value: $0.value) }
    }

    /// What keys are the same by: IAM's tag keys don't differ by case alone.
    private static func folded(_ key: String) -> ExactString { ExactString(key.lowercased()) }
}
