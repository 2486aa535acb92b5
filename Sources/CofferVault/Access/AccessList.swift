// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
public import CofferBase

/// Who may read what, when, and when they last did.
public struct AccessList: Sendable {
    public enum Kind: String, Sendable { case read, denied, open }

    /// One secret, use, or kind of thing that an app may read or may not.
    public struct Entry: Sendable {
        public let app: String
        /// A secret's name, `*/USE`, `blobs` or `everything`.
        public let key: String
        /// An ARN, or a pattern of them.
        let resource: String
        public let kind: Kind
        public let limits: AccessLimits
        /// Nil where it was never read, or the entry is no reading's.
        public let lastReadAt: Timestamp?

        /// What takes it away again.
        public var removal: String {
            let what = key.hasPrefix("*/") ? "--use \(key.dropFirst(2))" : key == "blobs" ? "--blobs" : key
            return switch kind {
            case .denied: "coffer deny \(app)\(key == "everything" ? "" : " \(what)") --lift"
            case .read, .open: "coffer disallow \(app) \(what)"
            }
        }

        /// Whether it was not read since; whatever has no readings was.
        public func isUnused(since time: Timestamp) -> Bool { kind == .read && lastReadAt.map { $0 < time } ?? true }
    }

    /// Somebody who may read secrets by policies that are not coffer's: a user, a role, or an app beside its own.
    public struct Other: Sendable {
        public let who: String
        /// The app's name, of one.
        public let app: String?
        public let policies: [String]
    }

    public let entries: [Entry]
    public let others: [Other]
    /// Whether the last readings are days, and any reader's.
    public let isDaysAlone: Bool

    /// - Parameter isAWS: where nobody tells which app read a secret.
    public init(_ client: AWSClient, isAWS: Bool) async throws {
        let all = try await AccountPolicies(client).principals
        let own = try await client.readings(isAWS: isAWS)
        isDaysAlone = own == nil
        let readings: [(reader: String?, secret: String, at: Timestamp)] =
            if let own {
                own.map { ($0.principalId, $0.secretArn, $0.lastReadAt) }
            } else {
                try await SecretSummary.all(client).compactMap { secret in
                    secret.lastReadAt.map { (nil, secret.arn, $0) }
                }
            }
        entries = all.filter(\.isApp).sorted { $0.name < $1.name }.flatMap { app in
            func lastRead(_ secret: String) -> Timestamp? {
                let wanted = Wildcard(secret)
                return readings.filter { ($0.reader == nil || $0.reader == app.id) && wanted.matches($0.secret) }.map(
                    \.at
                ).max()
            }
            return app.entries(lastRead)
        }
        others = all.compactMap { principal in
            let policies = principal.otherPolicies
            guard !policies.isEmpty else { return nil }
            return Other(
                who: principal.isApp ? "app \(principal.name)" : principal.text, app: principal.isApp ? principal.name : nil,
                policies: policies.map(\.text))
        }
        .sorted { $0.who < $1.who }
    }
}

extension AWSClient {
    /// Who last read which secret when; nil where the endpoint has no service that tells.
    func readings(isAWS: Bool) async throws -> [Coffer.Reading]? {
        if isAWS { return nil }
        do {
            return try await call(Coffer.ListReadings.self, Coffer.ListReadingsInput()).readings
        } catch let error as AWSError where error.isUnknownService {
            return nil
        }
    }
}

extension AccountPolicies.Principal {
    /// What says that this app may read a secret, or may not; the first of that kind.
    public func entry(_ kind: AccessList.Kind, of secretARN: String) -> AccessList.Entry? {
        entries { _ in nil }.first { $0.kind == kind && Wildcard($0.resource).matches(secretARN) }
    }

    /// What denies a secret by that statement of the app's denials.
    public func denial(_ sid: String, of secretARN: String) -> AccessList.Entry? {
        guard let document = document(AppRole.denialPolicyName), let grant = GrantPolicy.denial(sid, in: document) else {
            return nil
        }
        return entries { _ in nil }.first {
            $0.kind == .denied && Wildcard($0.resource).matches(secretARN) && $0.limits == grant.limits
        }
    }

    /// Whether a policy of the app's is as coffer writes it.
    private func isOurs(_ policy: AccountPolicies.Policy) -> Bool {
        guard isApp, policy.origin == .inline, policy.name == AppRole.policyName, let app = AppRole(name: name) else {
            return false
        }
        let ours = GrantPolicy(GrantPolicy.permissions(in: policy.document), app: name).json
        return (try? app.checkUnchanged(policy.document, ours, policy.name)) != nil
    }

    /// Policies beside coffer's own by which secrets can be read.
    fileprivate var otherPolicies: [AccountPolicies.Policy] {
        policies.filter { $0.allows("secretsmanager:GetSecretValue") && !isOurs($0) }
    }

    private func document(_ name: String) -> String? {
        policies.first { $0.origin == .inline && $0.name == name }?.document
    }

    fileprivate func entries(_ lastRead: (String) -> Timestamp?) -> [AccessList.Entry] {
        var found: [AccessList.Entry] = []
        func add(_ grants: [AppRole.Grant], _ kind: AccessList.Kind) {
            let pairs = grants.flatMap { grant in
                grant.secrets.map { (arn: $0, key: AppRole.shortName(ofSecret: $0), limits: grant.limits) }
            }
            found += pairs.sorted { $0.key < $1.key }.map { pair in
                AccessList.Entry(
                    app: name, key: pair.key, resource: pair.arn, kind: kind, limits: pair.limits,
                    lastReadAt: kind == .read ? lastRead(pair.arn) : nil)
            }
        }
        if let permissions = document(AppRole.policyName).map(GrantPolicy.permissions) {
            add(permissions.grants, .read)
            if let limits = permissions.blobs {
                found.append(
                    AccessList.Entry(
                        app: name, key: "blobs", resource: "", kind: .open, limits: limits, lastReadAt: nil))
            }
        }
        add(document(AppRole.denialPolicyName).map(GrantPolicy.denials) ?? [], .denied)
        return found
    }
}
