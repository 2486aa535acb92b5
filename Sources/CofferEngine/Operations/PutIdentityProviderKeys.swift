// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// Gives an OpenID Connect provider's keys by hand, for one that can't be reached or whose certificate no authority
/// signed; without keys, they are fetched again.
struct PutIdentityProviderKeysHandler: OperationHandler {
    typealias Operation = Coffer.PutIdentityProviderKeys
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: Coffer.PutIdentityProviderKeysInput, _ request: Authenticated
    ) throws -> Located<Versioned<OIDCProviderRecord>?> {
        let scope = request.scope.global
        let prefix = "arn:\(scope.partition.rawValue):iam::\(scope.account):oidc-provider/"
        guard input.providerArn.hasPrefix(prefix) else {
            throw AWSError.validation("\(input.providerArn) is no OpenID Connect provider of this account.")
        }
        let host = String(input.providerArn.dropFirst(prefix.count))
        let record = try vault.load(OIDCProviderRecord.self, host, in: scope)
        let check = AccessCheck(
            action: "coffer:PutIdentityProviderKeys", resource: input.providerArn, resourceAccount: scope.account)
        return Located(
            record, checks: [check],
            preconditions: [record?.precondition ?? Precondition(key: OIDCProviderRecord.key(host, in: scope), revision: nil)])
    }

    func perform(
        _ input: Coffer.PutIdentityProviderKeysInput, _ authorized: Authorized<Versioned<OIDCProviderRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<Coffer.PutIdentityProviderKeysOutput> {
        guard var record = authorized.target else {
            throw AWSError("NotFoundException", "There is no provider \(input.providerArn): make it with IAM's CreateOpenIDConnectProvider.")
        }
        if let keys = input.keySet {
            guard IssuerKeySet(Array(keys.utf8)) != nil else {
                throw AWSError.validation("KeySet is no JWK Set with an RSA or EC key in it: {\"keys\":[{\"kty\":\"RSA\",…}]}.")
            }
        }
        record.value.keys = input.keySet
        let changed = record
        return .change { writer in
            try writer.update(changed)
            return Coffer.PutIdentityProviderKeysOutput()
        }
    }

    func trailParameters(_ input: Coffer.PutIdentityProviderKeysInput) -> JSONValue? {
        ["providerArn": .string(input.providerArn), "keysGiven": .bool(input.keySet != nil)]
    }
}
