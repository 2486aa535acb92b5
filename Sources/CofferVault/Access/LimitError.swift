// SPDX-License-Identifier: Apache-2.0

/// Why a text is no limit, or a limit can't be kept; and what to type instead.
public struct LimitError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String
    public let hint: String

    init(_ description: String, hint: String) {
        self.description = description
        self.hint = hint
    }
}
