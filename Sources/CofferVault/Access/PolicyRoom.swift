// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// What may be written over an app's policies.
extension AppRole {
    /// IAM's for all inline policies of a role together, without blanks.
    static let quota = 10_240

    /// Throws where the policy would be longer than IAM takes.
    func check(_ permissions: Permissions) throws(LimitError) {
        guard GrantPolicy(permissions, app: name).json.text().utf8.count > Self.quota else { return }
        throw tooLong(permissions, room: Self.quota)
    }

    func tooLong(_ permissions: Permissions, room: Int) -> LimitError {
        var fewer = permissions
        while let last = fewer.grants.last?.secrets.last, GrantPolicy(fewer, app: name).json.text().utf8.count > room {
            fewer.remove([last])
        }
        let counts = "\(name) would read \(permissions.secrets.count) secrets, and \(fewer.secrets.count) of them fit"
        return LimitError(
            "\(counts) into the \(Self.quota) characters of a role's policies",
            hint: "coffer allow \(name) --use USE names all secrets PROVIDER/USE at once")
    }

    /// Throws where somebody else wrote the policy: what we don't know of it would be lost, conditions among it.
    func checkUnchanged(_ document: String, _ ours: JSONValue, _ policy: String) throws(LimitError) {
        if let json = try? JSONValue(parsing: document), json.unwrapped == ours.unwrapped { return }
        throw LimitError(
            "the policy \(policy) of \(name) was changed by hand, and coffer would lose the change",
            hint:
                "aws iam get-role-policy --role-name \(name) --policy-name \(policy) shows it, delete-role-policy takes it away"
        )
    }
}

extension JSONValue {
    /// With arrays of one as that one: to IAM they are the same.
    fileprivate var unwrapped: JSONValue {
        switch self {
        case .array(let values) where values.count == 1: values[0].unwrapped
        case .array(let values): .array(values.map(\.unwrapped))
        case .object(let object): .object(JSONObject(object.members.map { ($0.name, $0.value.unwrapped) }))
        default: self
        }
    }
}
