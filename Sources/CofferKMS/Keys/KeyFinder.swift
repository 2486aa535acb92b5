// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferPolicy
internal import CofferStore

/// Finds the keys that requests name, and builds what must be asked before they are used.
struct KeyFinder: Sendable {
    let vault: Vault
    private let prepared: PreparedKeys

    init(vault: Vault) {
        self.vault = vault
        prepared = PreparedKeys(policies: vault.policies)
    }

    /// The key of an id, ARN, alias or alias ARN.
    ///
    /// - Throws: NotFoundException in AWS's words; AccessDeniedException for another account's key that isn't there, so
    ///   that strangers can't tell which are.
    ///
    /// - Parameter tokens: the request's grant tokens: InvalidGrantTokenException for what is none.
    func find(
        _ text: String, for action: String, _ request: Authenticated, forms: KeyForms, tokens: [String]? = nil
    ) throws -> FoundKey {
        try GrantToken.check(tokens, vault.keyring)
        let reference = try KeyReference.parse(text, in: request.scope)
        let isForeign = reference.scope.account != request.scope.account
        if isForeign, !forms.contains(.otherAccounts) {
            throw AWSError.foreignKey(action: action, callerARN: request.caller.arn)
        }
        switch reference.name {
        case .key(let id):
            guard let key = try key(id, in: reference.scope, request) else {
                throw isForeign
                    ? AWSError.foreignKey(action: action, callerARN: request.caller.arn)
                    : AWSError.noKey(ARN(service: "kms", scope: reference.scope, resource: "key/\(id)"))
            }
            return found(key)
        case .alias(let name):
            guard forms.contains(.aliases) else { throw AWSError.noAliasHere }
            guard let alias = try vault.load(AliasRecord.self, name, in: reference.scope),
                let key = try key(alias.value.target, in: reference.scope, request)
            else {
                throw isForeign
                    ? AWSError.foreignKey(action: action, callerARN: request.caller.arn)
                    : AWSError.noAlias(AliasRecord.arn(name, in: reference.scope))
            }
            return found(key, by: alias)
        }
    }

    func found(_ key: PreparedKey, by alias: Versioned<AliasRecord>? = nil) -> FoundKey {
        FoundKey(key: key, alias: alias, grants: GrantFinder(vault: vault))
    }

    /// A key by its id; nil where there is none, or none any more.
    func key(_ id: String, in scope: Scope, _ request: Authenticated) throws -> PreparedKey? {
        guard let stored = try vault.load(KeyRecord.self, id, in: scope), !stored.value.isGone(at: request.receivedAt)
        else { return nil }
        return try prepared.prepare(stored)
    }

    /// The key that a blob names, in the caller's account and region.
    func key(of blob: CiphertextBlob, _ request: Authenticated) throws -> PreparedKey? {
        let bytes = blob.keyID
        // A multi-Region key's id is never a random UUID's bytes; some of other makers might be.
        let names = [UniqueID.text(ofUUID: bytes), "mrk-" + Hex.encode(bytes)]
        for name in bytes[6] >> 4 == 4 ? names : names.reversed() {
            if let key = try key(name, in: request.scope, request) { return key }
        }
        return nil
    }
}

/// What a KeyId may be in an operation, by the operation's documentation.
struct KeyForms: OptionSet, Sendable {
    let rawValue: Int

    static let aliases = KeyForms(rawValue: 1)
    static let otherAccounts = KeyForms(rawValue: 2)

    /// Key ids and ARNs of the caller's account: what most of the management operations take.
    static let plain: KeyForms = []
    /// Encrypt and its kin, DescribeKey.
    static let all: KeyForms = [.aliases, .otherAccounts]
}

/// A key that a request names, and the alias that it came by.
struct FoundKey: Sendable {
    let key: PreparedKey
    let alias: Versioned<AliasRecord>?
    let grants: GrantFinder

    var preconditions: [Precondition] {
        alias.map { [key.stored.precondition, $0.precondition] } ?? [key.stored.precondition]
    }

