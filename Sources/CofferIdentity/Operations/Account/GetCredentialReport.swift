// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GetCredentialReportHandler: OperationHandler {
    typealias Operation = IAM.GetCredentialReport
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetCredentialReportInput, _ request: Authenticated) throws -> Located<AccountSettings> {
        try AccountSettings.located(vault, "GetCredentialReport", request)
    }

    func perform(
        _ input: IAM.GetCredentialReportInput, _ authorized: Authorized<AccountSettings>, _ request: Authenticated
    ) throws -> Performed<IAM.GetCredentialReportOutput> {
        let setting = CredentialReport.setting(in: request.scope)
        guard let time = authorized.target.value.credentialReportAt,
            let report = try vault.store.read({ try $0.setting(setting) })
        else { throw AWSError("ReportNotPresent", nil, status: 410) }
        guard CredentialReport.isFresh(time, request) else { throw AWSError("ReportExpired", nil, status: 410) }
        return .reply(
            IAM.GetCredentialReportOutput(
                content: report, reportFormat: "text/csv", generatedTime: Timestamp(milliseconds: time)))
    }

    func trailParameters(_ input: IAM.GetCredentialReportInput) -> JSONValue? { nil }
}
