// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// Shows the owner's access key, so that any AWS client can be set up with it. Root alone: the owner's sessions on the vault's
/// socket too, which is how `coffer credentials` asks.
struct GetOwnerKeyHandler: OperationHandler {
    typealias Operation = Coffer.GetOwnerKey
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: Coffer.GetOwnerKeyInput, _ request: Authenticated) throws -> Located<Versioned<AccessKeyRecord>> {
        try OwnerKey.located("GetOwnerKey", vault, request)
    }

    func perform(
        _ input: Coffer.GetOwnerKeyInput, _ authorized: Authorized<Versioned<AccessKeyRecord>>, _ request: Authenticated
    ) throws -> Performed<Coffer.GetOwnerKeyOutput> {
        let key = authorized.target
        return .reply(Coffer.GetOwnerKeyOutput(accessKeyId: key.value.id, secretAccessKey: try vault.keyring.secret(of: key)))
    }

    func trailParameters(_ input: Coffer.GetOwnerKeyInput) -> JSONValue? { nil }
}

/// Replaces the owner's access key: the old one is worth nothing from the next call on.
struct RotateOwnerKeyHandler: OperationHandler {
    typealias Operation = Coffer.RotateOwnerKey
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: Coffer.RotateOwnerKeyInput, _ request: Authenticated) throws -> Located<Versioned<AccessKeyRecord>> {
        try OwnerKey.located("RotateOwnerKey", vault, request)
    }

    func perform(
        _ input: Coffer.RotateOwnerKeyInput, _ authorized: Authorized<Versioned<AccessKeyRecord>>, _ request: Authenticated
    ) throws -> Performed<Coffer.RotateOwnerKeyOutput> {
        let old = authorized.target
        let new = try OwnerKey.next(after: old, vault, at: request.receivedAt)
        let secret = try vault.keyring.secret(of: Versioned(key: new.key, revision: 0, value: new.record))
        let trail = TrailNotes(response: ["accessKeyId": .string(new.record.id), "replaces": .string(old.value.id)])
        return .change(trail) { writer in
            try writer.remove(old)
            try writer.insert(new.record, in: new.key.scope)
            return Coffer.RotateOwnerKeyOutput(accessKeyId: new.record.id, secretAccessKey: secret)
        }
    }

    func trailParameters(_ input: Coffer.RotateOwnerKeyInput) -> JSONValue? { nil }
}

enum OwnerKey {
    static func located(
        _ action: String, _ vault: Vault, _ request: Authenticated
    ) throws -> Located<Versioned<AccessKeyRecord>> {
        guard request.caller.isOwner else {
            throw AWSError("AccessDeniedException", "User: \(request.caller.arn) is not authorized to perform: coffer:\(action): only the account's owner is.")
        }
        guard let key = try vault.ownerKey(of: request.scope.account) else {
            throw AWSError("NotFoundException", "This account has no owner's key.")
        }
        return Located(key, checks: [request.controlCheck(action)], preconditions: [key.precondition])
    }

    static func next(
        after old: Versioned<AccessKeyRecord>, _ vault: Vault, at now: Timestamp
    ) throws -> (key: RecordKey, record: AccessKeyRecord) {
        let scope = old.key.scope
        // Only the first account's is derived, so that no two accounts' are the same.
        guard scope.account == vault.settings.account else {
            let record = vault.keyring.newAccessKey(of: .root, in: scope, at: now).record
            return (AccessKeyRecord.key(record.id, in: scope), record)
        }
        let generation = old.value.generation + 1
        let id = AccessKeySecret.owner(vault.keyring, generation: generation).id
        let record = AccessKeyRecord(
            id: id, owner: .root, isActive: true, createdAt: now.wholeSeconds.milliseconds, generation: generation,
            secret: .derived(generation: generation))
        return (AccessKeyRecord.key(id, in: scope), record)
    }
}
