// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetPolicyVersionHandler: OperationHandler {
    typealias Operation = IAM.GetPolicyVersion
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetPolicyVersionInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        try IAMDirectory(vault: vault).locatedPolicy(input.policyArn, "GetPolicyVersion", request)
    }

    func perform(
        _ input: IAM.GetPolicyVersionInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetPolicyVersionOutput> {
        guard let policy = authorized.target,
            let version = policy.versions.first(where: { $0.id == input.versionId })
        else { throw AWSError.missingVersion(input.versionId) }
        return .reply(
            IAM.GetPolicyVersionOutput(policyVersion: version.shape(default: policy.defaultVersion, withDocument: true))
        )
    }

    func trailParameters(_ input: IAM.GetPolicyVersionInput) -> JSONValue? {
        .fields(("policyArn", input.policyArn), ("versionId", input.versionId))
    }
}
