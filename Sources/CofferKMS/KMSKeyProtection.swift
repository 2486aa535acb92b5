// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
public import CofferBase
internal import CofferCrypto
public import CofferPipeline
internal import CofferStore

/// How Secrets Manager uses keys in its callers' names.
///
/// The caller's own rights count, with `kms:ViaService` and `kms:CallerAccount` in the conditions, so a key policy can
/// say that a key serves secrets only.
public struct KMSKeyProtection: KeyProtection {
    private let keys: KeyFinder
    private static let service = "secretsmanager.amazonaws.com"
    /// The key of secrets that name none: each account and region has its own, from its first secret on.
    private static let defaultAlias = "alias/aws/secretsmanager"

    public init(vault: Vault) { keys = KeyFinder(vault: vault) }

    /// A key as found, and by which alias.
    private struct Handle: Sendable {
        let key: PreparedKey
        let creation: Creation?
    }

    /// A default key that isn't stored yet.
    private struct Creation: Sendable {
        let scope: Scope
        let key: KeyRecord
        let alias: AliasRecord
    }

    public func locate(
        _ keyID: String?, for uses: [KeyUse], context: [String: String], _ request: Authenticated
    ) throws -> Located<ProtectingKey> {
        let action = uses.first.map { "kms:\($0.rawValue)" } ?? "kms:DescribeKey"
        if keyID == nil || keyID == Self.defaultAlias {
            guard let alias = try keys.vault.load(AliasRecord.self, Self.defaultAlias, in: request.scope) else {
                return try newDefault(for: uses, context: context, request)
            }
            guard let key = try keys.key(alias.value.target, in: request.scope, request) else {
                throw AWSError.noAlias(AliasRecord.arn(Self.defaultAlias, in: request.scope))
            }
            return try located(keys.found(key, by: alias), uses, context, request)
        }
        let found = try keys.find(keyID ?? "", for: action, request, forms: .all)
        // A stranger's key tells its state to who may use it: then it is checked as it is used.
        if found.key.scope.account == request.scope.account { try Self.checkUsable(found.key, at: request.receivedAt) }
        return try located(found, uses, context, request)
    }

    public func seal(_ plaintext: SharedSecret, under key: ProtectingKey, context: [String: String]) throws -> [UInt8] {
        let handle = try Self.handle(of: key)
        try Self.checkUsable(handle.key, at: keys.vault.clock.now())
        return try KeyCrypto(vault: keys.vault).seal(plaintext, under: handle.key, context: context)
    }

    public func open(_ blob: [UInt8], under key: ProtectingKey, context: [String: String]) throws -> SharedSecret {
        let handle = try Self.handle(of: key)
        try Self.checkUsable(handle.key, at: keys.vault.clock.now())
        return try KeyCrypto(vault: keys.vault).open(try KeyCrypto.parse(blob), under: handle.key, context: context)
            .plaintext
    }

    public func innerCall(_ use: KeyUse, of key: ProtectingKey, context: [String: String]) -> InnerCall {
        var parameters = TrailParameters()
        switch use {
        case .generateDataKey: parameters = parameters.with("keyId", key.arn).with("keySpec", "AES_256")
        case .decrypt: parameters = parameters.with("encryptionAlgorithm", KeySpec.symmetricDefault)
        }
        let account = ARN(key.arn)?.account ?? ""
        var call = InnerCall(
            eventSource: KMS.service.eventSource, eventName: use.rawValue, invokedBy: Self.service,
            parameters: parameters.with("encryptionContext", context).value,
            resources: [TrailResource(arn: key.arn, accountID: account, type: "AWS::KMS::Key")], isReadOnly: true)
        if let handle = key.handle as? Handle { call.usedKeys = [KeyLastUse.setting(handle.key)] }
        return call
    }

    private func located(
        _ found: FoundKey, _ uses: [KeyUse], _ context: [String: String], _ request: Authenticated,
        creation: Creation? = nil
    ) throws -> Located<ProtectingKey> {
        var create: (@Sendable (any StoreWriter) throws -> Void)?
        var preconditions = found.preconditions
        if let creation {
            create = { writer in
                try writer.insert(creation.alias, in: creation.scope)
                try writer.insert(creation.key, in: creation.scope)
            }
            preconditions = [
                Precondition(key: AliasRecord.key(creation.alias.id, in: creation.scope), revision: nil)
            ]
        }
        return Located(
            ProtectingKey(
                arn: found.key.arn, keyID: found.key.record.id, create: create,
                handle: Handle(key: found.key, creation: creation)),
            checks: uses.map {
                found.check("kms:\($0.rawValue)", request, context: context, Self.conditions(context, request))
            }, preconditions: preconditions)
    }

    private static func conditions(_ context: [String: String], _ request: Authenticated) -> [ExactString: [String]] {
        CryptoConditions.of(
            context,
            [
                "kms:ViaService": ["secretsmanager.\(request.scope.region).amazonaws.com"],
                "aws:ViaAWSService": ["true"], "aws:CalledVia": [service], "aws:CalledViaFirst": [service],
                "aws:CalledViaLast": [service],
            ])
    }

    /// The account's default key, to be stored with the first secret that it seals.
    private func newDefault(
        for uses: [KeyUse], context: [String: String], _ request: Authenticated
    ) throws -> Located<ProtectingKey> {
        let scope = request.scope
        let id = UniqueID.uuid()
        let now = request.receivedAt
        let material = KeyCrypto(vault: keys.vault).newMaterial(.symmetric, for: id, in: scope, at: now).material
        let record = KeyRecord(
            id: id, createdAt: now.milliseconds,
            description: "Default key that protects my Secrets Manager data when no other key is defined",
            state: .enabled, spec: KeySpec.symmetricDefault, usage: KeyUsage.encryptDecrypt.rawValue,
            origin: KeyOrigin.kms.rawValue, manager: .aws, isMultiRegion: false,
            policy: KeyPolicyText.forSecretsManager(in: scope), tags: [:], aliases: [Self.defaultAlias],
            rotation: RotationSchedule.starting(period: nil, was: nil, at: now), materials: [material],
            currentMaterial: material.id)
        let alias = AliasRecord(
            id: Self.defaultAlias, target: id, createdAt: now.milliseconds, updatedAt: now.milliseconds)
        // Revision 0 is no stored record's.
        let unsaved = Versioned(key: KeyRecord.key(id, in: scope), revision: 0, value: record)
        let key = try PreparedKey(unsaved, policies: keys.vault.policies)
        return try located(
            keys.found(key), uses, context, request,
            creation: Creation(scope: scope, key: record, alias: alias))
    }

    private static func checkUsable(_ key: PreparedKey, at now: Timestamp) throws {
        try StateRule.use.check(key.record.state(at: now), arn: key.arn)
        try key.check(.encryptDecrypt, for: "Encrypt")
        try key.check(algorithm: KeySpec.symmetricDefault)
    }

    private static func handle(of key: ProtectingKey) throws -> Handle {
        guard let handle = key.handle as? Handle else { throw AWSError.internalFailure }
        return handle
    }
}
