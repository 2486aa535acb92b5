// SPDX-License-Identifier: Apache-2.0
internal import CofferPipeline
internal import CofferBase
internal import CofferEngine

/// The counters in Prometheus's text format 0.0.4.
enum Metrics {
    static func text(_ engine: Engine) -> String {
        var out = """
            # HELP coffer_requests_total Answered requests by service, operation and error code.
            # TYPE coffer_requests_total counter

            """
        let calls = engine.counters.calls.sorted {
            ($0.key.service, $0.key.operation, $0.key.code ?? "") < ($1.key.service, $1.key.operation, $1.key.code ?? "")
        }
        for (key, count) in calls {
            out += "coffer_requests_total{service=\"\(key.service)\",operation=\"\(key.operation)\",code=\"\(key.code ?? "OK")\"} \(count)\n"
        }
        out += """
            # HELP coffer_refused_total Requests that did not prove who sent them, or that named no operation.
            # TYPE coffer_refused_total counter
            coffer_refused_total \(engine.counters.refusedCount)
            # HELP coffer_active_requests Requests being answered.
            # TYPE coffer_active_requests gauge
            coffer_active_requests \(engine.counters.activeCount)
            # HELP coffer_healthy 1 while requests can be recorded.
            # TYPE coffer_healthy gauge
            coffer_healthy \(engine.vault.commits.lastFailure == nil ? 1 : 0)
            # HELP coffer_secret_memory_locked 1 when all memory for secrets is locked against swapping.
            # TYPE coffer_secret_memory_locked gauge
            coffer_secret_memory_locked \(SecretMemory.current.isLocked ? 1 : 0)

            """
        return out
    }
}
