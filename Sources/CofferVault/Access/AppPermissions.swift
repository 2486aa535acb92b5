// SPDX-License-Identifier: Apache-2.0
public import CofferBase

extension AppRole {
    /// Secrets that an app may read, or may not, under the same limits.
    public struct Grant: Sendable, Hashable {
        /// ARNs, and patterns of ARNs.
        public var secrets: [String]
        public var limits: AccessLimits

        public init(_ secrets: [String], _ limits: AccessLimits = .none) {
            self.secrets = secrets
            self.limits = limits
        }
    }

    /// What an app may do.
    public struct Permissions: Sendable, Equatable {
        /// Each secret in one of them; no two with the same limits, and those without any first.
        public private(set) var grants: [Grant]
        public var keys: [String]
        /// When it may open blobs that `coffer encrypt` made for it, or for nobody in particular. Nil for never.
        public var blobs: AccessLimits?

        public var opensBlobs: Bool { blobs != nil }
        public var secrets: [String] { grants.flatMap(\.secrets).sorted() }
        public var isEmpty: Bool { grants.isEmpty && blobs == nil }

        public init(
            secrets: [String] = [], keys: [String] = [], blobs: AccessLimits? = nil, limits: AccessLimits = .none
        ) {
            self.init(secrets.isEmpty ? [] : [Grant(secrets.sorted(), limits)], keys: keys, blobs: blobs)
        }

        init(_ grants: [Grant], keys: [String], blobs: AccessLimits?) {
            self.grants = grants
            self.keys = keys
            self.blobs = blobs
        }

        /// The limits under which that secret may be read; nil where it may not.
        public func limits(of secret: String) -> AccessLimits? { grants.first { $0.secrets.contains(secret) }?.limits }

        public typealias Allowed = (arn: String, limits: AccessLimits)

        /// Secrets that are named, and that a use's pattern stands for as well.
        public var overlaps: [(secret: Allowed, pattern: Allowed)] {
            let all = grants.flatMap { grant in grant.secrets.map { Allowed($0, grant.limits) } }
            return all.filter { $0.arn.contains("*") }.flatMap { pattern in
                all.filter { !$0.arn.contains("*") && Wildcard(pattern.arn).matches($0.arn) }.map { ($0, pattern) }
            }
        }

        /// Replaces what it says of the same secrets.
        mutating func add(_ added: Permissions) {
            for grant in added.grants { grants.add(grant) }
            keys = Array(Set(keys + added.keys)).sorted()
            blobs = added.blobs ?? blobs
        }

        mutating func remove(_ secrets: [String]) { grants.remove(secrets) }
    }
}

extension [AppRole.Grant] {
    mutating func remove(_ secrets: [String]) {
        for index in indices { self[index].secrets.removeAll { secrets.contains($0) } }
        removeAll { $0.secrets.isEmpty }
    }

    /// What was said of its secrets before is replaced.
    mutating func add(_ grant: AppRole.Grant) {
        remove(grant.secrets)
        if let index = firstIndex(where: { $0.limits == grant.limits }) {
            self[index].secrets = [String](Set(self[index].secrets + grant.secrets)).sorted()
        } else if grant.limits.isNone {
            insert(AppRole.Grant([String](Set(grant.secrets)).sorted()), at: 0)
        } else {
            append(AppRole.Grant([String](Set(grant.secrets)).sorted(), grant.limits))
        }
    }
}

extension AppRole {
    /// The secrets PROVIDER/USE of every provider, those to come too.
    public static func pattern(ofUse use: String, account: AccountID, region: Region) throws(LimitError) -> String {
        guard !use.isEmpty, Reference.isName("x/\(use)") else {
            throw LimitError(
                "'\(use)' can't be a use", hint: "it is what stands behind the slash: openai/bot is of the use bot")
        }
        return "arn:\(region.partition.rawValue):secretsmanager:\(region):\(account):secret:*/\(use)-??????"
    }

    /// What `--use` named, of a pattern that `pattern(ofUse:)` made.
    public static func use(ofPattern pattern: String) -> String? {
        guard let mark = pattern.firstRange(of: ":secret:*/"), pattern.hasSuffix("-??????") else { return nil }
        return String(pattern[mark.upperBound...].dropLast(7))
    }
}
