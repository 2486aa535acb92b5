// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Recomputes the whole tree from the events and holds it against the signed head.
struct VerifyLogHandler: OperationHandler {
    typealias Operation = Coffer.VerifyLog
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: Coffer.VerifyLogInput) -> Workload { .scanning }

    func locate(_ input: Coffer.VerifyLogInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [AccessCheck(action: "coffer:VerifyLog", resource: "*", resourceAccount: request.scope.account)])
    }

    func perform(
        _ input: Coffer.VerifyLogInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<Coffer.VerifyLogOutput> {
        let (report, checkpoint) = try vault.verifyLog(earlier: input.checkpoint)
        return .reply(
            Coffer.VerifyLogOutput(
                isIntact: report.isSound, size: Int(report.verified), root: report.root.description,
                finding: report.fault?.description, checkpoint: checkpoint))
    }

    func trailParameters(_ input: Coffer.VerifyLogInput) -> JSONValue? { nil }
}
