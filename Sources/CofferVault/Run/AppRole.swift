// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
public import AWSClient
public import CofferBase

/// An app: an IAM role under the path `/app/` that may read the secrets it was allowed, and nothing else.
public struct AppRole: Sendable {
    public let name: String

    public static let path = "/app/"
    static let policyName = "coffer"

    /// Nil where IAM takes no such role name: 1 to 64 letters, digits and `_+=,.@-`.
    public init?(name: String) {
        guard (1...64).contains(name.utf8.count), name.utf8.allSatisfy({ $0.isWord || "+=,.@-".utf8.contains($0) })
        else { return nil }
        self.name = name
    }

    public func arn(account: AccountID, region: Region) -> String {
        "arn:\(region.partition.rawValue):iam::\(account):role\(Self.path)\(name)"
    }

    /// The encryption context's key that names a blob's app.
    public static let blobContext = "app"

    /// Makes the role where it isn't there, and adds what it may do to what it may do already. What it was allowed of the
    /// same secrets is replaced, with its limits.
    /// - Returns: all that it may do now, and what it might before.
    public func allow(
        _ added: Permissions, account: AccountID, _ client: AWSClient
    ) async throws -> (now: Permissions, before: Permissions) {
        let before = try await changeable(client)
        var all = before
        all.add(added)
        try check(all)
        try await ensure(account: account, client)
        try await put(all, client)
        return (all, before)
    }

    private func ensure(account: AccountID, _ client: AWSClient) async throws {
        let root = "arn:\(client.region.partition.rawValue):iam::\(account):root"
        let trust: JSONValue = [
            "Version": "2012-10-17",
            "Statement": [["Effect": "Allow", "Principal": ["AWS": .string(root)], "Action": "sts:AssumeRole"]],
        ]
        do {
            _ = try await client.call(
                IAM.CreateRole.self,
                IAM.CreateRoleInput(
                    roleName: name, assumeRolePolicyDocument: trust.text(), path: Self.path,
                    description: "An app of Coffer"))
        } catch let error as AWSError where error.code == "EntityAlreadyExists" {
            let there = try await client.call(IAM.GetRole.self, IAM.GetRoleInput(roleName: name))
            guard there.role.path == Self.path else {
                throw AWSError("EntityAlreadyExists", "A role \(name) exists that is no app: choose another name.", status: 409)
            }
        }
    }

    /// Takes away some of what the app may do.
    /// - Parameter secrets: their ARNs, and patterns of ARNs.
    /// - Returns: what it may do still.
    public func disallow(_ secrets: [String], blobs: Bool, _ client: AWSClient) async throws -> Permissions {
        var all = try await changeable(client)
        all.remove(secrets)
        if blobs { all.blobs = nil }
        if all.isEmpty {
            _ = try await client.call(
                IAM.DeleteRolePolicy.self, IAM.DeleteRolePolicyInput(roleName: name, policyName: Self.policyName))
        } else {
            try await put(all, client)
        }
        return all
    }

    private func put(_ permissions: Permissions, _ client: AWSClient) async throws {
        do {
            _ = try await client.call(
                IAM.PutRolePolicy.self,
                IAM.PutRolePolicyInput(
                    roleName: name, policyName: Self.policyName,
                    policyDocument: GrantPolicy(permissions, app: name).json.text()))
        } catch let error as AWSError where error.code == "LimitExceeded" {
            // The denials take room, too.
            var room = Self.quota
            for policy in [Self.denialPolicyName, Self.revocationPolicyName] {
                room -= try await document(policy, client)?.utf8.count ?? 0
            }
            throw tooLong(permissions, room: room)
        }
    }

    /// What the app may do; nil where it was allowed nothing, or there is no such app.
    public func current(_ client: AWSClient) async throws -> Permissions? {
        guard let document = try await document(Self.policyName, client) else { return nil }
        return GrantPolicy.permissions(in: document)
    }

    private func changeable(_ client: AWSClient) async throws -> Permissions {
        guard let document = try await document(Self.policyName, client) else { return Permissions() }
        let permissions = GrantPolicy.permissions(in: document)
        try checkUnchanged(document, GrantPolicy(permissions, app: name).json, Self.policyName)
        return permissions
    }

    func document(_ policy: String, _ client: AWSClient) async throws -> String? {
        do {
            let got = try await client.call(
                IAM.GetRolePolicy.self, IAM.GetRolePolicyInput(roleName: name, policyName: policy))
            return PercentText.decoded(got.policyDocument)
        } catch let error as AWSError where error.code == "NoSuchEntity" {
            return nil
        }
    }

    /// All apps, in order of their names.
    public static func all(_ client: AWSClient) async throws -> [AppRole] {
        let roles = try await client.all(
            IAM.ListRoles.self, IAM.ListRolesInput(pathPrefix: path), marker: \.marker, next: \.marker, items: { $0.roles })
        return roles.filter { $0.path == path }.compactMap { AppRole(name: $0.roleName) }.sorted { $0.name < $1.name }
    }

    /// A session of the app's role.
    public func assume(account: AccountID, seconds: Int, session: String, _ client: AWSClient) async throws -> STS.Credentials {
        let reply = try await client.call(
            STS.AssumeRole.self,
            STS.AssumeRoleInput(
                roleArn: arn(account: account, region: client.region), roleSessionName: session, durationSeconds: seconds))
        guard let credentials = reply.credentials else { throw AWSError.internalFailure }
        return credentials
    }
}

/// IAM sends policy documents percent-encoded.
enum PercentText {
    static func decoded(_ text: String) -> String {
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            if bytes[at] == 0x25, at + 2 < bytes.count, let byte = Hex.decode(String(decoding: bytes[at + 1...at + 2], as: UTF8.self)) {
                out += byte
                at += 3
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
