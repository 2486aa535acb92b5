// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Glibc

extension DoctorFinding {
    /// What a scan of a person's files says: a finding for each key in plaintext, and one for each `.env` file with a key
    /// that other users of the machine may read or change.
    public static func plaintext(in report: ScanReport) -> [DoctorFinding] {
        var findings = report.findings.map { finding in
            DoctorFinding(
                .plaintext, "\(finding.path):\(finding.line) holds a key of \(finding.provider) in plaintext",
                mend: mendOfPlaintext(in: finding.path))
        }
        let paths = Set(report.findings.flatMap(\.places).filter { $0.commit == nil }.map(\.path))
        for path in paths.sorted() where EnvFile.isNamedLikeOne(path) {
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { continue }
            let mode = String(status.st_mode & 0o777, radix: 8)
            findings.append(
                DoctorFinding(
                    .readable, "\(path) holds a key, and its mode \(mode) lets other users of this machine in",
                    mend: "chmod 600 \(ShellWord.quoted(path))"))
        }
        return findings
    }

    static func mendOfPlaintext(in path: String) -> String {
        let quoted = ShellWord.quoted(path)
        if EnvFile.isNamedLikeOne(path) { return "coffer import \(quoted) --rewrite" }
        let place = Finding.Place(path: path, line: 1, column: 1, range: nil)
        guard KeyPlacement.isUsed(by: place) else { return "coffer import \(quoted), then delete the key in there" }
        return "coffer protect \(ShellWord.quoted(KeyPlacement.folder(of: path)))"
    }
}
