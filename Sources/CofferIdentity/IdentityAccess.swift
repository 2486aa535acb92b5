// SPDX-License-Identifier: Apache-2.0
public import CofferPipeline

/// What must be asked before a role is assumed, or something else is done to what IAM keeps: for explaining it.
public enum IdentityAccess {
    public static func checks(
        _ action: String, _ resource: String, _ vault: Vault, _ request: Authenticated
    ) throws -> [AccessCheck] {
        if action.lowercased() == "sts:assumerole", resource != "*" {
            return try TrustedRole(resource, request, vault).checks([action], vault) { [:] }
        }
        return [request.check(action, resource)]
    }
}
