// SPDX-License-Identifier: Apache-2.0

/// An Amazon Resource Name, `arn:partition:service:region:account:resource`.
///
/// Parts are kept as they stand, compared exactly, and never canonicalised.
/// Source: AWS General Reference, "Amazon Resource Names (ARNs)".
public struct ARN: Hashable, Sendable, CustomStringConvertible {
    public let partition: String
    public let service: String
    public let region: String
    public let account: String
    /// All that stands after the fifth colon, such as `key/1234` or `secret:openai/bot-a1B2c3`.
    public let resource: String

    public init(partition: Partition, service: String, region: String, account: String, resource: String) {
        self.partition = partition.rawValue
        self.service = service
        self.region = region
        self.account = account
        self.resource = resource
    }

    /// An ARN of a resource that lives in `scope`; a global service's has no region in it.
    public init(service: String, scope: Scope, resource: String) {
        self.init(
            partition: scope.partition, service: service,
            region: scope.region.isGlobal ? "" : scope.region.description,
            account: scope.account.description, resource: resource)
    }

    /// Fails unless the text has six parts and begins with `arn`.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: 0x3a, maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].elementsEqual("arn".utf8), !parts[1].isEmpty, !parts[2].isEmpty,
            !parts[5].isEmpty
        else { return nil }
        partition = String(Substring(parts[1]))
        service = String(Substring(parts[2]))
        region = String(Substring(parts[3]))
        account = String(Substring(parts[4]))
        resource = String(Substring(parts[5]))
    }

    /// Byte for byte: a letter that only looks or counts as the same is another one.
    public static func == (a: ARN, b: ARN) -> Bool {
        a.resource.utf8.elementsEqual(b.resource.utf8) && a.account.utf8.elementsEqual(b.account.utf8)
            && a.region.utf8.elementsEqual(b.region.utf8) && a.service.utf8.elementsEqual(b.service.utf8)
            && a.partition.utf8.elementsEqual(b.partition.utf8)
    }

    public var description: String { "arn:\(partition):\(service):\(region):\(account):\(resource)" }
}
