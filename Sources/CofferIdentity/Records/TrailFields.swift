// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase

/// A value of a call that the trail may hold.
protocol TrailField {
    var json: JSONValue { get }
}

extension String: TrailField { var json: JSONValue { .string(self) } }
extension Int: TrailField { var json: JSONValue { .integer(Int64(self)) } }
extension Bool: TrailField { var json: JSONValue { .bool(self) } }
extension Timestamp: TrailField { var json: JSONValue { .string(iso8601) } }
extension JSONValue: TrailField { var json: JSONValue { self } }
extension IAM.Tag: TrailField { var json: JSONValue { ["key": .string(key), "value": .string(value)] } }
extension STS.Tag: TrailField { var json: JSONValue { ["key": .string(key), "value": .string(value)] } }
extension STS.PolicyDescriptorType: TrailField { var json: JSONValue { ["arn": .string(arn ?? "")] } }
/// Never the secret, nor the token.
extension STS.Credentials: TrailField {
    var json: JSONValue { ["accessKeyId": .string(accessKeyId), "expiration": .string(expiration.iso8601)] }
}
extension Array: TrailField where Element: TrailField { var json: JSONValue { .array(map(\.json)) } }

extension JSONValue {
    /// The members that are there; nil where none is.
    static func fields(_ members: (String, (any TrailField)?)...) -> JSONValue? {
        let present = members.compactMap { name, value in value.map { (name: name, value: $0.json) } }
        return present.isEmpty ? nil : .object(JSONObject(present))
    }
}

extension IAM.Role {
    /// What the trail holds of a role that was made.
    var trail: JSONValue {
        [
            "role": [
                "path": .string(path), "roleName": .string(roleName), "roleId": .string(roleId), "arn": .string(arn),
            ]
        ]
    }
}
