// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// A value on its way to become a version: what CreateSecret, PutSecretValue and UpdateSecret share.
///
/// The ClientRequestToken is the version's ID. A token that was used is no error where it brought the same value.
struct NewVersion: Sendable {
    let token: String
    let value: SecretValue
    /// The version that the token made already.
    let existing: Versioned<SecretVersionRecord>?
    /// The key to seal under or, for an existing version, to compare with. A failure shows only once the caller is
    /// allowed to know of the secret.
    let use: Result<SecretSealer.Use, AWSError>
    /// The key as the caller named it.
    let kmsKeyID: String?

    /// Finds the key and what must be asked for it; decrypts nothing.
    static func locate(
        _ value: SecretValue, token: String, secretARN: String, kmsKeyID: String?, in scope: Scope,
        existing: Versioned<SecretVersionRecord>?, _ sealer: SecretSealer, _ request: Authenticated
    ) -> Located<NewVersion> {
        func made(_ use: Result<SecretSealer.Use, AWSError>) -> NewVersion {
            NewVersion(token: token, value: value, existing: existing, use: use, kmsKeyID: kmsKeyID)
        }
        let existingIsDefault = existing.map { $0.value.kmsKeyID == nil } ?? (kmsKeyID == nil)
        if scope.account != request.scope.account, existingIsDefault {
            return Located(made(.failure(.foreignDefaultKey)), checks: [])
        }
        do {
            let located =
                if let existing {
                    try sealer.locateOpening(existing.value, of: secretARN, request)
                } else {
                    try sealer.locateSealing(kmsKeyID, of: secretARN, token, in: scope, request)
                }
            let preconditions = located.preconditions + (existing.map { [$0.precondition] } ?? [])
            return Located(made(.success(located.target)), checks: located.checks, preconditions: preconditions)
        } catch {
            return Located(made(.failure(error as? AWSError ?? .internalFailure)), checks: [])
        }
    }

    /// Whether the token made just this value before. Throws ResourceExistsException where it made another.
    func isRepeated(in secretARN: String, _ sealer: SecretSealer) throws -> Bool {
        guard let existing else { return false }
        let opened = try sealer.open(existing.value, try use.get())
        guard value.isEqual(to: opened, isBinary: existing.value.isBinary) else {
            throw AWSError.tokenInUse(token, arn: secretARN)
        }
        return true
    }

    /// Seals the value and enters the version into the secret.
    func sealed(
        into secret: inout SecretRecord, stages: [String], _ sealer: SecretSealer, _ request: Authenticated
    ) throws -> SecretVersionRecord {
        let use = try use.get()
        let now = request.receivedAt.milliseconds
        try secret.attach(stages, toNew: token)
        secret.versionCount += 1
        secret.changedAt = now
        return SecretVersionRecord(
            secretUID: secret.uid, versionID: token, createdAt: now, keyARN: use.key.arn, kmsKeyID: kmsKeyID,
            ciphertext: try sealer.seal(value.bytes, use), isBinary: value.isBinary)
    }

    /// The calls to KMS that this makes.
    func events(_ sealer: SecretSealer) -> [InnerCall] {
        guard case .success(let use) = use else { return [] }
        return sealer.events([use])
    }
}
