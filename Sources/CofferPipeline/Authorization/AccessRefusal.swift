// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
public import CofferBase
public import CofferCrypto
internal import CofferPolicy

/// A call that the policies don't allow: what the caller is told, and why.
public struct AccessRefusal: Error, Sendable {
    public let error: AWSError
    /// As `TrailEvent.authorization`.
    let reasons: JSONObject
}

extension AuthorizationRequest {
    /// What DecodeAuthorizationMessage answers of a refusal.
    ///
    /// Source: STS API Reference, DecodeAuthorizationMessage.
    func decodedMessage(_ decision: Decision, withConditions: Bool = true) -> JSONValue {
        func items(_ all: [JSONValue]) -> JSONValue { ["items": .array(all)] }
        var matched: [JSONValue] = []
        var isExplicit = false
        if case .deny(.explicit(let statement)) = decision {
            isExplicit = true
            matched = [
                [
                    "statementId": .string(statement.sid ?? ""), "effect": "DENY",
                    "policy": .string(statement.policyName), "policyType": .string(statement.policy.rawValue),
                ]
            ]
        }
        let conditions = !withConditions ? [] : context.keys.map { key -> JSONValue in
            ["key": .string(key), "values": items(context[key].map { ["value": .string($0)] })]
        }
        return [
            "allowed": false, "explicitDeny": .bool(isExplicit), "matchedStatements": items(matched),
            "failures": items([]), "explanation": .string(decision.explanation),
            "context": [
                "principal": ["id": .string(principal.userID), "arn": .string(principal.arn)],
                "action": .string(action), "resource": .string(resource), "conditions": items(conditions),
            ],
        ]
    }
}

/// Refusals sealed for an administrator: whoever is refused can hand one on, and learns nothing from it.
public enum AuthorizationMessage {
    private static let largest = 4096
    private static let block = 1024

    static func seal(_ refused: AuthorizationRequest, _ decision: Decision, _ keyring: Keyring) -> String {
        var payload = refused.decodedMessage(decision).encoded()
        if payload.count > largest { payload = refused.decodedMessage(decision, withConditions: false).encoded() }
        // Padded, so that the length tells little: a header shows it to the caller.
        payload += [UInt8](repeating: 0x20, count: (block - payload.count % block) % block)
        return SealedToken.seal(
            payload, purpose: .authorizationMessages,
            aad: Array((refused.principal.account?.description ?? "").utf8), keyring: keyring)
    }

    /// The message as JSON; nil for any text that this vault did not seal as one for somebody of the account.
    public static func open(_ text: String, of account: AccountID, _ keyring: Keyring) -> String? {
        let payload = SealedToken.open(
            text, purpose: .authorizationMessages, aad: Array(account.description.utf8), keyring: keyring)
        return payload.map { String(decoding: $0, as: UTF8.self) }
    }
}
