// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Tokens that carry their own state, sealed, so that nothing need be stored for them: session, page, grant and import
/// tokens. The bearer can neither read nor change one, nor use it for another purpose.
///
///     version 1 │ N 16 │ IV 12 │ ciphertext │ tag 16, in base64
///
/// A payload lies in ordinary memory once it is opened: it's no place for a customer's secret.
public enum SealedToken {
    private static let version: UInt8 = 1
    private static let label = "coffer/token/v1"

    /// `aad` must be given again to open the token: whom or what it is for.
    public static func seal(_ payload: [UInt8], purpose: KeyPurpose, aad: [UInt8] = [], keyring: Keyring) -> String {
        payload.withUnsafeBytes { payload in
            Base64.encode(
                SealedBox.seal(payload, key: keyring.key(purpose), label: label, prefix: [version], binding: aad))
        }
    }

    /// The payload, or nil for whatever reason it can't be had.
    public static func open(
        _ token: some StringProtocol, purpose: KeyPurpose, aad: [UInt8] = [], keyring: Keyring
    ) -> [UInt8]? {
        guard let box = Base64.decode(token), box.count > SealedBox.overhead, box[0] == version else { return nil }
        let length = box.count - SealedBox.overhead - 1
        var isOpen = false
        let payload = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            let output = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<length])
            isOpen = SealedBox.open(
                box, key: keyring.key(purpose), label: label, prefixCount: 1, binding: aad, into: output)
            count = isOpen ? length : 0
        }
        return isOpen ? payload : nil
    }
}
