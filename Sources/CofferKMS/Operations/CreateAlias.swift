// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct CreateAlias: OperationHandler {
    typealias Operation = KMS.CreateAlias

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.CreateAliasInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try AliasName.check(input.aliasName)
        let found = try AliasTarget.find(input.targetKeyId, for: "kms:CreateAlias", keys, request)
        return Located(
            found,
            checks: [
                .alias("kms:CreateAlias", input.aliasName, request),
                found.check("kms:CreateAlias", request, ["kms:RequestAlias": [input.aliasName]]),
            ],
            preconditions: found.preconditions)
    }

    func perform(
        _ input: KMS.CreateAliasInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.CreateAliasOutput> {
        let key = authorized.target.key
        let name = input.aliasName
        guard try keys.vault.load(AliasRecord.self, name, in: request.scope) == nil else {
            let arn = AliasRecord.arn(name, in: request.scope)
            throw AWSError("AlreadyExistsException", "An alias with the name \(arn) already exists")
        }
        try key.check(.edit, request)
        let now = request.receivedAt.milliseconds
        let alias = AliasRecord(id: name, target: key.record.id, createdAt: now, updatedAt: now)
        let changed = try AliasTarget.naming(key, name, most: keys.vault.settings.quotas.aliasesPerKey)
        return .change(KeyTrail.change(key, alias: name, isNew: true)) { writer in
            try writer.insert(alias, in: key.scope)
            try writer.update(changed)
            return KMS.CreateAliasOutput()
        }
    }

    func trailParameters(_ input: KMS.CreateAliasInput) -> JSONValue? {
        TrailParameters().with("aliasName", input.aliasName).with("targetKeyId", input.targetKeyId).value
    }
}

extension AliasName {
    /// Throws what AWS does for a name that nobody may give: the model has checked the characters.
    static func check(_ name: String) throws {
        guard name.hasPrefix(prefix) else {
            throw AWSError.validation(
                "Alias must start with the prefix \"alias/\". "
                    + "Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html")
        }
        guard name.utf8.count > prefix.utf8.count else { throw AWSError("InvalidAliasNameException", nil) }
        // AWS gives no reason here.
        if name.hasPrefix(reservedPrefix) { throw AWSError("NotAuthorizedException", nil) }
    }
}

/// The key that an alias points to or is to point to: of the same account and region.
enum AliasTarget {
    static func find(_ text: String, for action: String, _ keys: KeyFinder, _ request: Authenticated) throws -> FoundKey
    {
        if text.hasPrefix(AliasName.prefix) || ARN(text)?.resource.hasPrefix(AliasName.prefix) == true {
            throw AWSError.validation("Aliases must refer to keys. Not aliases")
        }
        return try keys.find(text, for: action, request, forms: .plain)
    }

    /// The key with one alias more.
    static func naming(_ key: PreparedKey, _ name: String, most: Int) throws -> Versioned<KeyRecord> {
        guard key.record.aliases.count < most else {
            throw AWSError.limitExceeded(
                "The key \(key.arn) has \(most) aliases, and can have no more.")
        }
        return key.changed { $0.aliases = ($0.aliases + [name]).sorted() }
    }

    static func unnaming(_ key: PreparedKey, _ name: String) -> Versioned<KeyRecord> {
        key.changed { $0.aliases.removeAll { $0 == name } }
    }
}
