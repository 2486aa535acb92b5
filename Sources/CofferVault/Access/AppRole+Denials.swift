// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
public import CofferBase

/// What an app may not do whatever else allows it: a second policy of its role.
extension AppRole {
    static let denialPolicyName = "coffer-deny"
    /// The name that the console of AWS gives it.
    static let revocationPolicyName = "AWSRevokeOlderSessions"
    /// All actions on all resources.
    public static let everything = "*"

    /// In the order in which they were made.
    public func denials(_ client: AWSClient) async throws -> [Grant] {
        try await document(Self.denialPolicyName, client).map(GrantPolicy.denials) ?? []
    }

    /// Adds a denial; another one of the same secrets is replaced.
    /// - Returns: all that hold now.
    public func deny(_ denial: Grant, _ client: AWSClient) async throws -> [Grant] {
        var all = try await changeableDenials(client)
        all.add(denial)
        try await put(all, client)
        return all
    }

    /// Takes back what was denied of those secrets.
    public func lift(_ secrets: [String], _ client: AWSClient) async throws -> [Grant] {
        var all = try await changeableDenials(client)
        all.remove(secrets)
        try await put(all, client)
        return all
    }

    private func changeableDenials(_ client: AWSClient) async throws -> [Grant] {
        guard let document = try await document(Self.denialPolicyName, client) else { return [] }
        let denials = GrantPolicy.denials(in: document)
        try checkUnchanged(document, GrantPolicy(denying: denials).json, Self.denialPolicyName)
        return denials
    }

    private func put(_ denials: [Grant], _ client: AWSClient) async throws {
        if denials.isEmpty { return try await delete(Self.denialPolicyName, client) }
        let text = GrantPolicy(denying: denials).json.text()
        guard text.utf8.count <= Self.quota else { throw tooManyDenials }
        do {
            _ = try await client.call(
                IAM.PutRolePolicy.self,
                IAM.PutRolePolicyInput(roleName: name, policyName: Self.denialPolicyName, policyDocument: text))
        } catch let error as AWSError where error.code == "LimitExceeded" {
            throw tooManyDenials
        }
    }

    private var tooManyDenials: LimitError {
        LimitError(
            "\(name)'s policies hold no more than \(Self.quota) characters",
            hint: "coffer deny \(name) without a secret denies everything, --use what has one use")
    }

    /// Ends what sessions may do that were issued until now.
    ///
    /// Sessions are dated to the second: those of the current one are ended too. It is waited out, so that whoever begins
    /// a session afterwards gets one that works.
    public func revokeSessions(_ client: AWSClient) async throws {
        let time = SystemClock().now().wholeSeconds + .seconds(1)
        let policy: JSONValue = [
            "Version": "2012-10-17",
            "Statement": [
                [
                    "Effect": "Deny", "Action": ["*"], "Resource": ["*"],
                    "Condition": ["DateLessThan": ["aws:TokenIssueTime": .string(time.iso8601)]],
                ]
            ],
        ]
        _ = try await client.call(
            IAM.PutRolePolicy.self,
            IAM.PutRolePolicyInput(roleName: name, policyName: Self.revocationPolicyName, policyDocument: policy.text())
        )
        try await Task.sleep(for: max(.zero, time - SystemClock().now()))
    }

    /// Lets older sessions go on.
    public func restoreSessions(_ client: AWSClient) async throws {
        try await delete(Self.revocationPolicyName, client)
    }

    /// Sessions issued before this moment may do nothing; nil where none were revoked.
    public func sessionsRevoked(_ client: AWSClient) async throws -> Timestamp? {
        guard let document = try await document(Self.revocationPolicyName, client),
            let json = try? JSONValue(parsing: document)
        else { return nil }
        return json["Statement"]?.array?.first?["Condition"]?["DateLessThan"]?["aws:TokenIssueTime"]?.string
            .flatMap { Timestamp(iso8601: $0) }
    }

    private func delete(_ policy: String, _ client: AWSClient) async throws {
        do {
            _ = try await client.call(
                IAM.DeleteRolePolicy.self, IAM.DeleteRolePolicyInput(roleName: name, policyName: policy))
        } catch let error as AWSError where error.code == "NoSuchEntity" {}
    }

    /// Whether there is such an app.
    public func exists(_ client: AWSClient) async throws -> Bool {
        do {
            return try await client.call(IAM.GetRole.self, IAM.GetRoleInput(roleName: name)).role.path == Self.path
        } catch let error as AWSError where error.code == "NoSuchEntity" {
            return false
        }
    }
}
