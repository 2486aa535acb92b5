// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Tags as IAM takes them. Source: IAM User Guide, "Tags for IAM resources".
enum IAMTags {
    /// - Parameter exactly: keys differ by case, as those of managed policies do and of nothing else.
    static func merged(
        _ tags: [ExactString: String], with added: [IAM.Tag]?, exactly: Bool = false
    ) throws -> [ExactString: String] {
        var merged = tags
        var seen: Set<ExactString> = []
        for tag in added ?? [] {
            guard seen.insert(identity(tag.key, exactly)).inserted else {
                let note = exactly ? "" : " Please note that Tag keys are case insensitive."
                throw AWSError("InvalidInput", "Duplicate tag keys found.\(note)")
            }
            guard !tag.key.lowercased().hasPrefix("aws:") else {
                throw AWSError("InvalidInput", "Tag keys beginning with 'aws:' are reserved for system use.")
            }
            let same = merged.keys.first { identity($0.text, exactly) == identity(tag.key, exactly) }
            if let same { merged[same] = nil }
            merged[ExactString(tag.key)] = tag.value
        }
        guard merged.count <= 50 else {
            throw AWSError("LimitExceeded", "The number of tags has reached the maximum limit.", status: 409)
        }
        return merged
    }

    static func removed(
        _ tags: [ExactString: String], keys: [String], exactly: Bool = false
    ) -> [ExactString: String] {
        let gone = Set(keys.map { identity($0, exactly) })
        return tags.filter { !gone.contains(identity($0.key.text, exactly)) }
    }

    static func list(_ tags: [ExactString: String]) -> [IAM.Tag] {
        tags.sorted { $0.key < $1.key }.map { IAM.Tag(key: $0.key.text, value: $0.value) }
    }

    /// Nil rather than empty, where AWS leaves the member out.
    static func present(_ tags: [ExactString: String]) -> [IAM.Tag]? { tags.isEmpty ? nil : list(tags) }

    static func page(
        _ tags: [ExactString: String], marker: String?, limit: Int?
    ) throws -> (items: [IAM.Tag], marker: String?) {
        try IAMPage.items(list(tags), marker: marker, limit: limit, by: \.key)
    }

    /// What keys are the same by.
    private static func identity(_ key: String, _ exactly: Bool) -> ExactString {
        ExactString(exactly ? key : key.lowercased())
    }
}
