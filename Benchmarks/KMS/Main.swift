// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// What of KMS's speed is measured inside one process; `Benchmarks/run` calls it and measures the rest over HTTP.
///
///     kms-benchmark signing                      each key pair's signing against the library's own call
///     kms-benchmark keys FOLDER COUNT            fills the vault in FOLDER up to COUNT keys, then measures calls
///     kms-benchmark principals COUNT             calls of ten users and of COUNT, in a vault in memory
@main
struct Benchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "signing": SigningBenchmark.run()
        case "keys":
            guard arguments.count == 3, let folder = arguments.dropFirst().first, let count = Int(arguments.last ?? "")
            else { return usage() }
            try await KeysBenchmark.run(folder: folder, count: count)
        case "principals":
            guard arguments.count == 2, let count = Int(arguments.last ?? "") else { return usage() }
            try await PrincipalsBenchmark.run(count: count)
        default: usage()
        }
    }

    private static func usage() { print("usage: kms-benchmark signing | keys FOLDER COUNT | principals COUNT") }
}

func show(_ name: String, _ value: Double, digits: Int = 2) {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    print("\(name): \((value * scale).rounded() / scale)")
}

func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
}
