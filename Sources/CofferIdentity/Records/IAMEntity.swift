// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// What IAM keeps under a name: what errors call it, and how many of them an account may have.
protocol IAMEntity: VaultRecord {
    /// The first part of the ARN's resource.
    static var resourceType: String { get }
    static var quota: IAMQuota { get }
    var name: String { get }
    var tags: [ExactString: String] { get }
    func arn(in scope: Scope) -> ARN
    static func missing(_ name: String) -> AWSError
    static func exists(_ name: String) -> AWSError
}

/// An entity that tags can be put on.
protocol TaggableEntity: IAMEntity {
    var tags: [ExactString: String] { get set }
}

/// A quota as IAM's errors name it. The numbers are AWS's defaults.
///
/// Source: IAM User Guide, "IAM and AWS STS quotas".
struct IAMQuota: Sendable {
    let name: String
    let most: Int

    init(_ name: String, _ most: Int) {
        self.name = name
        self.most = most
    }

    var exceeded: AWSError { AWSError("LimitExceeded", "Cannot exceed quota for \(name): \(most)", status: 409) }

    func check(_ count: Int) throws {
        guard count <= most else { throw exceeded }
    }

    static let accessKeys = IAMQuota("AccessKeysPerUser", 2)
    static let groupsPerUser = IAMQuota("GroupsPerUser", 10)
    static let policySize = IAMQuota("PolicySize", 6144)
    static let trustPolicySize = IAMQuota("ACLSizePerRole", 2048)
    static let rolesPerProfile = IAMQuota("InstanceSessionsPerInstanceProfile", 1)
    static let clientIDs = IAMQuota("ClientIdsPerOpenIdConnectProvider", 100)
    static let policyVersions = 5
}

extension UserRecord: TaggableEntity {
    static let quota = IAMQuota("UsersPerAccount", 5000)
    static func missing(_ name: String) -> AWSError { .missing("The user with name \(name) cannot be found.") }
    static func exists(_ name: String) -> AWSError { .exists("User with name \(name) already exists.") }
}

extension GroupRecord: IAMEntity {
    static let quota = IAMQuota("GroupsPerAccount", 300)
    static func missing(_ name: String) -> AWSError { .missing("The group with name \(name) cannot be found.") }
    static func exists(_ name: String) -> AWSError { .exists("Group with name \(name) already exists.") }
}

extension RoleRecord: TaggableEntity {
    static let quota = IAMQuota("RolesPerAccount", 1000)
    static func missing(_ name: String) -> AWSError { .missing("The role with name \(name) cannot be found.") }
    static func exists(_ name: String) -> AWSError { .exists("Role with name \(name) already exists.") }
}

extension ManagedPolicyRecord: TaggableEntity {
    static let resourceType = "policy"
    static let quota = IAMQuota("PoliciesPerAccount", 1500)
    static func missing(_ name: String) -> AWSError { .missing("Policy \(name) was not found.") }
    static func exists(_ name: String) -> AWSError {
        .exists("A policy called \(name) already exists. Duplicate names are not allowed.")
    }
}

extension InstanceProfileRecord: TaggableEntity {
    static let resourceType = "instance-profile"
    static let quota = IAMQuota("InstanceProfilesPerAccount", 1000)
    static func missing(_ name: String) -> AWSError { .missing("Instance Profile \(name) cannot be found.") }
    static func exists(_ name: String) -> AWSError { .exists("Instance Profile \(name) already exists.") }
}

extension OIDCProviderRecord: TaggableEntity {
    static let resourceType = "oidc-provider"
    static let quota = IAMQuota("OpenIdConnectProvidersPerAccount", 100)
    var name: String { host }
    static func missing(_ arn: String) -> AWSError { .missing("OpenIDConnect Provider not found for arn \(arn)") }
    static func exists(_ host: String) -> AWSError { .exists("Provider with url https://\(host) already exists.") }
}

extension StoreWriter {
    /// Adds an entity whose name nobody has, in whatever case, while the account may have one more.
    func create<E: IAMEntity>(_ entity: E, in scope: Scope) throws {
        guard try revision(of: E.key(entity.name, in: scope)) == nil else { throw E.exists(entity.name) }
        let isCounted = try E.counter(in: scope).add(self, most: E.quota.most) { try indexNames(E.self, in: scope) }
        guard isCounted else { throw E.quota.exceeded }
        try checkFree(E.self, entity.name, in: scope)
        try insert(entity, in: scope)
    }

    func erase<E: IAMEntity>(_ entity: Versioned<E>) throws {
        try remove(entity)
        try E.counter(in: entity.key.scope).remove(self)
    }

    /// Replaces an entity by itself under another name.
    func rename<E: IAMEntity>(_ entity: Versioned<E>, to renamed: E) throws {
        try remove(entity)
        try checkFree(E.self, renamed.name, in: entity.key.scope)
        try insert(renamed, in: entity.key.scope)
    }

    /// How many there are. Those of older vaults, which didn't count, come into the index of names.
    private func indexNames<E: IAMEntity>(_ type: E.Type, in scope: Scope) throws -> Int {
        let all = try list(E.self, in: scope, after: nil, limit: E.quota.most)
        for entity in all { try update(entity) }
        return all.count
    }

    private func checkFree<E: IAMEntity>(_ type: E.Type, _ name: String, in scope: Scope) throws {
        guard try revision(of: E.key(name, in: scope)) == nil,
            try records(in: scope, kind: E.kind, index: .name(name), after: nil, limit: 1).isEmpty
        else { throw E.exists(name) }
    }
}

extension IAMEntity {
    fileprivate static func counter(in scope: Scope) -> QuotaCounter { QuotaCounter(kind.rawValue, in: scope) }
}

extension Authorized {
    /// The entity that the call names.
    func entity<E: IAMEntity>(_ name: String) throws -> Versioned<E> where Target == Versioned<E>? {
        guard let target else { throw E.missing(name) }
        return target
    }
}

extension Performed {
    /// Stores a changed record.
    static func update<R: VaultRecord>(_ record: Versioned<R>, _ output: Output, _ trail: TrailNotes = TrailNotes())
        -> Self
    {
        .change(trail) { writer in
            try writer.update(record)
            return output
        }
    }

    /// Adds an entity.
    static func creation<E: IAMEntity>(of entity: E, in scope: Scope, _ output: Output, _ trail: TrailNotes) -> Self {
        .change(trail) { writer in
            try writer.create(entity, in: scope.global)
            return output
        }
    }
}

extension AWSError {
    static func missing(_ message: String) -> AWSError { AWSError("NoSuchEntity", message, status: 404) }
    static func exists(_ message: String) -> AWSError { AWSError("EntityAlreadyExists", message, status: 409) }
    static func deleteConflict(_ message: String) -> AWSError { AWSError("DeleteConflict", message, status: 409) }
    /// - Parameter place: where in the document, beside AWS's words.
    static func malformedPolicy(_ message: String, at place: String = "") -> AWSError {
        var error = AWSError("MalformedPolicyDocument", message)
        if !place.isEmpty { error.detail = place }
        return error
    }
}
