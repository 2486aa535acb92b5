// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
public import CofferBase

extension AccountPolicies.Principal {
    /// `ci`, `role/ci`, `user/ci`, or the ARN.
    public func isNamed(_ text: String) -> Bool { [name, "\(isRole ? "role" : "user")/\(name)", arn].contains(text) }
}

/// What a user or a role really did in the last 90 days, as the log tells it.
public struct UsedPermissions: Sendable {
    private struct Use: Hashable {
        let action: String
        let resource: String
        /// Of a Decrypt that a secret's reading made: the secret.
        let secret: String?
    }

    private var uses: Set<Use> = []
    /// How many events were looked at.
    public private(set) var looked = 0
    /// Whether there were more.
    public private(set) var isCut = false

    public static let mostEvents = 10_000

    public init(_ principal: AccountPolicies.Principal, _ client: AWSClient, at now: Timestamp) async throws {
        for client in client.eventRegions { try await read(principal, client, at: now) }
    }

    private mutating func read(_ principal: AccountPolicies.Principal, _ client: AWSClient, at now: Timestamp) async throws {
        var input = CloudTrail.LookupEventsInput(
            // A role's sessions have names of their own, so all events are looked at.
            lookupAttributes: principal.isRole
                ? nil : [.init(attributeKey: "Username", attributeValue: principal.name)],
            startTime: now - .days(90), maxResults: 50)
        repeat {
            let page = try await client.call(CloudTrail.LookupEvents.self, input)
            for event in page.events ?? [] {
                looked += 1
                if let text = event.cloudTrailEvent, let record = try? JSONValue(parsing: text) {
                    note(record, of: principal.arn)
                }
            }
            input.nextToken = page.nextToken
        } while input.nextToken != nil && looked < Self.mostEvents
        isCut = isCut || input.nextToken != nil
    }

    init() {}

    /// What needs no permission.
    private static let free: Set<String> = ["sts:GetCallerIdentity", "sts:GetSessionToken"]

    mutating func note(_ record: JSONValue, of principal: String) {
        let identity = record["userIdentity"]
        let issuer = identity?["sessionContext"]?["sessionIssuer"]?["arn"]?.string
        guard record["errorCode"] == nil, (issuer ?? identity?["arn"]?.string) == principal,
            let source = record["eventSource"]?.string, let name = record["eventName"]?.string
        else { return }
        let action = "\(source.prefix { $0 != "." }):\(name == "ReEncrypt" ? "ReEncrypt*" : name)"
        guard !Self.free.contains(action) else { return }
        let parameters = record["requestParameters"]
        var resources = record["resources"]?.array?.compactMap { $0["ARN"]?.string } ?? []
        if resources.isEmpty {
            resources = ["roleArn", "policyArn", "secretId", "keyId"].compactMap { parameters?[$0]?.string }.filter {
                $0.hasPrefix("arn:")
            }
        }
        // What is made has no ARN before.
        if resources.isEmpty || name.hasPrefix("Create") { resources = ["*"] }
        let secret = action == "kms:Decrypt" ? parameters?["encryptionContext"]?["SecretARN"]?.string : nil
        for resource in resources { uses.insert(Use(action: action, resource: resource, secret: secret)) }
    }

    /// An IAM policy that allows this and nothing else; nil where there was nothing.
    public var policy: JSONValue? {
        guard !uses.isEmpty else { return nil }
        var actions: [Set<String>: Set<String>] = [:]
        for (action, uses) in Dictionary(grouping: uses.filter { $0.secret == nil }, by: \.action) {
            let resources = Set(uses.map(\.resource))
            actions[resources.contains("*") ? ["*"] : resources, default: []].insert(action)
        }
        func list(_ texts: some Collection<String>) -> JSONValue { .array(texts.sorted().map(JSONValue.string)) }
        var statements: [JSONValue] = actions.sorted { $0.value.sorted().lexicographicallyPrecedes($1.value.sorted()) }
            .map { ["Effect": "Allow", "Action": list($0.value), "Resource": list($0.key)] }
        let opened = uses.filter { $0.secret != nil }
        if !opened.isEmpty {
            statements.append([
                "Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": list(Set(opened.map(\.resource))),
                "Condition": [
                    "StringEquals": ["kms:EncryptionContext:SecretARN": list(Set(opened.compactMap(\.secret)))]
                ],
            ])
        }
        return ["Version": "2012-10-17", "Statement": .array(statements)]
    }
}
