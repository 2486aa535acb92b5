// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import CofferBase

/// Whether other programs than Coffer sign with the owner's access key.
extension VaultDoctor {
    /// IAM's credential report tells it, without a look at the key. A report is up to four hours old.
    func ownerKey(at now: Timestamp) async throws -> DoctorFinding? {
        do {
            _ = try await client.call(IAM.GenerateCredentialReport.self, IAM.GenerateCredentialReportInput())
            let report = try await client.call(IAM.GetCredentialReport.self, IAM.GetCredentialReportInput())
            return Self.ownerKey(String(decoding: report.content ?? [], as: UTF8.self), at: now)
        } catch let error as AWSError where error.code.hasPrefix("Report") || error.isRefusal {
            // At AWS the first report takes a while.
            return nil
        }
    }

    static func ownerKey(_ report: String, at now: Timestamp) -> DoctorFinding? {
        let lines = report.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first, let root = lines.first(where: { $0.first == "<root_account>" }) else {
            return nil
        }
        func value(_ column: String) -> String? {
            header.firstIndex(of: column).flatMap { $0 < root.count ? root[$0] : nil }
        }
        let uses = (1...2).compactMap { number -> (at: Timestamp, service: String)? in
            guard value("access_key_\(number)_active") == "true",
                let text = value("access_key_\(number)_last_used_date"),
                let time = Timestamp(iso8601: text.hasSuffix("+00:00") ? "\(text.dropLast(6))Z" : text)
            else { return nil }
            return (time, value("access_key_\(number)_last_used_service") ?? "")
        }
        guard let last = uses.max(by: { $0.at < $1.at }), days(from: last.at, to: now) <= 30 else { return nil }
        return DoctorFinding(
            .ownerKey,
            "a program other than coffer used the owner's access key, last for \(last.service) on \(last.at.iso8601.prefix(10))",
            mend:
                "aws iam create-user --user-name NAME && aws iam create-access-key --user-name NAME, and give it a policy of its own",
            alternatives: ["for what reads secrets alone: coffer allow APP SECRET, then coffer credentials --app APP"])
    }
}
