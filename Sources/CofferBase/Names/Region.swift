// SPDX-License-Identifier: Apache-2.0

/// A group of regions with its own ARN prefix and its own accounts' namespace.
///
/// Source: the AWS General Reference, "Amazon Resource Names", and botocore's `partitions.json`.
public enum Partition: String, Hashable, Sendable, CaseIterable {
    case aws
    case china = "aws-cn"
    case usGov = "aws-us-gov"
    case iso = "aws-iso"
    case isoB = "aws-iso-b"
    case isoE = "aws-iso-e"
    case isoF = "aws-iso-f"
    case europeanSovereign = "aws-eusc"

    /// The region whose name stands in the signature scope of a global service (IAM).
    public var globalServiceRegion: String {
        switch self {
        case .aws: "us-east-1"
        case .china: "cn-north-1"
        case .usGov: "us-gov-west-1"
        case .iso: "us-iso-east-1"
        case .isoB: "us-isob-east-1"
        case .isoE: "eu-isoe-west-1"
        case .isoF: "us-isof-south-1"
        case .europeanSovereign: "eusc-de-east-1"
        }
    }
}

/// An AWS region's name, such as `eu-central-1`. Any well-formed name is a region: one vault serves them all.
public struct Region: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// Fails unless `name` is lower-case letters, digits and hyphens, as `us-east-1`, 3 to 32 bytes long.
    public init?(_ name: String) {
        let bytes = name.utf8
        guard (3...32).contains(bytes.count), let first = bytes.first, (0x61...0x7a).contains(first),
            bytes.last != 0x2d,
            bytes.allSatisfy({ (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d })
        else { return nil }
        description = name
    }

    private init(unchecked: String) { description = unchecked }

    public static let usEast1 = Region(unchecked: "us-east-1")

    /// Where records of global services (IAM) are kept: one per partition, and no request can name it.
    public static func global(_ partition: Partition) -> Region { Region(unchecked: "*\(partition.rawValue)") }

    public var isGlobal: Bool { description.hasPrefix("*") }

    public var partition: Partition {
        if isGlobal { return Partition(rawValue: String(description.dropFirst())) ?? .aws }
        if description.hasPrefix("cn-") { return .china }
        if description.hasPrefix("us-gov-") { return .usGov }
        if description.hasPrefix("us-isob-") { return .isoB }
        if description.hasPrefix("us-isof-") || description.hasPrefix("eu-isof-") { return .isoF }
        if description.hasPrefix("eu-isoe-") { return .isoE }
        if description.hasPrefix("us-iso-") { return .iso }
        if description.hasPrefix("eusc-") { return .europeanSovereign }
        return .aws
    }
}

/// An account in a region: part of every record's key (invariant 7).
public struct Scope: Hashable, Sendable {
    public let account: AccountID
    public let region: Region

    public init(account: AccountID, region: Region) {
        self.account = account
        self.region = region
    }

    public var partition: Partition { region.partition }

    /// The scope of this account's global services in the same partition.
    public var global: Scope { Scope(account: account, region: .global(partition)) }
}
