// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline

/// Where a listing goes on: after an entry's sort value and name. Sealed, so that it can be neither read nor made up,
/// and bound to its account, region and operation.
struct SecretPage: Sendable, Equatable, Comparable {
    let value: String
    let name: String

    static func < (a: SecretPage, b: SecretPage) -> Bool {
        a.value == b.value ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8) : a.value < b.value
    }

    func token(for operation: String, about subject: String = "", _ request: Authenticated, _ keyring: Keyring)
        -> String
    {
        let payload = JSONValue.array([.string(value), .string(name)]).encoded()
        return SealedToken.seal(
            payload, purpose: .pageTokens, aad: Self.binding(operation, subject, request), keyring: keyring)
    }

    /// Nil without a token. Throws InvalidNextTokenException for one that this operation didn't give this account.
    static func position(
        _ token: String?, for operation: String, about subject: String = "", _ request: Authenticated,
        _ keyring: Keyring
    ) throws -> SecretPage? {
        guard let token else { return nil }
        guard
            let payload = SealedToken.open(
                token, purpose: .pageTokens, aad: binding(operation, subject, request), keyring: keyring),
            let parts = try? JSONValue(parsing: payload).array, parts.count == 2, let value = parts[0].string,
            let name = parts[1].string
        else { throw AWSError.invalidPageToken }
        return SecretPage(value: value, name: name)
    }

    private static func binding(_ operation: String, _ subject: String, _ request: Authenticated) -> [UInt8] {
        let parts = [
            "secretsmanager", operation, request.scope.account.description, request.scope.region.description, subject,
        ]
        return JSONValue.array(parts.map { .string($0) }).encoded()
    }
}
