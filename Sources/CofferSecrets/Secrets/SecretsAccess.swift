// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
public import CofferPipeline

/// What must be asked before something is done to a secret: for explaining it without doing it.
public enum SecretsAccess {
    /// - Parameter resource: a secret's name or ARN; `*` for actions without one.
    public static func checks(
        _ action: String, _ resource: String, _ vault: Vault, keys: any KeyProtection, _ request: Authenticated
    ) throws -> [AccessCheck] {
        let name = String(action.drop { $0 != ":" }.dropFirst())
        if resource == "*" { return [AccessCheck(action: action, resource: "*", resourceAccount: request.scope.account)] }
        let finder = SecretFinder(vault: vault)
        if name.lowercased() == "getsecretvalue" {
            return try ValueReading.locate(
                resource, versionID: nil, stage: nil, finder, SecretSealer(keys: keys), request
            ).checks
        }
        return [try finder.check(name, finder.find(resource, request), secretID: resource)]
    }
}
