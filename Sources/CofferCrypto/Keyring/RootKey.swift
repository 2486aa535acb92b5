// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// The one key that all others of a vault come from: 32 random bytes, stored only under seals.
public struct RootKey: Sendable {
    public static let count = 32

    let secret: SharedSecret

    public static func random() -> RootKey { RootKey(unchecked: .random(count: count)) }

    /// Nil unless it has 32 bytes.
    init?(_ secret: SharedSecret) {
        guard secret.count == Self.count else { return nil }
        self.secret = secret
    }

    private init(unchecked secret: SharedSecret) { self.secret = secret }
}
