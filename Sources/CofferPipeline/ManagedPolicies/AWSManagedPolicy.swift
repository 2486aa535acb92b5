// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import FoundationEssentials

/// A policy that AWS keeps for everybody: those that concern keys, secrets, identities and administration.
///
/// The documents are AWS's, as published in the AWS Managed Policy Reference.
public struct AWSManagedPolicy: Sendable, Decodable {
    public let name: String
    public let path: String
    public let policyID: String
    public let description: String
    /// `v1`.
    public let version: String
    /// ISO 8601.
    public let created: String
    public let updated: String
    public let document: String

    public static let all: [AWSManagedPolicy] = {
        let bytes = Data(PackageResources.aws_managed_policies_json)
        return (try? JSONDecoder().decode([AWSManagedPolicy].self, from: bytes)) ?? []
    }()

    private static let byResource = Dictionary(all.map { (ExactString($0.resource), $0) }) { first, _ in first }

    private var resource: String { "policy\(path)\(name)" }

    /// `arn:aws:iam::aws:policy/AdministratorAccess`, in each partition by its own name.
    public func arn(in partition: Partition) -> String { "arn:\(partition.rawValue):iam::aws:\(resource)" }

    public static func find(_ arn: String, in partition: Partition) -> AWSManagedPolicy? {
        let prefix = "arn:\(partition.rawValue):iam::aws:"
        guard arn.hasPrefix(prefix) else { return nil }
        return byResource[ExactString(String(arn.dropFirst(prefix.count)))]
    }
}
