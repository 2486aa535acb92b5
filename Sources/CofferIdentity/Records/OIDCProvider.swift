// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

extension OIDCProviderRecord {
    /// The URL without its scheme; nil where it isn't `https://` and something.
    static func host(of url: String) -> String? {
        guard url.hasPrefix("https://"), url.utf8.count > 8 else { return nil }
        return String(url.dropFirst(8))
    }

    static func check(thumbprints: [String]) throws {
        guard thumbprints.count <= 5 else {
            throw AWSError("InvalidInput", "Thumbprint list must contain fewer than 5 entries.")
        }
    }
}

extension IAMDirectory {
    /// A provider by its ARN, as the target of an action.
    func locatedProvider(
        _ arn: String, _ action: String, _ request: Authenticated, _ conditions: ConditionKeys = [:]
    ) throws -> Located<Versioned<OIDCProviderRecord>?> {
        let prefix = ARN(service: "iam", scope: request.scope.global, resource: "oidc-provider/").description
        guard arn.hasPrefix(prefix), arn.utf8.count > prefix.utf8.count else {
            throw AWSError("InvalidInput", "ARN \(arn) is not valid.")
        }
        return try located(OIDCProviderRecord.self, String(arn.dropFirst(prefix.count)), action, request, conditions)
    }
}
