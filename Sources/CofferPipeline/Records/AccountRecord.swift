// SPDX-License-Identifier: Apache-2.0
public import CofferStore

/// What is set for an account as a whole. Kept in the account's global scope, one in each partition.
public struct AccountRecord: VaultRecord {
    public static let kind = RecordKind("account")
    public static let onlyID = "account"
    /// Finds the account that has an alias.
    public static let aliasIndex = "alias"
    /// Finds the account that has a name.
    public static let nameIndex = "name"
    /// Finds all accounts.
    public static let all = IndexEntry(name: "all", value: "all")

    public var id: String { Self.onlyID }
    /// What `coffer account` calls it; nil for the vault's first account.
    public var name: String?
    public var createdAt: Int64
    /// IAM's account alias.
    public var alias: String?
    public var passwordPolicy: PasswordPolicy?
    /// When GenerateCredentialReport was last asked for, in milliseconds.
    public var credentialReportAt: Int64?

    public var indexes: [IndexEntry] {
        [Self.all] + (alias.map { [IndexEntry(name: Self.aliasIndex, value: $0)] } ?? [])
            + (name.map { [IndexEntry(name: Self.nameIndex, value: $0)] } ?? [])
    }

    public init(name: String? = nil, createdAt: Int64) {
        self.name = name
        self.createdAt = createdAt
    }

    /// Rules for console passwords. Coffer has none of these; infrastructure code keeps the rules.
    public struct PasswordPolicy: Codable, Sendable {
        public var minimumLength = 6
        public var requiresSymbols = false
        public var requiresNumbers = false
        public var requiresUppercase = false
        public var requiresLowercase = false
        public var allowsChange = false
        public var maxAge: Int?
        public var reusePrevention: Int?
        public var hardExpiry: Bool?

        public init() {}
    }
}
