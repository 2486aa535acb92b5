// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct DeleteGroupHandler: OperationHandler {
    typealias Operation = IAM.DeleteGroup
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.DeleteGroupInput, _ request: Authenticated) throws -> Located<Versioned<GroupRecord>?> {
        try IAMDirectory(vault: vault).located(GroupRecord.self, input.groupName, "DeleteGroup", request)
    }

    func perform(
        _ input: IAM.DeleteGroupInput, _ authorized: Authorized<Versioned<GroupRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteGroupOutput> {
        let group = try authorized.entity(input.groupName)
        return .change { writer in
            let index = IndexEntry(name: UserRecord.groupIndex, value: group.value.name)
            guard
                try writer.records(in: group.key.scope, kind: UserRecord.kind, index: index, after: nil, limit: 1)
                    .isEmpty
            else { throw AWSError.deleteConflict("Cannot delete entity, must remove users from group first.") }
            try group.value.checkFreeOfPolicies()
            try writer.erase(group)
            return IAM.DeleteGroupOutput()
        }
    }

    func trailParameters(_ input: IAM.DeleteGroupInput) -> JSONValue? { .fields(("groupName", input.groupName)) }
}
