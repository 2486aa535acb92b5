// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase

/// The value that a request brings: a string's UTF-8 or bytes.
struct SecretValue: Sendable {
    let bytes: SharedSecret
    let isBinary: Bool

    /// Nil for a request without a value. Throws InvalidParameterException where there are two.
    static func of(string: SharedSecret?, binary: SharedSecret?) throws -> SecretValue? {
        guard string == nil || binary == nil else { throw AWSError.twoValues }
        if let string { return SecretValue(bytes: string, isBinary: false) }
        return binary.map { SecretValue(bytes: $0, isBinary: true) }
    }

    /// Compares in constant time.
    func isEqual(to opened: SharedSecret, isBinary other: Bool) -> Bool {
        isBinary == other && bytes.isEqual(to: opened)
    }
}
