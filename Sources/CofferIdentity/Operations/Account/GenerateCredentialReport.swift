// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Written at once, and kept for four hours: as on AWS, a new one isn't made before.
struct GenerateCredentialReportHandler: OperationHandler {
    typealias Operation = IAM.GenerateCredentialReport
    let vault: Vault
    let isReadOnly = false
    func workload(_ input: IAM.GenerateCredentialReportInput) -> Workload { .scanning }

    func locate(
        _ input: IAM.GenerateCredentialReportInput, _ request: Authenticated
    ) throws -> Located<AccountSettings> {
        try AccountSettings.located(vault, "GenerateCredentialReport", request)
    }

    func perform(
        _ input: IAM.GenerateCredentialReportInput, _ authorized: Authorized<AccountSettings>, _ request: Authenticated
    ) throws -> Performed<IAM.GenerateCredentialReportOutput> {
        var settings = authorized.target
        if CredentialReport.isFresh(settings.value.credentialReportAt, request) {
            return .reply(IAM.GenerateCredentialReportOutput(state: "COMPLETE"))
        }
        let description =
            settings.value.credentialReportAt == nil ? "No report exists. Starting a new report generation task" : nil
        settings.value.credentialReportAt = request.receivedAt.wholeSeconds.milliseconds
        let changed = settings
        let report = try CredentialReport(vault: vault).text(settings.value, request)
        return .change { writer in
            try changed.save(writer)
            try writer.set(CredentialReport.setting(in: request.scope), Array(report.utf8))
            return IAM.GenerateCredentialReportOutput(state: "STARTED", description: description)
        }
    }

    func trailParameters(_ input: IAM.GenerateCredentialReportInput) -> JSONValue? { nil }
}
