// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI

/// When a call is made again, and after what pause.
///
/// A call that was turned away before it was performed (throttled, or never sent) is made again whatever it does; one
/// whose fate is unknown only when doing it twice does no harm.
public struct RetryPolicy: Sendable {
    /// Calls in all, the first included.
    public var attempts: Int
    /// The longest first pause; each further one may be twice as long.
    public var base: Duration
    public var longestPause: Duration
    /// A number from 0 to 1, drawn for each pause, so that many clients don't come back at once.
    public var jitter: @Sendable () -> Double
    public var pause: @Sendable (Duration) async throws -> Void

    public init(
        attempts: Int = 3, base: Duration = .milliseconds(100), longestPause: Duration = .seconds(5),
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.attempts = max(1, attempts)
        self.base = base
        self.longestPause = longestPause
        self.jitter = jitter
        self.pause = pause
    }

    /// Each call is made once.
    public static let never = RetryPolicy(attempts: 1)

    /// Whether to call again after `error`, the `attempt`th failure; waits when it says yes.
    func waits(after error: any Error, attempt: Int, isRepeatable: Bool) async throws -> Bool {
        guard attempt < attempts, Self.isPassing(error, isRepeatable: isRepeatable) else { return false }
        let ceiling = min(base * (1 << min(attempt - 1, 20)), longestPause)
        try await pause(ceiling * jitter())
        return true
    }

    private static func isPassing(_ error: any Error, isRepeatable: Bool) -> Bool {
        switch error {
        case let error as TransportError: error.isUnsent || isRepeatable
        case let error as AWSError: throttles.contains(error.code) || (error.status >= 500 && isRepeatable)
        default: false
        }
    }

    private static let throttles: Set<String> = [
        "Throttling", "ThrottlingException", "ThrottledException", "TooManyRequestsException", "RequestLimitExceeded",
        "RequestThrottled", "RequestThrottledException", "SlowDown", "LimitExceededThrottling",
    ]

    /// Operations that change nothing but the log, by the first word of their name.
    static func isRead(_ operation: String) -> Bool {
        reads.contains { verb in
            // The verb must end there: `SignUp` or `Getaway` would be something else.
            guard operation.hasPrefix(verb) else { return false }
            let next = operation.utf8.dropFirst(verb.utf8.count).first
            return next.map { (0x41...0x5a).contains($0) } ?? true
        }
    }

    private static let reads = [
        "Get", "List", "Describe", "Lookup", "BatchGet", "Encrypt", "Decrypt", "ReEncrypt", "Generate", "Sign",
        "Verify", "Derive", "Encapsulate", "Decapsulate", "Assume", "Decode", "Simulate", "Validate", "Read", "Check",
        "Explain",
    ]
}
