// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline

/// Names a grant. On AWS a token makes a new grant count before it is known everywhere; here grants count at once, so a
/// token proves nothing and is only read: where RetireGrant takes one, and to refuse what is none.
struct GrantToken: Sendable {
    let scope: Scope
    let keyID: String
    let grantID: String

    func sealed(_ keyring: Keyring) -> String {
        let payload = "\(scope.account) \(scope.region) \(keyID) \(grantID)"
        return SealedToken.seal(Array(payload.utf8), purpose: .grantTokens, keyring: keyring)
    }

    /// Throws InvalidGrantTokenException for what this vault didn't seal.
    static func open(_ text: String, _ keyring: Keyring) throws -> GrantToken {
        guard let payload = SealedToken.open(text, purpose: .grantTokens, keyring: keyring) else {
            throw AWSError.invalidGrantToken
        }
        let parts = String(decoding: payload, as: UTF8.self).split(separator: " ").map(String.init)
        guard parts.count == 4, let account = AccountID(parts[0]), let region = Region(parts[1]) else {
            throw AWSError.invalidGrantToken
        }
        return GrantToken(scope: Scope(account: account, region: region), keyID: parts[2], grantID: parts[3])
    }

    static func check(_ tokens: [String]?, _ keyring: Keyring) throws {
        for token in tokens ?? [] { _ = try open(token, keyring) }
    }
}
