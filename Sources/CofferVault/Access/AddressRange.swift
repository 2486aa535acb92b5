// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// An IP address, or a range of them: `10.0.0.0/8`.
public enum AddressRange {
    /// The text itself, where it is one.
    public static func checked(_ text: String) throws(LimitError) -> String {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        var bytes = in6_addr()
        let bits: Int? =
            inet_pton(AF_INET, parts[0], &bytes) == 1 ? 32 : inet_pton(AF_INET6, parts[0], &bytes) == 1 ? 128 : nil
        guard let bits, parts.count == 1 || parts.count == 2 && Int(parts[1]).map({ (0...bits).contains($0) }) == true
        else {
            throw LimitError(
                "'\(text)' is no range of addresses",
                hint: "such as --from 10.0.0.0/8, or one address: --from 192.0.2.7")
        }
        return text
    }
}
