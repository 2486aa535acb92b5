// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferAudit
public import CofferBase

/// A request whose signature was verified. Only the `Authenticator` makes it.
public struct Authenticated: Sendable {
    public internal(set) var caller: Caller
    /// The epoch before the caller's records were read.
    var epoch: Int64
    /// The caller's account in the region that the signature names.
    public let scope: Scope
    public let service: AWSService
    public let operation: String
    public let requestID: String
    public let receivedAt: Timestamp
    public let source: RequestSource
    public let userAgent: String
    /// The verified bytes.
    let body: [UInt8]
    let query: String
    let sessionToken: String?
    let accessKeyID: String

    /// Global condition keys.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys".
    var conditions: [ExactString: [String]] {
        var keys: [ExactString: [String]] = [
            "aws:PrincipalArn": [principalARN],
            "aws:PrincipalAccount": [caller.account.description],
            "aws:userid": [caller.userID],
            "aws:CurrentTime": [receivedAt.iso8601],
            "aws:EpochTime": [String(receivedAt.milliseconds / 1000)],
            "aws:SecureTransport": [source.isSecure ? "true" : "false"],
            "aws:RequestedRegion": [scope.region.description],
            "aws:UserAgent": [userAgent],
            "aws:ViaAWSService": ["false"],
        ]
        switch caller.kind {
        case .root: keys["aws:PrincipalType"] = ["Account"]
        case .user(let name):
            keys["aws:PrincipalType"] = ["User"]
            keys["aws:username"] = [name]
        case .roleSession: keys["aws:PrincipalType"] = ["AssumedRole"]
        }
        if let address = source.address { keys["aws:SourceIp"] = [address] }
        if let issued = caller.tokenIssuedAt { keys["aws:TokenIssueTime"] = [issued.iso8601] }
        for (name, value) in caller.tags { keys["aws:PrincipalTag/\(name)"] = [value] }
        return keys
    }

    /// For a role's session, aws:PrincipalArn is the role.
    private var principalARN: String {
        if case .roleSession = caller.kind, let issuer = caller.identity.sessionIssuerARN { return issuer }
        return caller.arn.description
    }
}
