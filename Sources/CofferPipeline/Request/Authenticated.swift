// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferAudit
public import CofferBase

/// A request whose signature was verified. Only the `Authenticator` makes it.
///
/// A class, since every step of the way holds it.
public final class Authenticated: Sendable {
    public let caller: Caller
    /// The epoch before the caller's records were read.
    let epoch: Int64
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

    init(
        caller: Caller, epoch: Int64, scope: Scope, service: AWSService, operation: String, requestID: String,
        receivedAt: Timestamp, source: RequestSource, userAgent: String, body: [UInt8], query: String,
        sessionToken: String?, accessKeyID: String
    ) {
        self.caller = caller
        self.epoch = epoch
        self.scope = scope
        self.service = service
        self.operation = operation
        self.requestID = requestID
        self.receivedAt = receivedAt
        self.source = source
        self.userAgent = userAgent
        self.body = body
        self.query = query
        self.sessionToken = sessionToken
        self.accessKeyID = accessKeyID
    }

    /// The same request of a caller that was built again.
    func renewed(_ caller: Caller, epoch: Int64) -> Authenticated {
        Authenticated(
            caller: caller, epoch: epoch, scope: scope, service: service, operation: operation, requestID: requestID,
            receivedAt: receivedAt, source: source, userAgent: userAgent, body: body, query: query,
            sessionToken: sessionToken, accessKeyID: accessKeyID)
    }

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
