// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetInstanceProfileHandler: OperationHandler {
    typealias Operation = IAM.GetInstanceProfile
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.GetInstanceProfileInput, _ request: Authenticated
    ) throws -> Located<Versioned<InstanceProfileRecord>?> {
        try IAMDirectory(vault: vault).located(
            InstanceProfileRecord.self, input.instanceProfileName, "GetInstanceProfile", request)
    }

    func perform(
        _ input: IAM.GetInstanceProfileInput, _ authorized: Authorized<Versioned<InstanceProfileRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.GetInstanceProfileOutput> {
        let profile = try authorized.entity(input.instanceProfileName).value
        var shape = try profile.summary(vault, in: request.scope)
        shape.tags = IAMTags.list(profile.tags)
        return .reply(IAM.GetInstanceProfileOutput(instanceProfile: shape))
    }

    func trailParameters(_ input: IAM.GetInstanceProfileInput) -> JSONValue? {
        .fields(("instanceProfileName", input.instanceProfileName))
    }
}
