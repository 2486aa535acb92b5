// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
public import CofferPipeline

/// What must be asked before something is done to a key: for explaining it without doing it.
public enum KMSAccess {
    /// - Parameter resource: a key's id, ARN, alias or alias ARN; `*` for actions without a key.
    public static func checks(
        _ action: String, _ resource: String, context: [String: String], _ vault: Vault, _ request: Authenticated
    ) throws -> [AccessCheck] {
        if resource == "*" { return [.account(action, request)] }
        let found = try KeyFinder(vault: vault).find(resource, for: action, request, forms: .all)
        return [
            found.check(
                action, request, context: found.key.spec.isSymmetric ? context : nil, CryptoConditions.of(context))
        ]
    }
}
