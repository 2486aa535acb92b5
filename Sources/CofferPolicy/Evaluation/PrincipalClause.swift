// SPDX-License-Identifier: Apache-2.0

/// How closely a statement names a principal; what an Allow is worth hangs on it.
enum Naming: Int, Comparable, Sendable {
    case none
    /// Through its account: the account's own policies decide further.
    case account
    /// Through its role, or as everybody: allowed, within boundary and session policy.
    case limited
    /// By its own ARN: allowed whatever boundary and session policy leave out.
    case direct

    static func < (a: Naming, b: Naming) -> Bool { a.rawValue < b.rawValue }
}

/// A compiled Principal or NotPrincipal element.
struct PrincipalClause: Sendable {
    let isNegated: Bool
    /// `"*"`.
    var everyone = false
    /// `{"AWS": "*"}`.
    var anyAWS = false
    var accounts: [[UInt8]] = []
    var rootARNs: [[UInt8]] = []
    /// ARNs of users, roles and sessions, and unique IDs.
    var names: [[UInt8]] = []
    var services: [[UInt8]] = []
    var federated: [[UInt8]] = []

    init(isNegated: Bool) { self.isNegated = isNegated }

    /// How the statement names the principal.
    ///
    /// - Parameter hasBoundary: a NotPrincipal with Deny always denies a principal that has a permissions boundary.
    func naming(_ principal: Principal, isDeny: Bool, hasBoundary: Bool) -> Naming {
        guard isNegated else { return positive(principal, isDeny: isDeny) }
        return !hasBoundary && isExempt(principal) ? .none : .direct
    }

    private func positive(_ principal: Principal, isDeny: Bool) -> Naming {
        switch principal.kind {
        case .service:
            if lists(services, principal.direct) { return .direct }
            return everyone || (anyAWS && isDeny) ? .limited : .none
        case .federated:
            // Nobody's identity provider is trusted because everybody is.
            if lists(federated, principal.direct) { return .direct }
            return (everyone || anyAWS) && isDeny ? .limited : .none
        case .root, .user, .roleSession, .federatedUser:
            let namesAccount = accounts.contains(principal.accountDigits) || rootARNs.contains(principal.accountARN)
            if lists(names, principal.direct) || (namesAccount && principal.kind == .root) { return .direct }
            if everyone || anyAWS || lists(names, principal.limited) { return .limited }
            return namesAccount ? .account : .none
        }
    }

    /// NotPrincipal spares only whom it lists at every level that AWS looks at: account, user or role, session.
    private func isExempt(_ principal: Principal) -> Bool {
        if everyone { return true }
        switch principal.kind {
        case .service: return lists(services, principal.direct)
        case .federated: return lists(federated, principal.direct)
        case .root, .user, .roleSession, .federatedUser:
            if anyAWS { return true }
            guard accounts.contains(principal.accountDigits) || rootARNs.contains(principal.accountARN) else {
                return false
            }
            return (principal.limited.isEmpty || lists(names, principal.limited))
                && (principal.direct.isEmpty || lists(names, principal.direct))
        }
    }

    private func lists(_ names: [[UInt8]], _ wanted: [[UInt8]]) -> Bool {
        for name in names where wanted.contains(name) { return true }
        return false
    }
}
