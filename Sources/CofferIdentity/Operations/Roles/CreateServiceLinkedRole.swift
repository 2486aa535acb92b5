// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct CreateServiceLinkedRoleHandler: OperationHandler {
    typealias Operation = IAM.CreateServiceLinkedRole
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreateServiceLinkedRoleInput, _ request: Authenticated) throws -> Located<Void> {
        let name = linked(input).map { roleName($0, input) } ?? "*"
        let arn = ARN(
            service: "iam", scope: request.scope.global,
            resource: "role\(ServiceLinkedRole.path)\(input.awsServiceName)/\(name)")
        return Located(
            (),
            checks: [
                request.check(
                    "iam:CreateServiceLinkedRole", arn.description, ["iam:AWSServiceName": [input.awsServiceName]])
            ])
    }

    func perform(
        _ input: IAM.CreateServiceLinkedRoleInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.CreateServiceLinkedRoleOutput> {
        guard let linked = linked(input) else { throw AWSError("InvalidInput", "Invalid service principal") }
        guard input.customSuffix == nil || linked.takesSuffix else {
            throw AWSError("InvalidInput", "Custom suffix is not allowed for \(linked.service)")
        }
        let scope = request.scope.global
        let name = roleName(linked, input)
        var role = RoleRecord(
            name: name, path: "\(ServiceLinkedRole.path)\(linked.service)/", roleID: UniqueID.iam(prefix: "AROA"),
            createdAt: request.receivedAt.wholeSeconds.milliseconds, trustPolicy: linked.trustPolicy,
            description: input.description, maxSessionDuration: 3600, tags: [:])
        role.managedPolicies = linked.policyARN(in: scope.partition).map { [$0] } ?? []
        let made = role
        let shape = try made.created(vault, in: request.scope)
        return .change(TrailNotes(response: shape.trail)) { writer in
            guard try writer.revision(of: RoleRecord.key(name, in: scope)) == nil else {
                throw AWSError(
                    "InvalidInput",
                    "Service role name \(name) has been taken in this account, please try a different suffix.")
            }
            try writer.create(made, in: scope)
            return IAM.CreateServiceLinkedRoleOutput(role: shape)
        }
    }

    private func linked(_ input: IAM.CreateServiceLinkedRoleInput) -> ServiceLinkedRole? {
        ServiceLinkedRole.find(input.awsServiceName)
    }

    private func roleName(_ linked: ServiceLinkedRole, _ input: IAM.CreateServiceLinkedRoleInput) -> String {
        linked.name + (input.customSuffix.map { "_\($0)" } ?? "")
    }

    func trailParameters(_ input: IAM.CreateServiceLinkedRoleInput) -> JSONValue? {
        .fields(
            ("awsServiceName", input.awsServiceName), ("description", input.description),
            ("customSuffix", input.customSuffix))
    }
}
