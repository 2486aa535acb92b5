// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show who unlocked what, when, with which program.", subcommands: [Show.self, Verify.self, Checkpoint.self],
        defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the newest events, or all.",
            discussion: "Times are those of this machine's time zone; --format json has them in UTC.")

        @Flag(name: .long, help: "The whole log, oldest first.")
        var all = false

        @Option(name: .shortAndLong, help: "How many events.")
        var limit = 50

        @Flag(name: .long, help: "Coffer's own bookkeeping too.")
        var verbose = false

        @OptionGroup var connection: Connection
        @OptionGroup var format: FormatOption

        func run() async throws {
            try await connection.with("log") { session in
                if all { try await showAll(session) } else { try await showNewest(session) }
            }
        }

        private func showNewest(_ session: VaultSession) async throws {
            var lines: [(time: Timestamp, text: String)] = []
            for client in session.client.eventRegions { lines += try await newest(client) }
            // Newest at the end, where a person looks.
            let shown = lines.sorted { $0.time > $1.time }.prefix(max(1, limit)).map(\.text).reversed()
            if format.isJSON {
                Output.line("{\"Records\": [")
                Output.line(shown.joined(separator: ",\n"))
                Output.line("]}")
            } else {
                for line in shown { Output.line(line) }
            }
        }

        /// The newest of one Region, newest first: at least as many as are shown, where there are so many.
        private func newest(_ client: AWSClient) async throws -> [(time: Timestamp, text: String)] {
            var lines: [(time: Timestamp, text: String)] = []
            var input = CloudTrail.LookupEventsInput(maxResults: 50)
            repeat {
                let page = try await client.call(CloudTrail.LookupEvents.self, input)
                for event in page.events ?? [] {
                    guard let record = event.cloudTrailEvent, let text = format.isJSON ? record : sentence(record) else { continue }
                    lines.append((event.eventTime ?? Timestamp(milliseconds: 0), text))
                }
                input.nextToken = page.nextToken
            } while lines.count < max(1, limit) && input.nextToken != nil
            return lines
        }

        private func showAll(_ session: VaultSession) async throws {
            var from: Int? = 0
            var isFirst = true
            if format.isJSON { Output.line("{\"Records\": [") }
            while let start = from {
                let page = try await session.client.call(Coffer.ReadLog.self, Coffer.ReadLogInput(from: start, limit: 200))
                for entry in page.entries {
                    if format.isJSON {
                        Output.line((isFirst ? "" : ",") + entry.record)
                        isFirst = false
                    } else if let sentence = sentence(entry.record) {
                        Output.line(sentence)
                    }
                }
                from = page.next
            }
            if format.isJSON { Output.line("]}") }
        }

        /// Nil for bookkeeping that nobody asked for.
        private func sentence(_ record: String) -> String? {
            guard let json = try? JSONValue(parsing: record) else { return nil }
            let sentence = LogSentence(json)
            return verbose || !sentence.isBookkeeping ? sentence.text : nil
        }
    }

    struct Checkpoint: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the log's signed head, to be kept elsewhere.",
            discussion: "A log that was put back to an older state is found by: coffer log verify --checkpoint FILE")

        @OptionGroup var connection: Connection

        func run() async throws {
            let status = try await connection.with("log checkpoint") {
                try await $0.client.call(Coffer.GetStatus.self, Coffer.GetStatusInput())
            }
            Output.bytes(Array((status.checkpoint ?? "").utf8))
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Check the whole log against its signed head.")

        @Option(name: .long, help: "A head that coffer log checkpoint printed earlier: the log must contain it.")
        var checkpoint: String?

        @OptionGroup var connection: Connection
        @OptionGroup var format: FormatOption

        func run() async throws {
            let kept: String?
            do {
                kept = try checkpoint.map { String(decoding: try SmallFile.read($0, limit: 1 << 16), as: UTF8.self) }
            } catch let error as VaultError {
                throw Failure(.refusedInput, error.message, hint: "coffer log checkpoint > FILE makes one")
            }
            let found: Coffer.VerifyLogOutput
            do {
                found = try await connection.with("log verify") {
                    try await $0.client.call(Coffer.VerifyLog.self, Coffer.VerifyLogInput(checkpoint: kept))
                }
            } catch let error as AWSError where error.code == "ValidationException" {
                throw Failure(
                    .refusedInput, "\(checkpoint ?? ""): \(error.message ?? "no checkpoint")",
                    hint: "name a file that coffer log checkpoint made of this vault")
            }
            if format.isJSON {
                Output.json([
                    "intact": .bool(found.isIntact), "size": .integer(Int64(found.size)),
                    "root": found.root.map(JSONValue.string) ?? .null,
                    "finding": found.finding.map(JSONValue.string) ?? .null,
                ])
            } else if found.isIntact {
                Output.line("The log is intact: \(found.size) events, root \(found.root ?? "")")
            } else {
                Output.message("coffer: error: the log is not intact: \(found.finding ?? "unknown")")
                Output.message("hint: put the newest backup back (coffer backup --help says how), and compare the two logs")
            }
            if !found.isIntact { throw ExitCode(ExitStatus.findings.rawValue) }
        }
    }
}
