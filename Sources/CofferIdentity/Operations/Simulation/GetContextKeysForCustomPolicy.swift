// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy

struct GetContextKeysForCustomPolicyHandler: OperationHandler {
    typealias Operation = IAM.GetContextKeysForCustomPolicy
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.GetContextKeysForCustomPolicyInput) -> Workload { .scanning }

    func locate(_ input: IAM.GetContextKeysForCustomPolicyInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:GetContextKeysForCustomPolicy", "*")])
    }

    func perform(
        _ input: IAM.GetContextKeysForCustomPolicyInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.GetContextKeysForCustomPolicyOutput> {
        let policies = try SimulatedPolicy.inputs(input.policyInputList)
        return .reply(IAM.GetContextKeysForCustomPolicyOutput(contextKeyNames: policies.contextKeys))
    }

    func trailParameters(_ input: IAM.GetContextKeysForCustomPolicyInput) -> JSONValue? {
        .fields(("policyInputList", input.policyInputList))
    }
}

extension [SimulatedPolicy] {
    /// The keys that they read, each once whatever its case, as first written.
    var contextKeys: [String] {
        var known: Set<ExactString> = []
        return flatMap(\.document.contextKeys).filter { known.insert(ExactString($0.lowercased())).inserted }
    }
}
