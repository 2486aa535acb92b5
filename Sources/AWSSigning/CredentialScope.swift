// SPDX-License-Identifier: Apache-2.0

/// What a signing key is good for: one day, one region, one service. Kept as it was written, not checked.
public struct CredentialScope: Sendable, Hashable {
    /// `20261123`.
    public let date: String
    public let region: String
    public let service: String

    public init(date: String, region: String, service: String) {
        self.date = date
        self.region = region
        self.service = service
    }

    static let terminator = "aws4_request"

    func append(to out: inout [UInt8]) {
        out.append(text: date)
        out.append(0x2f)
        out.append(text: region)
        out.append(0x2f)
        out.append(text: service)
        out.append(0x2f)
        out.append(text: Self.terminator)
    }
}
