// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import AWSSigning
internal import AWSWire
internal import CofferAudit
internal import CofferBase
internal import CofferStore

/// One handler with its types erased.
public struct RegisteredOperation: Sendable {
    public let service: AWSService
    public let name: String
    let run: @Sendable (Authenticated, RequestPipeline) async throws -> [UInt8]

    public init<H: OperationHandler>(_ handler: H) {
        service = H.Operation.service
        name = H.Operation.name
        run = { request, pipeline in try await pipeline.run(handler, request) }
    }
}

/// What was allowed, and failed: it counts all the same.
private struct AllowedFailure: Error {
    let error: AWSError
    let counts: [CallCount]
    let reasons: JSONObject
}

/// The way that every call takes: locate → authorise → perform → record → reply.
public struct RequestPipeline: Sendable {
    let vault: Vault
    private let authenticator: Authenticator
    private let authorizer: Authorizer
    private let refusals = StrangerRefusals()
    private static let attempts = 32
    /// After so many a brief call has the commits for itself.
    private static let sharedAttempts = 8
    /// Of calls that take seconds each time.
    private static let longAttempts = 3

    public init(vault: Vault, keySets: any KeySetSource = NoKeySets()) {
        self.vault = vault
        authenticator = Authenticator(vault: vault, keySets: keySets)
        authorizer = Authorizer(keyring: vault.keyring)
    }

    /// Throws the AWS error of a signature that doesn't prove who calls. No event: strangers can't buy disk writes.
    public func authenticate(
        _ request: AWSRequest, service: AWSService, operation: String, requestID: String
    ) throws(AWSError) -> Authenticated {
        do {
            return try authenticator.authenticate(request, service: service, operation: operation, requestID: requestID)
        } catch {
            throw error.awsError(for: service.wire)
        }
    }

    /// Throws the AWS error of an identity provider's token that proves nothing. No event either.
    public func authenticateWebIdentity(_ request: AWSRequest, requestID: String) async throws(AWSError) -> Authenticated {
        let form = request.body.isEmpty ? Array(request.query.utf8) : request.body
        let input = try decode(STS.AssumeRoleWithWebIdentity.self, form)
        return try await authenticator.authenticate(request, token: input, requestID: requestID)
    }

    /// Refuses a call whose signature was verified: its event is durable when this throws `error`.
    public func refuse(_ request: Authenticated, with error: AWSError) async throws(AWSError) -> Never {
        let event = EventBuilder(request: request).failure(error, nil, isReadOnly: false)
        do {
            try await vault.commits.submit(.init(preconditions: [], epoch: request.epoch, events: [event]))
        } catch {
            throw Self.unrecorded(error)
        }
        throw error
    }

    private static func unrecorded(_ cause: any Error) -> AWSError {
        AWSError(
            "ServiceUnavailableException", "The request was not carried out because it could not be recorded: \(cause).",
            status: 503)
    }

    /// Runs the operation and returns the reply's body. Every outcome is an event that is durable by then.
    public func run(_ operation: RegisteredOperation, _ request: Authenticated) async throws(AWSError) -> [UInt8] {
        do {
            return try await operation.run(request, self)
        } catch let error as AWSError {
            throw error
        } catch let error as CommitQueue.Failed {
            throw Self.unrecorded(error)
        } catch {
            throw .internalFailure
        }
    }

    func run<H: OperationHandler>(_ handler: H, _ request: Authenticated) async throws -> [UInt8] {
        let input: H.Operation.Input
        do {
            input = try decode(H.Operation.self, request.body.isEmpty ? Array(request.query.utf8) : request.body)
        } catch {
            return try await record(error, handler, nil, request)
        }
        let workload = handler.workload(input)
        guard workload != .brief else { return try await run(handler, input, request, workload) }
        return try await LongWork.run(workload) { try await run(handler, input, request, workload) }
    }

    private func run<H: OperationHandler>(
        _ handler: H, _ input: H.Operation.Input, _ request: Authenticated, _ workload: Workload
    ) async throws -> [UInt8] {
        var request = request
        for number in 0..<(workload == .computing ? Self.longAttempts : Self.attempts) {
            do {
                if workload == .brief, number >= Self.sharedAttempts {
                    return try await vault.commits.alone {
                        try await attempt(handler, input, authenticator.renew(request), isAlone: true)
                    }
                }
                return try await attempt(handler, input, request)
            } catch is CommitQueue.Moved {
                do { request = try authenticator.renew(request) } catch { throw error.awsError(for: request.service.wire) }
            } catch let error as AWSError {
                return try await record(error, handler, input, request)
            } catch let failure as AllowedFailure {
                return try await record(
                    failure.error, handler, input, request, reasons: failure.reasons, counts: failure.counts)
            } catch let refusal as AccessRefusal {
                return try await record(refusal.error, handler, input, request, reasons: refusal.reasons)
            } catch let error as CommitQueue.Failed {
                throw error
            } catch let error as SignatureFailure {
                throw error.awsError(for: request.service.wire)
            } catch let error as StoreError {
                throw CommitQueue.Failed(cause: error)
            } catch {
                return try await record(.internalFailure, handler, input, request)
            }
        }
        let busy = AWSError("ThrottlingException", "The resource is changing too often; try again.", status: 400)
        return try await record(busy, handler, input, request)
    }