    /// Asks whether the caller may do this to the key.
    ///
    /// - Parameter context: the encryption context that a grant's constraints are held against; nil where the call isn't
    ///   a cryptographic operation with a symmetric key.
    func check(
        _ action: String, _ request: Authenticated, context: [String: String]? = nil,
        _ more: @autoclosure @escaping @Sendable () -> [ExactString: [String]] = [:]
    ) -> AccessCheck {
        var check = AccessCheck(
            action: action, resource: key.arn, resourceAccount: key.scope.account, resourcePolicy: key.policy,
            rules: .kmsKey, conditions: conditions(request, more()))
        let (key, grants) = (key, grants)
        check.grant = { try grants.use(of: key, for: action, context: context, request) }
        if key.scope.account != request.caller.account {
            check.note = AWSError.foreignKeyMessage(action: action, callerARN: request.caller.arn)
        }
        return check
    }

    private func conditions(_ request: Authenticated, _ more: [ExactString: [String]]) -> [ExactString: [String]] {
        var conditions = key.conditions
        conditions["kms:CallerAccount"] = [request.caller.account.description]
        if let alias { conditions["kms:RequestAlias"] = [alias.value.id] }
        conditions.merge(more) { _, new in new }
        return conditions
    }

    /// The same, as what a handler returns.
    func located(
        _ action: String, _ request: Authenticated, context: [String: String]? = nil,
        _ more: @autoclosure @escaping @Sendable () -> [ExactString: [String]] = [:]
    ) -> Located<FoundKey> {
        Located(self, checks: [check(action, request, context: context, more())], preconditions: preconditions)
    }

    /// Of a cryptographic operation: `context` counts where the key is symmetric.
    func locatedUse(
        _ action: String, _ request: Authenticated, context: [String: String]?,
        _ more: @autoclosure @escaping @Sendable () -> [ExactString: [String]]
    ) throws -> Located<FoundKey> {
        try CryptoConditions.checkSize(context)
        return located(action, request, context: key.spec.isSymmetric ? context ?? [:] : nil, more())
    }
}

/// Condition keys of an encryption context and algorithm.
enum CryptoConditions {
    /// The most bytes that the names and values of a context may have together: 8 KiB, as on AWS. Policies and grants
    /// look through it, for callers without any rights too.
    private static let largestContext = 8192

    static func checkSize(_ context: [String: String]?) throws {
        guard let context else { return }
        var size = 0
        for (name, value) in context {
            size += name.utf8.count + value.utf8.count
            guard size <= largestContext else {
                throw AWSError.validation("The encryption context is larger than \(largestContext) bytes.")
            }
        }
    }

    static func of(
        _ context: [String: String]?, algorithm: String? = nil, _ more: [ExactString: [String]] = [:]
    ) -> [ExactString: [String]] {
        var conditions = more
        conditions["kms:EncryptionAlgorithm"] = [algorithm ?? KeySpec.symmetricDefault]
        guard let context, !context.isEmpty else { return conditions }
        conditions["kms:EncryptionContextKeys"] = context.keys.sorted()
        for (name, value) in context { conditions["kms:EncryptionContext:\(name)"] = [value] }
        return conditions
    }
}

extension AccessCheck {
    /// An action that no key is the object of, such as `kms:ListKeys`: the caller's own policies decide.
    static func account(_ action: String, _ request: Authenticated, _ more: [ExactString: [String]] = [:]) -> AccessCheck {
        AccessCheck(
            action: action, resource: "*", resourceAccount: request.scope.account,
            conditions: more.merging(["kms:CallerAccount": [request.caller.account.description]]) { $1 })
    }

    /// An action on an alias.
    static func alias(_ action: String, _ name: String, _ request: Authenticated) -> AccessCheck {
        AccessCheck(
            action: action, resource: AliasRecord.arn(name, in: request.scope).description,
            resourceAccount: request.scope.account,
            conditions: ["kms:CallerAccount": [request.caller.account.description]])
    }
}
