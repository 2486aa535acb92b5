// SPDX-License-Identifier: Apache-2.0

/// What a decision over policies costs, and whether any input brings the parser down; `Benchmarks/policy` calls it.
///
///     policy-benchmark decisions        nanoseconds a decision, and as a ratio against a SHA-256 in the same run
///     policy-benchmark fuzz COUNT       reads COUNT damaged documents
@main
struct Benchmark {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.last.flatMap { Int($0) }) {
        case ("decisions", _): DecisionBenchmark.run()
        case ("fuzz", let count?): ParserFuzz.run(count)
        default: print("usage: policy-benchmark decisions | fuzz COUNT")
        }
    }
}

func show(_ name: String, _ value: Double, digits: Int = 2) {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    print("\(name): \((value * scale).rounded() / scale)")
}

func nanoseconds(_ body: () -> Void) -> Double {
    let elapsed = ContinuousClock().measure(body)
    return Double(elapsed.components.seconds) * 1e9 + Double(elapsed.components.attoseconds) * 1e-9
}

func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
}
