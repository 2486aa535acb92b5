// SPDX-License-Identifier: Apache-2.0

/// Whether a found key still works, by its provider's word.
public enum KeyStatus: Sendable, Equatable {
    /// The provider took it.
    case live
    /// The provider says that it is no key, or no longer.
    case refused
    /// It was not asked, or the answer leaves it open; and why.
    case unknown(String)

    /// As reports name it.
    public var name: String {
        switch self {
        case .live: "live"
        case .refused: "refused"
        case .unknown: "unknown"
        }
    }

    public var reason: String? {
        if case .unknown(let reason) = self { reason } else { nil }
    }
}
