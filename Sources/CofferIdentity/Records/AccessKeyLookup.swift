// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import AWSAPI
internal import CofferPipeline

/// An access key as the target of an action on its user.
struct AccessKeyTarget: Sendable {
    let user: Versioned<UserRecord>
    let key: Versioned<AccessKeyRecord>?
}

extension IAMDirectory {
    func locatedKey(
        _ id: String, of userName: String?, _ action: String, _ request: Authenticated
    ) throws -> Located<AccessKeyTarget?> {
        let located = try locatedUser(try self.userName(userName, request), action, request)
        guard let user = located.target else {
            return Located(nil, checks: located.checks, preconditions: located.preconditions)
        }
        var key = try vault.load(AccessKeyRecord.self, id, in: request.scope.global)
        if key?.value.owner != .user(name: user.value.name) { key = nil }
        return Located(
            AccessKeyTarget(user: user, key: key), checks: located.checks,
            preconditions: located.preconditions + (key.map { [$0.precondition] } ?? []))
    }

    static func found(_ target: AccessKeyTarget?, _ id: String, _ user: String?) throws -> Versioned<AccessKeyRecord> {
        guard let target else { throw missing("user", user ?? "") }
        guard let key = target.key else {
            throw AWSError("NoSuchEntity", "The Access Key with id \(id) cannot be found.", status: 404)
        }
        return key
    }
}
