// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// An access key as the target of an action on its user.
struct AccessKeyTarget: Sendable {
    let user: Versioned<UserRecord>
    let key: Versioned<AccessKeyRecord>?
}

extension IAMDirectory {
    func locatedKey(
        _ id: String, of name: String?, _ action: String, _ request: Authenticated
    ) throws -> Located<AccessKeyTarget?> {
        let located = try located(UserRecord.self, try userName(name, request), action, request)
        guard let user = located.target else { return located.with(nil) }
        var key = try vault.load(AccessKeyRecord.self, id, in: request.scope.global)
        if key?.value.owner != .user(name: user.value.name) { key = nil }
        var found = located.with(AccessKeyTarget?.some(AccessKeyTarget(user: user, key: key)))
        if let key { found.preconditions.append(key.precondition) }
        return found
    }
}

extension AccessKeyTarget? {
    func key(_ id: String, of name: String?) throws -> Versioned<AccessKeyRecord> {
        guard let self else { throw UserRecord.missing(name ?? "") }
        guard let key = self.key else { throw AWSError.missing("The Access Key with id \(id) cannot be found.") }
        return key
    }
}
