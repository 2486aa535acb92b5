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
        guard !request.caller.mayMakeNothingLasting else {
            throw AWSError("AccessDeniedException", "Cannot call PutIdentityProviderKeys with session credentials")
        }
        // Whoever gives the keys decides whom the provider vouches for: that is IAM's to allow.
        let tags = record?.value.tags ?? [:]
        let checks = ["coffer:PutIdentityProviderKeys", "iam:UpdateOpenIDConnectProviderThumbprint"].map { action in
            AccessCheck(
                action: action, resource: input.providerArn, resourceAccount: scope.account,
                conditions: Dictionary(uniqueKeysWithValues: tags.map { ("aws:ResourceTag/\($0.key)", [$0.value]) }))
        }
        return Located(
            record, checks: checks,
            preconditions: [record?.precondition ?? Precondition(key: OIDCProviderRecord.key(host, in: scope), revision: nil)])
    }

    func perform(
        _ input: Coffer.PutIdentityProviderKeysInput, _ authorized: Authorized<Versioned<OIDCProviderRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<Coffer.PutIdentityProviderKeysOutput> {
        guard var record = authorized.target else {
            throw AWSError("NotFoundException", "There is no provider \(input.providerArn): make it with IAM's CreateOpenIDConnectProvider.")
        }
        var trail = TrailNotes()
        if let text = input.keySet {
            guard let keys = IssuerKeySet(Array(text.utf8)) else {
                throw AWSError.validation("KeySet is no JWK Set with an RSA or EC key in it: {\"keys\":[{\"kty\":\"RSA\",…}]}.")
            }
            trail.response = ["keySetSha256": .string(keys.digest)]
        }
        record.value.keys = input.keySet
        let changed = record
        return .change(trail) { writer in
            try writer.update(changed)
            return Coffer.PutIdentityProviderKeysOutput()
        }
    }

    func trailParameters(_ input: Coffer.PutIdentityProviderKeysInput) -> JSONValue? {
        ["providerArn": .string(input.providerArn), "keysGiven": .bool(input.keySet != nil)]
    }
}
