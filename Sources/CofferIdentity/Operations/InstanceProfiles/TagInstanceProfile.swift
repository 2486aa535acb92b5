// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct TagInstanceProfileHandler: OperationHandler {
    typealias Operation = IAM.TagInstanceProfile
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.TagInstanceProfileInput, _ request: Authenticated
    ) throws -> Located<Versioned<InstanceProfileRecord>?> {
        try IAMDirectory(vault: vault).located(
            InstanceProfileRecord.self, input.instanceProfileName, "TagInstanceProfile", request, .tags(input.tags))
    }

    func perform(
        _ input: IAM.TagInstanceProfileInput, _ authorized: Authorized<Versioned<InstanceProfileRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.TagInstanceProfileOutput> {
        var profile = try authorized.entity(input.instanceProfileName)
        profile.value.tags = try IAMTags.merged(profile.value.tags, with: input.tags)
        return .update(profile, IAM.TagInstanceProfileOutput())
    }

    func trailParameters(_ input: IAM.TagInstanceProfileInput) -> JSONValue? {
        .fields(("instanceProfileName", input.instanceProfileName), ("tags", input.tags))
    }
}
