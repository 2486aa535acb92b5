// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferStore

/// How much there may be of what. The defaults are AWS's.
///
/// Source: KMS Developer Guide, "Resource quotas".
public struct VaultQuotas: Sendable, Equatable {
    /// KMS keys of one account and Region, in whatever state; those that AWS services make don't count.
    public var keys = 100_000
    public var aliasesPerKey = 50
    public var grantsPerKey = 50_000
    public var onDemandRotationsPerKey = 25
    public var tagsPerKey = 50
    /// In bytes.
    public var keyPolicySize = 32_768

    public init() {}

    /// The names that `coffer serve --quota` takes.
    public static let names = [
        "keys", "aliases-per-key", "grants-per-key", "on-demand-rotations-per-key", "tags-per-key", "key-policy-size",
    ]

    /// False where there is no quota of that name.
    public mutating func set(_ name: String, to value: Int) -> Bool {
        switch name {
        case "keys": keys = value
        case "aliases-per-key": aliasesPerKey = value
        case "grants-per-key": grantsPerKey = value
        case "on-demand-rotations-per-key": onDemandRotationsPerKey = value
        case "tags-per-key": tagsPerKey = value
        case "key-policy-size": keyPolicySize = value
        default: return false
        }
        return true
    }
}

/// Counts what a quota bounds, in the transaction that adds or removes it: one setting for each count.
public struct QuotaCounter: Sendable {
    private let setting: String

    public init(_ what: String, in scope: Scope, of owner: String? = nil) {
        setting = "count/\(what)/\(scope.account)/\(scope.region)" + (owner.map { "/\($0)" } ?? "")
    }

    /// Adds one. False, and nothing is counted, where there are as many as there may be.
    ///
    /// - Parameter counted: counts what there is where nothing was counted yet.
    public func add(_ writer: any StoreWriter, most: Int, counted: () throws -> Int = { 0 }) throws -> Bool {
        let count = try value(writer) ?? counted()
        guard count < most else { return false }
        try writer.set(setting, Array(String(count + 1).utf8))
        return true
    }

    public func remove(_ writer: any StoreWriter) throws {
        if let count = try value(writer), count > 0 { try writer.set(setting, Array(String(count - 1).utf8)) }
    }

    /// Forgets the count, with what owned it.
    public func clear(_ writer: any StoreWriter) throws { try writer.set(setting, nil) }

    private func value(_ reader: any StoreReader) throws -> Int? {
        try reader.setting(setting).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    }
}
