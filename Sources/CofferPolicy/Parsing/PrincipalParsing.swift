// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

extension PolicyCompiler {
    /// The statement's Principal or NotPrincipal; nil in a policy that is attached to the principal itself.
    mutating func principals(
        _ members: JSONObject, isDeny: Bool, _ place: String
    ) throws(PolicyError) -> PrincipalClause? {
        let isNegated = members["NotPrincipal"] != nil
        let place = "\(place).\(isNegated ? "NotPrincipal" : "Principal")"
        guard let value = members["Principal"] ?? members["NotPrincipal"] else {
            guard !kind.namesPrincipals else {
                throw PolicyError(
                    kind.isTrust ? "Missing required field Principal" : "Policy statement must contain principals.",
                    at: place)
            }
            return nil
        }
        guard kind.namesPrincipals else {
            throw PolicyError("Policy document should not specify a principal.", at: place)
        }
        if isNegated {
            // AWS has stopped supporting it with Allow: it would allow everybody else, strangers included.
            guard isDeny else {
                throw PolicyError(
                    kind.isTrust
                        ? "Allow with NotPrincipal is not allowed." : "NotPrincipal is not supported with Allow.",
                    at: place)
            }
            guard !kind.isTrust else {
                throw PolicyError("AssumeRole policy must not contain NotPrincipal field.", at: place)
            }
        }
        var clause = PrincipalClause(isNegated: isNegated)
        if let text = value.string {
            guard text == "*" else { throw invalid(text, place) }
            clause.everyone = true
            return clause
        }
        guard let types = value.object, !types.isEmpty else { throw PolicyError("Syntax errors in policy.", at: place) }
        for (type, value) in types {
            let names = try strings(value, "\(place).\(PolicyError.quote(type))")
            guard !names.isEmpty else { throw PolicyError("Invalid principal in policy: no value", at: place) }
            for name in names {
                switch type {
                case "AWS": try addAWS(name, to: &clause, place)
                case "Service": clause.services.append(try plain(name, place))
                case "Federated": clause.federated.append(try plain(name, place))
                default: throw PolicyError("Invalid principal type \(PolicyError.quote(type)) in policy", at: place)
                }
            }
        }
        return clause
    }

    private mutating func addAWS(_ name: String, to clause: inout PrincipalClause, _ place: String) throws(PolicyError)
    {
        if name == "*" {
            clause.anyAWS = true
            return
        }
        if AccountID(name) != nil {
            clause.accounts.append(Array(name.utf8))
        } else if let arn = ARN(name) {
            let path = arn.resource.split(separator: "/", omittingEmptySubsequences: false)
            guard Partition(rawValue: arn.partition) != nil, arn.region.isEmpty, AccountID(arn.account) != nil,
                !path.contains("")
            else { throw invalid(name, place) }
            switch (arn.service, path[0], path.count) {
            case ("iam", "root", 1): clause.rootARNs.append(Array(name.utf8))
            case ("iam", "user", 2...), ("iam", "role", 2...), ("sts", "assumed-role", 3), ("sts", "federated-user", 2):
                clause.names.append(try plain(name, place))
            default: throw invalid(name, place)
            }
        } else if Principal.isUniqueID(name) {
            clause.names.append(Array(name.utf8))
        } else {
            throw invalid(name, place)
        }
        if knownPrincipals.insert(ExactString(name)).inserted { namedPrincipals.append(name) }
    }

    /// A name that is compared as it stands: a wildcard in it would be a mistake, since only a whole `*` is one.
    private func plain(_ name: String, _ place: String) throws(PolicyError) -> [UInt8] {
        let bytes = Array(name.utf8)
        guard !bytes.isEmpty, !bytes.contains(where: { $0 == 0x2a || $0 == 0x3f || $0 <= 0x20 }) else {
            throw invalid(name, place)
        }
        return bytes
    }

    private func invalid(_ name: String, _ place: String) -> PolicyError {
        PolicyError("Invalid principal in policy: \"AWS\":\"\(PolicyError.quote(name))\"", at: place)
    }
}
