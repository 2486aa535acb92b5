// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import AWSWire
internal import CofferBase
internal import CofferIdentity
internal import CofferKMS
public import CofferPipeline
internal import CofferSecrets
internal import CofferTrail

/// Answers signed AWS requests. It knows no HTTP library: adapters hand it bytes and send what it returns.
///
/// Every request to every service walks one way: authenticate → locate → authorise → perform → record → reply.
public final class Engine: Sendable {
    public let vault: Vault
    private let pipeline: RequestPipeline
    private let registry: OperationRegistry
    public let counters = RequestCounters()

    /// The largest body that is read, in bytes: Secrets Manager's largest request is far below it.
    public static let largestBody = 1024 * 1024

    /// - Parameter keySets: where the keys of OpenID Connect providers come from.
    public init(vault: Vault, control: any VaultControl, keySets: any KeySetSource) {
        self.vault = vault
        pipeline = RequestPipeline(vault: vault, keySets: keySets)
        let keys = KMSKeyProtection(vault: vault)
        registry = OperationRegistry(
            KMSOperations.all(vault) + SecretsOperations.all(vault, keys: keys) + IdentityOperations.all(vault)
                + TrailOperations.all(vault) + ControlOperations.all(vault, keys: keys, control))
    }

    /// Never throws and never hangs: what can't be answered is answered with AWS's error.
    public func respond(to request: AWSRequest) async -> AWSResponse {
        let requestID = UniqueID.uuid()
        let route: Route
        do throws(AWSError) {
            guard request.body.count <= Self.largestBody else {
                throw AWSError("RequestEntityTooLargeException", "The request is larger than \(Self.largestBody) bytes.", status: 413)
            }
            route = try Route.find(request)
        } catch {
            counters.refused()
            return ErrorWire.json(error, requestID: requestID)
        }
        do throws(AWSError) {
            return try await answer(request, route, requestID)
        } catch {
            return switch route.service.wire {
            case .json: ErrorWire.json(error, requestID: requestID)
            case .query(_, let namespace): ErrorWire.query(error, requestID: requestID, namespace: namespace)
            }
        }
    }

    private func answer(_ request: AWSRequest, _ route: Route, _ requestID: String) async throws(AWSError) -> AWSResponse {
        let authenticated: Authenticated
        do throws(AWSError) {
            authenticated =
                if route.isUnsigned {
                    try await pipeline.authenticateWebIdentity(request, requestID: requestID)
                } else {
                    try pipeline.authenticate(
                        request, service: route.service, operation: route.operation, requestID: requestID)
                }
        } catch {
            counters.refused()
            throw error
        }
        guard let operation = registry[route] else {
            counters.refused()
            try await pipeline.refuse(authenticated, with: route.unsupported)
        }
        counters.began(route)
        let body: [UInt8]
        do throws(AWSError) {
            body = try await pipeline.run(operation, authenticated)
        } catch {
            counters.ended(route, code: error.code)
            throw error
        }
        counters.ended(route, code: nil)
        let type =
            switch route.service.wire {
            case .json: "application/x-amz-json-1.1"
            case .query: "text/xml"
            }
        return AWSResponse(status: 200, headers: ["x-amzn-RequestId": requestID, "Content-Type": type], body: body)
    }
}
