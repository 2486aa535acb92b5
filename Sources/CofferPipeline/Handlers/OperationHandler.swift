// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
public import CofferAudit
public import CofferBase
public import CofferStore

/// One operation: find what it is about, then, once that is allowed, do it.
///
/// Both steps are synchronous and may run again when what they read has changed before the commit, so they have no
/// effects of their own: every write goes into the returned `Performed`.
public protocol OperationHandler: Sendable {
    associatedtype Operation: AWSOperation
    associatedtype Target: Sendable

    /// Loads what the request names and says what must be allowed. Decrypts nothing.
    func locate(_ input: Operation.Input, _ request: Authenticated) throws -> Located<Target>

    /// Does the work; throws `AWSError`.
    func perform(
        _ input: Operation.Input, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<Operation.Output>

    /// What of the input the trail may hold: an allow-list, so that no secret gets there (peers' mistake 9).
    func trailParameters(_ input: Operation.Input) -> JSONValue?

    /// CloudTrail's `readOnly`.
    var isReadOnly: Bool { get }

    /// How much this call has to do: others must not wait for it.
    func workload(_ input: Operation.Input) -> Workload
}

extension OperationHandler {
    public func workload(_ input: Operation.Input) -> Workload { .brief }
}

/// What a handler did, waiting to be committed.
public struct Performed<Output: Sendable>: Sendable {
    /// Writes the effect inside the transaction and returns the reply.
    let effect: (@Sendable (any StoreWriter) throws -> Output)?
    let output: Output?
    public var trail: TrailNotes
    /// Records that the work rests on beyond those that `locate` named, such as the grants of a batch's items.
    public var preconditions: [Precondition] = []
    /// Calls of a batch's items that a policy counts, beyond those that `locate` named.
    public var counts: [CallCount] = []
    /// Done once the event is durable, such as ending the server.
    public var afterwards: (@Sendable () -> Void)?

    private init(output: Output?, trail: TrailNotes, effect: (@Sendable (any StoreWriter) throws -> Output)?) {
        self.output = output
        self.trail = trail
        self.effect = effect
    }

    /// A reply that changes nothing.
    public static func reply(_ output: Output, _ trail: TrailNotes = TrailNotes()) -> Self {
        Self(output: output, trail: trail, effect: nil)
    }

    /// A change: runs in the transaction that holds its event; undone when it throws.
    public static func change(
        _ trail: TrailNotes = TrailNotes(), _ effect: @escaping @Sendable (any StoreWriter) throws -> Output
    ) -> Self {
        Self(output: nil, trail: trail, effect: effect)
    }
}

/// What the trail holds of a call beyond who, what and when.
public struct TrailNotes: Sendable {
    /// CloudTrail's `responseElements`: for calls that change something; never secret.
    public var response: JSONValue?
    public var additional: JSONValue?
    public var resources: [TrailResource]
    /// Calls that this one made to another service in the caller's name, such as Secrets Manager's Decrypt.
    public var onBehalf: [InnerCall]
    /// The settings that tell when a key was last used, of the keys that this call used.
    public var usedKeys: [String] = []
    /// What the service did by itself in consequence, such as bringing a key's replicas up to date.
    public var consequences: [TrailRecord] = []

    public init(
        response: JSONValue? = nil, additional: JSONValue? = nil, resources: [TrailResource] = [], onBehalf: [InnerCall] = []
    ) {
        self.response = response
        self.additional = additional
        self.resources = resources
        self.onBehalf = onBehalf
    }
}

/// A call to another service in the caller's name: an event of its own.
public struct InnerCall: Sendable {
    public var eventSource: String
    public var eventName: String
    public var invokedBy: String
    public var parameters: JSONValue?
    public var resources: [TrailResource]
    public var isReadOnly: Bool
    /// As `TrailNotes.usedKeys`.
    public var usedKeys: [String] = []

    public init(
        eventSource: String, eventName: String, invokedBy: String, parameters: JSONValue?, resources: [TrailResource],
        isReadOnly: Bool
    ) {
        self.eventSource = eventSource
        self.eventName = eventName
        self.invokedBy = invokedBy
        self.parameters = parameters
        self.resources = resources
        self.isReadOnly = isReadOnly
    }
}
