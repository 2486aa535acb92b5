// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListAttachedUserPoliciesHandler: OperationHandler {
    typealias Operation = IAM.ListAttachedUserPolicies
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListAttachedUserPoliciesInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedUser(input.userName, "ListAttachedUserPolicies", request)
    }

    func perform(
        _ input: IAM.ListAttachedUserPoliciesInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListAttachedUserPoliciesOutput> {
        guard authorized.target != nil else { throw IAMDirectory.missing("user", input.userName) }
        // Managed policies can't be attached here, so there are none.
        return .reply(IAM.ListAttachedUserPoliciesOutput(attachedPolicies: [], isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListAttachedUserPoliciesInput) -> JSONValue? {
        ["userName": .string(input.userName)]
    }
}
