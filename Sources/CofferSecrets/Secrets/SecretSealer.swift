// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Uses KMS keys in the caller's name: a value is sealed under {SecretARN, SecretVersionId}.
///
/// Source: Secrets Manager User Guide, "Secret encryption and decryption".
struct SecretSealer: Sendable {
    let keys: any KeyProtection

    /// A key that was found for some uses with one version of one secret.
    struct Use: Sendable {
        var key: ProtectingKey
        let uses: [KeyUse]
        let context: [String: String]
    }

    /// Finds the key that new values of a secret are sealed under. `keyID` nil is the account's default key.
    func locateSealing(
        _ keyID: String?, of secretARN: String, _ version: String, in scope: Scope, _ request: Authenticated
    )
        throws -> Located<Use>
    {
        try locate(
            keyID.map { Self.absolute($0, in: scope, request) }, for: [.generateDataKey], secretARN, version, request,
            orElse: .encryptionFailure)
    }

    /// The condition keys of a request that names a key. A key that isn't there keeps the name it was given.
    ///
    /// Source: Service Authorization Reference, "AWS Secrets Manager".
    func conditions(_ keyID: String?, in scope: Scope, _ request: Authenticated) -> [ExactString: [String]] {
        guard let keyID = keyID?.nonEmpty else { return [:] }
        let found = try? keys.locate(Self.absolute(keyID, in: scope, request), for: [], context: [:], request)
        return [
            "secretsmanager:KmsKeyId": [keyID], "secretsmanager:KmsKeyArn": [found?.target.arn ?? keyID],
        ]
    }

    /// Finds the key that a version is sealed under.
    func locateOpening(_ version: SecretVersionRecord, of secretARN: String, _ request: Authenticated) throws
        -> Located<Use>
    {
        try locate(
            version.keyARN, for: [.decrypt], secretARN, version.versionID, request, orElse: .decryptionFailure)
    }

    private func locate(
        _ keyID: String?, for uses: [KeyUse], _ secretARN: String, _ version: String, _ request: Authenticated,
        orElse failure: AWSError
    ) throws -> Located<Use> {
        let context = ["SecretARN": secretARN, "SecretVersionId": version]
        do {
            let located = try keys.locate(keyID, for: uses, context: context, request)
            var checks = located.checks
            for index in checks.indices { checks[index].note = AWSError.kmsDenied.message }
            return Located(
                Use(key: located.target, uses: uses, context: context), checks: checks,
                preconditions: located.preconditions)
        } catch let error as AWSError {
            // KMS's own words would tell which keys there are; Secrets Manager's don't.
            throw error.code == "AccessDeniedException" ? AWSError.kmsDenied : failure
        }
    }

    func seal(_ value: SharedSecret, _ use: Use) throws -> String {
        do { return Base64.encode(try keys.seal(value, under: use.key, context: use.context)) } catch {
            throw AWSError.encryptionFailure
        }
    }

    func open(_ version: SecretVersionRecord, _ use: Use) throws -> SharedSecret {
        guard let blob = Base64.decode(version.ciphertext) else { throw AWSError.decryptionFailure }
        do { return try keys.open(blob, under: use.key, context: use.context) } catch {
            throw AWSError.decryptionFailure
        }
    }

    func events(_ uses: [Use]) -> [InnerCall] {
        uses.flatMap { use in use.uses.map { keys.innerCall($0, of: use.key, context: use.context) } }
    }

    /// A bare id or alias means the one in the secret's account, whoever calls.
    private static func absolute(_ keyID: String, in scope: Scope, _ request: Authenticated) -> String {
        guard scope.account != request.scope.account, !keyID.hasPrefix("arn:") else { return keyID }
        return ARN(service: "kms", scope: scope, resource: keyID.hasPrefix("alias/") ? keyID : "key/\(keyID)")
            .description
    }
}
