// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteInstanceProfileHandler: OperationHandler {
    typealias Operation = IAM.DeleteInstanceProfile
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DeleteInstanceProfileInput, _ request: Authenticated
    ) throws -> Located<Versioned<InstanceProfileRecord>?> {
        try IAMDirectory(vault: vault).located(
            InstanceProfileRecord.self, input.instanceProfileName, "DeleteInstanceProfile", request)
    }

    func perform(
        _ input: IAM.DeleteInstanceProfileInput, _ authorized: Authorized<Versioned<InstanceProfileRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.DeleteInstanceProfileOutput> {
        let profile = try authorized.entity(input.instanceProfileName)
        guard profile.value.role == nil else {
            throw AWSError.deleteConflict("Cannot delete entity, must remove roles from instance profile first.")
        }
        return .change { writer in
            try writer.erase(profile)
            return IAM.DeleteInstanceProfileOutput()
        }
    }

    func trailParameters(_ input: IAM.DeleteInstanceProfileInput) -> JSONValue? {
        .fields(("instanceProfileName", input.instanceProfileName))
    }
}
