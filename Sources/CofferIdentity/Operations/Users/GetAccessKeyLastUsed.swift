// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetAccessKeyLastUsedHandler: OperationHandler {
    typealias Operation = IAM.GetAccessKeyLastUsed
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.GetAccessKeyLastUsedInput, _ request: Authenticated
    ) throws -> Located<Versioned<AccessKeyRecord>?> {
        let key = try vault.load(AccessKeyRecord.self, input.accessKeyId, in: request.scope.global)
        let owner = key.flatMap { if case .user(let name) = $0.value.owner { name } else { nil } }
        guard let owner else {
            return Located(key, checks: [request.check("iam:GetAccessKeyLastUsed", on: key == nil ? "user/" : "root")])
        }
        return try IAMDirectory(vault: vault).located(UserRecord.self, owner, "GetAccessKeyLastUsed", request).with(key)
    }

    func perform(
        _ input: IAM.GetAccessKeyLastUsedInput, _ authorized: Authorized<Versioned<AccessKeyRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.GetAccessKeyLastUsedOutput> {
        // What AWS answers for keys that aren't there, too: which ones there are is nobody's business.
        guard let key = authorized.target?.value else {
            throw AWSError(
                "AccessDenied",
                "User: \(request.caller.arn) is not authorized to perform iam:GetAccessKeyLastUsed on resource: "
                    + "access key \(input.accessKeyId)",
                status: 403)
        }
        let used = try LastUse.accessKey(key.id, vault)
        let owner: String? = if case .user(let name) = key.owner { name } else { nil }
        return .reply(
            IAM.GetAccessKeyLastUsedOutput(
                userName: owner,
                accessKeyLastUsed: IAM.AccessKeyLastUsed(
                    serviceName: used?.service ?? "N/A", region: used?.region ?? "N/A", lastUsedDate: used?.date)))
    }

    func trailParameters(_ input: IAM.GetAccessKeyLastUsedInput) -> JSONValue? {
        .fields(("accessKeyId", input.accessKeyId))
    }
}
