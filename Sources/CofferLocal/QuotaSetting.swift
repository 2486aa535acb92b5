// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline

/// Quotas that the environment sets: `COFFER_QUOTAS="keys=1000000,grants-per-key=100"`. The others are AWS's.
enum QuotaSetting {
    static let variable = "COFFER_QUOTAS"

    static func quotas() throws -> VaultQuotas { try parse(VaultFolder.variable(variable) ?? "") }

    static func parse(_ text: String) throws -> VaultQuotas {
        var quotas = VaultQuotas()
        for part in text.split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = sides[0].trimmingBlanks
            guard sides.count == 2, let value = Int(sides[1].trimmingBlanks), value >= 0,
                quotas.set(name, to: value)
            else {
                throw VaultError(
                    .refused, "\(variable) has '\(part)' in it, which sets no quota",
                    hint: "write NAME=NUMBER, with commas between; the names are \(VaultQuotas.names.joined(separator: ", "))")
            }
        }
        return quotas
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension VaultSettings {
    /// A vault's, with the quotas of the environment.
    static func current(vaultID: String, account: AccountID, region: Region) throws -> VaultSettings {
        var settings = VaultSettings(vaultID: vaultID, account: account, region: region)
        settings.quotas = try QuotaSetting.quotas()
        return settings
    }
}
