// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
public import CofferBase

/// All users and roles of the account, each with every policy that gives it something.
public struct AccountPolicies: Sendable {
    public struct Policy: Sendable, Hashable {
        public enum Origin: Sendable, Hashable {
            case inline
            /// A managed policy, by its ARN.
            case managed(String)
            /// Through a group: one of its inline policies, or a managed one.
            case group(String, arn: String?)
        }

        public let name: String
        public let origin: Origin
        public let document: String

        public var text: String {
            switch origin {
            case .inline: name
            case .managed: "\(name) (managed)"
            case .group(let group, _): "\(name) (group \(group))"
            }
        }
    }

    public struct Principal: Sendable {
        public let name: String
        public let arn: String
        /// `AROA…` or `AIDA…`.
        public let id: String
        public let path: String
        public let createdAt: Timestamp?
        public let isRole: Bool
        public let policies: [Policy]

        public var isApp: Bool { isRole && path == AppRole.path }
        public var text: String { "\(isRole ? "role" : "user") \(name)" }
    }

    public let principals: [Principal]

    public init(_ client: AWSClient) async throws {
        var users: [IAM.UserDetail] = []
        var roles: [IAM.RoleDetail] = []
        var groups: [String: IAM.GroupDetail] = [:]
        var managed: [String: String] = [:]
        var input = IAM.GetAccountAuthorizationDetailsInput(maxItems: 1000)
        repeat {
            let page = try await client.call(IAM.GetAccountAuthorizationDetails.self, input)
            users += page.userDetailList ?? []
            roles += page.roleDetailList ?? []
            for group in page.groupDetailList ?? [] { groups[group.groupName ?? ""] = group }
            for policy in page.policies ?? [] {
                let version = policy.policyVersionList?.first { $0.isDefaultVersion == true }
                managed[policy.arn ?? ""] = version?.document.map(PercentText.decoded)
            }
            input.marker = page.marker
        } while input.marker?.isEmpty == false

        func inline(_ list: [IAM.PolicyDetail]?, _ origin: Policy.Origin) -> [Policy] {
            (list ?? []).map {
                Policy(
                    name: $0.policyName ?? "", origin: origin, document: PercentText.decoded($0.policyDocument ?? ""))
            }
        }
        func attached(_ list: [IAM.AttachedPolicy]?, _ origin: (String) -> Policy.Origin) -> [Policy] {
            (list ?? []).map { policy in
                let arn = policy.policyArn ?? ""
                return Policy(name: policy.policyName ?? arn, origin: origin(arn), document: managed[arn] ?? "{}")
            }
        }
        func through(_ names: [String]?) -> [Policy] {
            (names ?? []).compactMap { groups[$0] }.flatMap { group in
                let name = group.groupName ?? ""
                return inline(group.groupPolicyList, .group(name, arn: nil))
                    + attached(group.attachedManagedPolicies) { .group(name, arn: $0) }
            }
        }
        principals =
            users.map { user in
                Principal(
                    name: user.userName ?? "", arn: user.arn ?? "", id: user.userId ?? "", path: user.path ?? "/",
                    createdAt: user.createDate, isRole: false,
                    policies: inline(user.userPolicyList, .inline)
                        + attached(user.attachedManagedPolicies) { .managed($0) }
                        + through(user.groupList))
            }
            + roles.filter { $0.path?.hasPrefix("/aws-service-role/") != true }.map { role in
                Principal(
                    name: role.roleName ?? "", arn: role.arn ?? "", id: role.roleId ?? "", path: role.path ?? "/",
                    createdAt: role.createDate, isRole: true,
                    policies: inline(role.rolePolicyList, .inline)
                        + attached(role.attachedManagedPolicies) { .managed($0) })
            }
    }
}

extension AccountPolicies.Policy {
    var statements: [JSONValue] {
        guard let json = try? JSONValue(parsing: document) else { return [] }
        return json["Statement"]?.array ?? json["Statement"].map { [$0] } ?? []
    }

    /// Whether a statement of it allows that action, on whatever and whenever.
    public func allows(_ action: String) -> Bool {
        statements.contains { statement in
            guard statement["Effect"]?.string == "Allow" else { return false }
            if let without = statement["NotAction"] {
                return !without.texts.contains { Wildcard($0.lowercased()).matches(action.lowercased()) }
            }
            return statement["Action"]?.texts.contains { Wildcard($0.lowercased()).matches(action.lowercased()) }
                == true
        }
    }

    /// The time zones that its conditions read the time in.
    public var zones: Set<String> {
        var zones: Set<String> = []
        for statement in statements {
            for (_, keys) in statement["Condition"]?.object?.members ?? [] {
                for (key, _) in keys.object?.members ?? [] {
                    let name = key.split(separator: "/", maxSplits: 1)
                    guard ["coffer:timeofday", "coffer:dayofweek"].contains(name.first?.lowercased()) else { continue }
                    zones.insert(name.count == 2 ? String(name[1]) : "UTC")
                }
            }
        }
        return zones
    }
}

/// A pattern of IAM's: `*` is any text, `?` one character.
struct Wildcard {
    private let pattern: [Character]
    init(_ pattern: String) { self.pattern = Array(pattern) }

    func matches(_ text: String) -> Bool {
        let text = Array(text)
        var (at, place) = (0, 0)
        var star: (pattern: Int, text: Int)?
        while place < text.count {
            if at < pattern.count, pattern[at] == "*" {
                star = (at, place)
                at += 1
            } else if at < pattern.count, pattern[at] == "?" || pattern[at] == text[place] {
                at += 1
                place += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                at = last.pattern + 1
                place = last.text + 1
            } else {
                return false
            }
        }
        return pattern[at...].allSatisfy { $0 == "*" }
    }
}
