// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline

/// A user and a group, as the target of an action on the group.
struct GroupMembership: Sendable {
    let user: Versioned<UserRecord>?
    let group: Versioned<GroupRecord>?

    /// Both; where neither is there, AWS names the user.
    func found(_ userName: String, _ groupName: String) throws -> (Versioned<UserRecord>, Versioned<GroupRecord>) {
        guard let user else { throw UserRecord.missing(userName) }
        guard let group else { throw GroupRecord.missing(groupName) }
        return (user, group)
    }
}

extension IAMDirectory {
    func locatedMembership(
        _ userName: String, _ groupName: String, _ action: String, _ request: Authenticated
    ) throws -> Located<GroupMembership> {
        let group = try located(GroupRecord.self, groupName, action, request)
        let user = try vault.load(UserRecord.self, userName, in: request.scope.global)
        var found = group.with(GroupMembership(user: user, group: group.target))
        found.preconditions.append(
            user?.precondition ?? Precondition(key: UserRecord.key(userName, in: request.scope.global), revision: nil))
        return found
    }
}
