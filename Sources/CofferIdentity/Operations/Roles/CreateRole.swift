// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct CreateRoleHandler: OperationHandler {
    typealias Operation = IAM.CreateRole
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreateRoleInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        let boundary = try IAMDirectory(vault: vault).newBoundary(input.permissionsBoundary, request)
        let checks = request.creationChecks(
            "CreateRole", tagging: "TagRole", "role\(input.path ?? "/")\(input.roleName)", tags: input.tags,
            .boundary(input.permissionsBoundary))
        return Located(boundary.policy, checks: checks, preconditions: boundary.preconditions)
    }

    func perform(
        _ input: IAM.CreateRoleInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.CreateRoleOutput> {
        if input.permissionsBoundary != nil, authorized.target == nil { throw AWSError.missingBoundary }
        try IAMDirectory(vault: vault).validateTrust(input.assumeRolePolicyDocument)
        var role = RoleRecord(
            name: input.roleName, path: input.path ?? "/", roleID: UniqueID.iam(prefix: "AROA"),
            createdAt: request.receivedAt.wholeSeconds.milliseconds,
            trustPolicy: try PolicyPrincipals(vault: vault).stored(input.assumeRolePolicyDocument),
            description: input.description, maxSessionDuration: input.maxSessionDuration ?? 3600,
            tags: try IAMTags.merged([:], with: input.tags))
        role.boundary = input.permissionsBoundary
        guard !role.isServiceLinked else {
            throw AWSError("InvalidInput", "The path \(role.path) is reserved for roles that services of AWS make.")
        }
        let shape = try role.created(vault, in: request.scope)
        return .creation(
            of: role, in: request.scope, IAM.CreateRoleOutput(role: shape), TrailNotes(response: shape.trail))
    }

    func trailParameters(_ input: IAM.CreateRoleInput) -> JSONValue? {
        .fields(
            ("roleName", input.roleName), ("path", input.path),
            ("assumeRolePolicyDocument", input.assumeRolePolicyDocument), ("description", input.description),
            ("maxSessionDuration", input.maxSessionDuration), ("permissionsBoundary", input.permissionsBoundary),
            ("tags", input.tags))
    }
}
