// SPDX-License-Identifier: Apache-2.0
internal import Hummingbird

/// The baseline of the benchmarks: the same HTTP server, answering what it was sent.
@main
struct Echo {
    static func main() async throws {
        let router = Router()
        router.post("/") { request, _ in
            Response(status: .ok, body: ResponseBody(byteBuffer: try await request.body.collect(upTo: 1 << 20)))
        }
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8201
        try await Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port))
        ).runService()
    }
}
