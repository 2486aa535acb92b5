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

    /// What an app may do.
    public struct Permissions: Sendable, Equatable {
        public var secrets: [String]
        public var keys: [String]
        /// May it open blobs that `coffer encrypt` made for it, or for nobody in particular.
        public var opensBlobs: Bool

        public init(secrets: [String] = [], keys: [String] = [], opensBlobs: Bool = false) {
            self.secrets = secrets
            self.keys = keys
            self.opensBlobs = opensBlobs
        }
    }

    /// The encryption context's key that names a blob's app.
    public static let blobContext = "app"

    /// GetSecretValue on those secrets, and Decrypt under those secrets' encryption context alone.
    func policy(_ permissions: Permissions) -> String {
        func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
        var statements: [JSONValue] = []
        if !permissions.secrets.isEmpty {
            statements.append([
                "Sid": "ReadSecrets", "Effect": "Allow", "Action": "secretsmanager:GetSecretValue",
                "Resource": list(permissions.secrets),
            ])
            statements.append([
                "Sid": "DecryptSecrets", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": list(permissions.keys),
                "Condition": ["StringEquals": ["kms:EncryptionContext:SecretARN": list(permissions.secrets)]],
            ])
        }
        if permissions.opensBlobs {
            statements.append([
                "Sid": "DecryptBlobs", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": list(permissions.keys),
                "Condition": [
                    "StringEqualsIfExists": ["kms:EncryptionContext:\(Self.blobContext)": .string(name)],
                    "Null": ["kms:EncryptionContext:SecretARN": "true"],
                ],
            ])
        }
        return JSONValue.object(
            JSONObject([("Version", "2012-10-17"), ("Statement", .array(statements))])
        ).text()
    }

    /// Reads back what `policy` wrote.
    static func permissions(in policy: String) -> Permissions {
        var found = Permissions()
        guard let json = try? JSONValue(parsing: policy) else { return found }
        func texts(_ value: JSONValue?) -> [String] { value?.array?.compactMap(\.string) ?? value?.string.map { [$0] } ?? [] }
        for statement in json["Statement"]?.array ?? [] {
            switch statement["Sid"]?.string {
            case "ReadSecrets": found.secrets += texts(statement["Resource"])
            case "DecryptSecrets": found.keys += texts(statement["Resource"])
            case "DecryptBlobs":
                found.opensBlobs = true
                found.keys += texts(statement["Resource"])
            default: break
            }
        }
        found.keys = Array(Set(found.keys)).sorted()
        return found
    }

    /// Makes the role where it isn't there, and adds what it may do to what it may do already.
    /// - Returns: all that it may do now.
    public func allow(_ added: Permissions, account: AccountID, _ client: AWSClient) async throws -> Permissions {
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
        var all = try await current(client) ?? Permissions()
        all.secrets = Array(Set(all.secrets + added.secrets)).sorted()
        all.keys = Array(Set(all.keys + added.keys)).sorted()
        all.opensBlobs = all.opensBlobs || added.opensBlobs
        _ = try await client.call(
            IAM.PutRolePolicy.self,
            IAM.PutRolePolicyInput(roleName: name, policyName: Self.policyName, policyDocument: policy(all)))
        return all
    }

    /// Takes away some of what the app may do.
    /// - Parameter secrets: their ARNs.
    /// - Returns: what it may do still.
    public func disallow(_ secrets: [String], blobs: Bool, _ client: AWSClient) async throws -> Permissions {
        var all = try await current(client) ?? Permissions()
        all.secrets.removeAll { secrets.contains($0) }
        if blobs { all.opensBlobs = false }
        if all.secrets.isEmpty, !all.opensBlobs {
            _ = try await client.call(
                IAM.DeleteRolePolicy.self, IAM.DeleteRolePolicyInput(roleName: name, policyName: Self.policyName))
        } else {
            _ = try await client.call(
                IAM.PutRolePolicy.self,
                IAM.PutRolePolicyInput(roleName: name, policyName: Self.policyName, policyDocument: policy(all)))
        }
        return all
    }

    /// What the app may do; nil where there is no such app.
    public func current(_ client: AWSClient) async throws -> Permissions? {
        do {
            let got = try await client.call(
                IAM.GetRolePolicy.self, IAM.GetRolePolicyInput(roleName: name, policyName: Self.policyName))
            return Self.permissions(in: PercentText.decoded(got.policyDocument))
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
