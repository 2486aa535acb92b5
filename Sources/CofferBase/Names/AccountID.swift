// SPDX-License-Identifier: Apache-2.0

/// A 12-digit AWS account number.
public struct AccountID: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// Fails unless `text` is exactly twelve ASCII digits.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        description = String(text)
    }

    /// A random account that does not begin with 0, so that spreadsheets keep its digits.
    public static func random() -> AccountID {
        var digits = String(Int.random(in: 1...9))
        for _ in 1..<12 { digits += String(Int.random(in: 0...9)) }
        return AccountID(unchecked: digits)
    }

    private init(unchecked: String) { description = unchecked }
}
