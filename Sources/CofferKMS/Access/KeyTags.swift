// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import AWSAPI

/// The rules of tags. Source: KMS Developer Guide, "Tagging keys"; messages as recorded.
enum KeyTags {
    /// The tags after some were added or replaced. Throws TagException.
    static func adding(
        _ tags: [KMS.Tag], to existing: [ExactString: String], most: Int
    ) throws -> [ExactString: String] {
        var added: [ExactString: String] = [:]
        for tag in tags {
            try checkKey(tag.tagKey)
            guard added.updateValue(tag.tagValue, forKey: ExactString(tag.tagKey)) == nil
            else { throw AWSError.tag("Duplicate tag keys") }
        }
        let all = existing.merging(added) { _, new in new }
        guard all.count <= most else { throw AWSError.tag("Too many tags") }
        return all
    }

    static func removing(_ keys: [String], from existing: [ExactString: String]) throws -> [ExactString: String] {
        for key in keys { try checkKey(key) }
        let gone = Set(keys.map { ExactString($0) })
        return existing.filter { !gone.contains($0.key) }
    }

    private static func checkKey(_ key: String) throws {
        guard !key.utf8.prefix(4).elementsEqual("aws:".utf8, by: { $0 | 0x20 == $1 | 0x20 }) else {
            throw AWSError.tag("Tags beginning with aws: are reserved")
        }
    }

    static func list(_ tags: [ExactString: String]) -> [KMS.Tag] {
        tags.sorted { $0.key < $1.key }
            .map { KMS.Tag(tagKey: $0.key.text, tagValue: $0.value) }
    }

    /// More than these can't be kept, whatever the quota; conditions are made of them before anybody is authorised.
    private static let mostInOneRequest = 1000

    static func checkCount(_ tags: [KMS.Tag]?) throws {
        if let tags, tags.count > mostInOneRequest { throw AWSError.tag("Too many tags") }
    }

    /// `aws:RequestTag/…` and `aws:TagKeys`.
    static func conditions(_ tags: [KMS.Tag]) -> [ExactString: [String]] {
        guard !tags.isEmpty else { return [:] }
        var conditions: [ExactString: [String]] = ["aws:TagKeys": tags.map(\.tagKey)]
        for tag in tags { conditions["aws:RequestTag/\(tag.tagKey)"] = [tag.tagValue] }
        return conditions
    }
}
