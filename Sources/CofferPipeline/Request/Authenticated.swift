// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferAudit
public import CofferBase
internal import CofferPolicy
internal import CofferStore

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
    public let accessKeyID: String
    /// Of a call that a token vouches for, in place of a signature.
    public let webIdentity: WebIdentity?
    /// Where calls are counted.
    let store: any Store
    /// Nil for a request that somebody made. Else it is a question, what would be allowed: with the condition keys that
    /// it supposes. It is never authorised (INVARIANT 2).
    let supposed: [ExactString: [String]]?

    init(
        store: any Store, caller: Caller, epoch: Int64, scope: Scope, service: AWSService, operation: String, requestID: String,
        receivedAt: Timestamp, source: RequestSource, userAgent: String, body: [UInt8], query: String,
        sessionToken: String?, accessKeyID: String, webIdentity: WebIdentity? = nil,
        supposed: [ExactString: [String]]? = nil
    ) {
        self.store = store
        self.supposed = supposed
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
        self.webIdentity = webIdentity
    }

    /// The same request of a caller that was built again.
    func renewed(_ caller: Caller, epoch: Int64) -> Authenticated {
        Authenticated(
            store: store, caller: caller, epoch: epoch, scope: scope, service: service, operation: operation, requestID: requestID,
            receivedAt: receivedAt, source: source, userAgent: userAgent, body: body, query: query,
            sessionToken: sessionToken, accessKeyID: accessKeyID, webIdentity: webIdentity)
    }

    /// The same moment and place, with somebody else as the caller: to ask what they would be allowed.
    public func supposing(_ caller: Caller, _ conditions: [ExactString: [String]] = [:]) -> Authenticated {
        Authenticated(
            store: store, caller: caller, epoch: epoch, scope: scope, service: service, operation: operation,
            requestID: requestID, receivedAt: receivedAt, source: source, userAgent: userAgent, body: [], query: "",
            sessionToken: nil, accessKeyID: "", supposed: conditions)
    }

    /// The condition keys of one check: those of the caller, of the request and of what it is about.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys".
    func context(of check: AccessCheck) -> ConditionContext {
        var context = ConditionContext()
        caller.addConditionKeys(to: &context)
        context.add("aws:CurrentTime", receivedAt.iso8601)
        context.add("aws:EpochTime", String(receivedAt.milliseconds / 1000))
        context.add("aws:SecureTransport", source.isSecure ? "true" : "false")
        context.add("aws:RequestedRegion", region)
        context.add("aws:UserAgent", userAgent)
        context.add("aws:ViaAWSService", "false")
        context.add("aws:ResourceAccount", check.resourceAccount.description)
        if let address = source.address { context.add("aws:SourceIp", address) }
        context.replace(with: check.conditions())
        return context
    }

    /// A global service is in one Region, whichever the signature names.
    var region: String { service.isGlobal ? scope.partition.globalServiceRegion : scope.region.description }

    /// Where its events lie.
    var eventRegion: Region { service.isGlobal ? Region(region) ?? scope.region : scope.region }
}
