// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UntagInstanceProfileHandler: OperationHandler {
    typealias Operation = IAM.UntagInstanceProfile
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.UntagInstanceProfileInput, _ request: Authenticated
    ) throws -> Located<Versioned<InstanceProfileRecord>?> {
        try IAMDirectory(vault: vault).located(
            InstanceProfileRecord.self, input.instanceProfileName, "UntagInstanceProfile", request,
            .tagKeys(input.tagKeys))
    }

    func perform(
        _ input: IAM.UntagInstanceProfileInput, _ authorized: Authorized<Versioned<InstanceProfileRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.UntagInstanceProfileOutput> {
        var profile = try authorized.entity(input.instanceProfileName)
        profile.value.tags = IAMTags.removed(profile.value.tags, keys: input.tagKeys)
        return .update(profile, IAM.UntagInstanceProfileOutput())
    }

    func trailParameters(_ input: IAM.UntagInstanceProfileInput) -> JSONValue? {
        .fields(("instanceProfileName", input.instanceProfileName), ("tagKeys", input.tagKeys))
    }
}
