// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPolicy

/// Who makes the calls of a simulation.
struct SimulatedCaller: Sendable {
    let principal: Principal
    let account: AccountID
    var tags: [ExactString: String] = [:]

    /// A user by ARN, who need not be there.
    static func named(_ arn: String) throws(AWSError) -> SimulatedCaller {
        guard let parsed = ARN(arn), parsed.service == "iam", let account = AccountID(parsed.account),
            parsed.resource.hasPrefix("user/"), !parsed.resource.hasSuffix("/")
        else { throw .invalidInput("CallerArn must be the ARN of an IAM user: \(arn) is not.") }
        return SimulatedCaller(principal: .user(arn: arn, userID: "", account: account), account: account)
    }

    /// What is known of the caller in every call, but not who a role's session is.
    func addConditionKeys(to context: inout ConditionContext) {
        principal.addConditionKeys(to: &context)
        if principal.kind == .roleSession || principal.userID.isEmpty { context.set("aws:userid", []) }
        for (name, value) in tags { context.add("aws:PrincipalTag/\(name)", value) }
    }
}
