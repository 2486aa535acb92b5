// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct PutKeyPolicy: OperationHandler {
    typealias Operation = KMS.PutKeyPolicy

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.PutKeyPolicyInput, _ request: Authenticated) throws -> Located<FoundKey> {
        var conditions: [ExactString: [String]] = ["kms:PolicyName": [input.policyName ?? KeyPolicyText.name]]
        if let bypass = input.bypassPolicyLockoutSafetyCheck {
            conditions["kms:BypassPolicyLockoutSafetyCheck"] = [bypass ? "true" : "false"]
        }
        let all = conditions
        return try keys.find(input.keyId, for: "kms:PutKeyPolicy", request, forms: .plain).located(
            "kms:PutKeyPolicy", request, all)
    }

    func perform(
        _ input: KMS.PutKeyPolicyInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.PutKeyPolicyOutput> {
        let key = authorized.target.key
        guard (input.policyName ?? KeyPolicyText.name) == KeyPolicyText.name else {
            if input.policyName == "AWS_RAM" {
                throw AWSError.validation("The AWS_RAM policy can only be managed by the RAM service.")
            }
            throw AWSError.notFound("No such policy exists")
        }
        let policy = try KeyPolicyText.accepted(
            input.policy, keyARN: key.arn, in: key.scope, mayLockOut: input.bypassPolicyLockoutSafetyCheck == true,
            conditions: key.conditions, request, keys.vault)
        let changed = key.changed { $0.policy = policy }
        return .change(KeyTrail.notes(key)) { writer in
            try writer.update(changed)
            return KMS.PutKeyPolicyOutput()
        }
    }

    func trailParameters(_ input: KMS.PutKeyPolicyInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("policyName", input.policyName).with("policy", input.policy)
            .with("bypassPolicyLockoutSafetyCheck", input.bypassPolicyLockoutSafetyCheck).value
    }
}