    private func decode<O: AWSOperation>(_ operation: O.Type, _ body: [UInt8]) throws(AWSError) -> O.Input {
        let wire =
            switch O.service.wire {
            case .json: try JSONWire.decode(body, as: O.Input.shape)
            case .query: try QueryWire.decode(body, as: O.Input.shape).object
            }
        try Validation.check(wire, shape: O.Input.shape, wire: O.service.wire)
        do { return try O.Input(wire: wire) } catch { throw AWSError("SerializationException", nil) }
    }

    private func attempt<H: OperationHandler>(
        _ handler: H, _ input: H.Operation.Input, _ request: Authenticated, isAlone: Bool = false
    ) async throws -> [UInt8] {
        let located = try handler.locate(input, request)
        let authorized = try authorizer.authorize(located, request)
        let performed: Performed<H.Operation.Output>
        do {
            performed = try handler.perform(input, authorized, request)
        } catch let error as AWSError where !authorized.counts.isEmpty || !authorized.reasons.isEmpty {
            throw AllowedFailure(error: error, counts: authorized.counts, reasons: authorized.reasons)
        }
        let trail = EventBuilder(request: request)
        let parameters = handler.trailParameters(input)
        let preconditions =
            request.caller.preconditions + located.preconditions + authorized.preconditions + performed.preconditions
        let counts = CallCount.each(authorized.counts + performed.counts)
        if let output = performed.output {
            let events = trail.events(
                parameters, performed.trail, reasons: authorized.reasons, isReadOnly: handler.isReadOnly)
            var submission = CommitQueue.Submission(preconditions: preconditions, epoch: request.epoch, events: events)
            if !counts.isEmpty {
                submission.effect = { writer in
                    for count in counts { try count.add(writer) }
                    return events
                }
            }
            submission.isAlone = isAlone
            try await vault.commits.submit(submission)
            performed.afterwards?()
            return encode(H.Operation.self, output, request)
        }
        guard let effect = performed.effect else { throw AWSError.internalFailure }
        let reply = OneValue<H.Operation.Output>()
        let notes = performed.trail
        let isReadOnly = handler.isReadOnly
        var submission = CommitQueue.Submission(
            preconditions: preconditions, epoch: request.epoch,
            effect: { writer in
                for count in counts { try count.add(writer) }
                reply.set(try effect(writer))
                return trail.events(parameters, notes, reasons: authorized.reasons, isReadOnly: isReadOnly)
            })
        submission.isAlone = isAlone
        try await vault.commits.submit(submission)
        performed.afterwards?()
        guard let output = reply.take() else { throw AWSError.internalFailure }
        return encode(H.Operation.self, output, request)
    }

    /// Logs a refusal or failure, then throws it.
    private func record<H: OperationHandler>(
        _ error: AWSError, _ handler: H, _ input: H.Operation.Input?, _ request: Authenticated,
        reasons: JSONObject = JSONObject(), counts: [CallCount] = []
    ) async throws -> [UInt8] {
        var unrecorded = 0
        if request.webIdentity != nil {
            guard let count = refusals.record(request.caller.userID, at: request.receivedAt) else { throw error }
            unrecorded = count
        }
        let trail = EventBuilder(request: request)
        let event = trail.failure(
            error, input.flatMap { handler.trailParameters($0) }, reasons: reasons, unrecorded: unrecorded,
            isReadOnly: handler.isReadOnly)
        if !counts.isEmpty {
            try await vault.commits.submit(
                .init(preconditions: [], epoch: request.epoch) { writer in
                    for count in CallCount.each(counts) { try count.addAnyway(writer) }
                    return [event]
                })
            throw error
        }
        try await vault.commits.submit(.init(preconditions: [], epoch: request.epoch, events: [event]))
        throw error
    }

    private func encode<O: AWSOperation>(_ operation: O.Type, _ output: O.Output, _ request: Authenticated) -> [UInt8] {
        switch O.service.wire {
        case .json: JSONWire.encode(output.wire, shape: O.Output.shape)
        case .query(_, let namespace):
            XMLWire.encode(
                output.wire, shape: O.Output.shape, action: O.name, namespace: namespace, requestID: request.requestID)
        }
    }
}
