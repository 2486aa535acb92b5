// SPDX-License-Identifier: Apache-2.0
internal import CofferPolicy
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct CreateRoleHandler: OperationHandler {
    typealias Operation = IAM.CreateRole
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreateRoleInput, _ request: Authenticated) throws -> Located<Void> {
        let requestTags = Dictionary((input.tags ?? []).map { (ExactString($0.key), $0.value) }) { first, _ in first }
        let arn = ARN(service: "iam", scope: request.scope.global, resource: "role\(input.path ?? "/")\(input.roleName)")
        return Located((), checks: [request.check("iam:CreateRole", arn.description, requestTags: requestTags)])
    }

    func perform(
        _ input: IAM.CreateRoleInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.CreateRoleOutput> {
        let scope = request.scope.global
        if try vault.load(RoleRecord.self, input.roleName, in: scope) != nil {
            throw IAMDirectory.exists("Role", input.roleName)
        }
        try IAMDirectory(vault: vault).validate(input.assumeRolePolicyDocument, .trust)
        let role = RoleRecord(
            name: input.roleName, path: input.path ?? "/", roleID: UniqueID.iam(prefix: "AROA"),
            createdAt: request.receivedAt.wholeSeconds.milliseconds, trustPolicy: input.assumeRolePolicyDocument,
            description: input.description, maxSessionDuration: input.maxSessionDuration ?? 3600,
            tags: try IAMTags.merged([:], with: input.tags ?? []))
        let shape = role.shape(in: request.scope)
        let trail = TrailNotes(response: ["role": ["roleName": .string(role.name), "roleId": .string(role.roleID), "arn": .string(shape.arn)]])
        return .change(trail) { writer in
            try writer.insert(role, in: scope)
            var made = shape
            made.maxSessionDuration = nil
            made.roleLastUsed = nil
            return IAM.CreateRoleOutput(role: made)
        }
    }

    func trailParameters(_ input: IAM.CreateRoleInput) -> JSONValue? {
        ["roleName": .string(input.roleName), "assumeRolePolicyDocument": .string(input.assumeRolePolicyDocument)]
    }
}
