// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Gives an EXTERNAL key its material: the first, another one to rotate to, or one that it had before.
struct ImportKeyMaterial: OperationHandler {
    typealias Operation = KMS.ImportKeyMaterial

    let keys: KeyFinder
    var isReadOnly: Bool { false }
    /// Private keys are checked whole.
    func workload(_ input: KMS.ImportKeyMaterialInput) -> Workload { .computing }

    func locate(_ input: KMS.ImportKeyMaterialInput, _ request: Authenticated) throws -> Located<FoundKey> {
        var conditions: [ExactString: [String]] = [:]
        if let model = input.expirationModel { conditions["kms:ExpirationModel"] = [model] }
        if let date = input.validTo { conditions["kms:ValidTo"] = [String(date.milliseconds / 1000)] }
        let all = conditions
        return try keys.find(input.keyId, for: "kms:ImportKeyMaterial", request, forms: .plain).located(
            "kms:ImportKeyMaterial", request, all)
    }

    func perform(
        _ input: KMS.ImportKeyMaterialInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.ImportKeyMaterialOutput> {
        let key = authorized.target.key
        let now = request.receivedAt
        try key.check(.external)
        try key.check(.importMaterial, request)
        let expiry = try ExpirationModel.expiry(input, at: now)
        try checkParameters(input, key)
        let (wrapping, privateKey) = try ImportToken.open(input.importToken, for: key, at: now, keys.vault.keyring)
        guard let plaintext = wrapping.open(input.encryptedKeyMaterial, with: privateKey) else {
            throw AWSError.invalidCiphertext
        }
        let imported = try ImportedMaterial(plaintext, for: key, keys.vault.keyring)
        let place = try place(imported.id, input, key)
        var material = KeyCrypto(vault: keys.vault).wrap(
            imported.secret, imported.id, for: key.record.id, in: key.scope, at: now)
        material.expiresAt = expiry
        let stored = ImportedPlace.put(material, description: input.keyMaterialDescription, place, imported.publicKey, key)
        let name = key.spec.isSymmetric ? imported.id : nil
        var members: [(name: String, value: JSONValue)] = []
        if let name { members.append((name: "keyMaterialId", value: .string(name))) }
        return .change(KeyTrail.change(key, members)) { writer in
            try ImportedPlace.write(stored, imported.id, place, writer)
            return KMS.ImportKeyMaterialOutput(keyId: key.arn, keyMaterialId: name)
        }
    }

    private func checkParameters(_ input: KMS.ImportKeyMaterialInput, _ key: PreparedKey) throws {
        if !key.spec.isSymmetric {
            for (name, isGiven) in [
                ("importType", input.importType != nil), ("keyMaterialId", input.keyMaterialId != nil),
                ("keyMaterialDescription", input.keyMaterialDescription != nil),
            ] where isGiven {
                throw AWSError.validation(
                    "Input parameter \(name) cannot be used with \(key.record.spec) imported keys.")
            }
        }
        let isNew = input.importType == "NEW_KEY_MATERIAL"
        if isNew, input.keyMaterialId != nil {
            throw AWSError.validation("Input parameter keyMaterialId cannot be used with NEW_KEY_MATERIAL importType.")
        }
        guard key.isReplica else { return }
        if input.keyMaterialDescription != nil {
            throw AWSError.validation("Key material description can only be specified on primary Multi-Region keys")
        }
        if isNew {
            throw AWSError.validation(
                "Input parameter ImportType NEW_KEY_MATERIAL cannot be used on replica Multi-Region keys")
        }
    }

    /// Where the material belongs; throws IncorrectKeyMaterialException where it isn't what is expected.
    private func place(_ id: String, _ input: KMS.ImportKeyMaterialInput, _ key: PreparedKey) throws -> ImportedPlace {
        let known = key.record.materials
        let isNew = input.importType.map { $0 == "NEW_KEY_MATERIAL" } ?? known.isEmpty
        guard isNew else {
            let expected = input.keyMaterialId ?? key.record.currentMaterial ?? ""
            guard known.contains(where: { $0.id == id }), input.keyMaterialId == nil || input.keyMaterialId == id else {
                throw AWSError(
                    "IncorrectKeyMaterialException",
                    "Imported key material does not have the expected identifier (\(expected)).")
            }
            return .existing
        }
        guard !known.contains(where: { $0.id == id }) else {
            throw AWSError(
                "IncorrectKeyMaterialException",
                "Key material (id: \(id)) being imported as NEW_KEY_MATERIAL is already associated with KMS key \(key.arn).")
        }
        if known.isEmpty { return .first }
        if let pending = known.first(where: { $0.pending != nil }) {
            throw AWSError.invalidState(
                "New key material (id: \(id)) cannot be imported into KMS key \(key.arn), because another key material "
                    + "(id: \(pending.id)) is pending rotation.")
        }
        return .pending
    }

    func trailParameters(_ input: KMS.ImportKeyMaterialInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId)
            .with("validTo", input.validTo.map { $0.iso8601 }).with("expirationModel", input.expirationModel)
            .with("importType", input.importType).with("keyMaterialDescription", input.keyMaterialDescription)
            .with("keyMaterialId", input.keyMaterialId).value
    }
}
