// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Why: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask whether somebody may do something, and why.",
        usage: "coffer why PRINCIPAL [ACTION] [RESOURCE] | --message TEXT",
        discussion: """
            Nothing is done and nothing is read: the vault is asked what it would answer. At AWS it is IAM's simulator that \
            answers, which knows no policies of keys and secrets.

            Exit code 0 where it is allowed, 1 where it is not.

            Examples:
              coffer why bot openai/bot                        may bot read it now?
              coffer why bot openai/bot --at 2026-12-24T03:00  and then?
              coffer why ann kms:Decrypt alias/coffer
              coffer why ann iam:CreateUser
              coffer why --message "$ENCODED"                  why a call was refused
            """)

    @Argument(help: "An app's name, a user's, or an ARN.", completion: .apps)
    var principal: String?

    @Argument(
        help: "SERVICE:NAME, and what it is done to. A secret's name alone asks whether it may be read.",
        completion: .secrets)
    var question: [String] = []

    @Option(name: .long, help: "Suppose a condition key: KEY=VALUE. Can be given again.")
    var context: [String] = []

    @Option(name: .long, help: "Suppose that it is that time: 2026-12-24T03:00, in this machine's time zone.")
    var at: String?

    @Option(name: .long, help: "Suppose that the call comes from that address.")
    var from: String?

    @Option(name: .long, help: "The encoded message that came with a refusal.")
    var message: String?

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func validate() throws {
        if (principal == nil) == (message == nil) {
            throw ValidationError("say who: coffer why bot openai/bot; or --message TEXT alone")
        }
        if question.count > 2 {
            throw ValidationError("one action and one resource: coffer why ann kms:Decrypt alias/coffer")
        }
    }

    func run() async throws {
        let answer = try await connection.with("why") { session in
            guard let principal else { return try await WhyAnswer.decoding(message ?? "", session) }
            return try await ask(principal, session)
        }
        if format.isJSON { Output.json(answer.json) } else { answer.lines.forEach(Output.line) }
        if !answer.isAllowed { throw ExitCode(ExitStatus.findings.rawValue) }
    }

    private func ask(_ principal: String, _ session: VaultSession) async throws -> WhyAnswer {
        let all = try await AccountPolicies(session.client).principals
        let who =
            all.first { $0.isApp && $0.name == principal } ?? all.first { $0.name == principal || $0.arn == principal }
        guard let arn = who?.arn ?? (principal.hasPrefix("arn:") ? principal : nil) else {
            throw Failure(
                .notFound, "there is no app, user or role \(principal)",
                hint: "coffer list --apps shows the apps; users and roles also by their ARNs")
        }
        let isAction = question.first.map { $0.contains(":") && !$0.hasPrefix("arn:") } ?? false
        let action = isAction ? question[0] : "secretsmanager:GetSecretValue"
        guard isAction || question.count < 2 else {
            throw Failure(
                .usage, "'\(question[0])' is no action",
                hint: "write SERVICE:NAME, such as secretsmanager:GetSecretValue")
        }
        var resource = isAction ? question.dropFirst().first : question.first
        if let named = resource, !named.hasPrefix("arn:"), action.hasPrefix("secretsmanager:") {
            resource = try await SecretARNs.named([named], uses: [], account: try await session.account(), session)
                .first
        } else if let named = resource, named.hasPrefix("alias/"), action.hasPrefix("kms:") {
            let key = try await session.client.call(KMS.DescribeKey.self, KMS.DescribeKeyInput(keyId: named))
            resource = key.keyMetadata?.arn ?? named
        }
        let asking = WhyQuestion(
            who: who, arn: arn, action: action, resource: resource, supposed: try supposed(who), time: try time)
        if session.isAWS { return try await WhyAnswer.simulating(asking, session) }
        do { return try await WhyAnswer.explaining(asking, session) } catch let error as AWSError
            where error.isUnknownService
        {
            return try await WhyAnswer.simulating(asking, session)
        }
    }

    private var time: Timestamp? { get throws { try at.map { try LocalClock.here.time($0, isEnd: false) } } }

    /// The condition keys that are supposed. A time gives those, too, that the principal's own policies read it with.
    private func supposed(_ who: AccountPolicies.Principal?) throws -> [(key: String, values: [String])] {
        var found: [(key: String, values: [String])] = []
        if let time = try time {
            found = [("aws:CurrentTime", [time.iso8601]), ("aws:EpochTime", [String(time.milliseconds / 1000)])]
            for zone in Set(who?.policies.flatMap(\.zones) ?? []).sorted() {
                guard let values = try? LocalClock(zone: zone).conditionValues(time) else { continue }
                found.append(("coffer:TimeOfDay/\(zone)", [values.timeOfDay]))
                found.append(("coffer:DayOfWeek/\(zone)", [values.day]))
            }
        }
        if let from { found.append(("aws:SourceIp", [try AddressRange.checked(from)])) }
        for text in context {
            guard let mark = text.firstIndex(of: "="), mark != text.startIndex else {
                throw Failure(
                    .usage, "'\(text)' supposes nothing",
                    hint: "write --context KEY=VALUE, such as aws:SourceIp=10.0.0.7")
            }
            let (key, value) = (String(text[..<mark]), String(text[text.index(after: mark)...]))
            if let index = found.firstIndex(where: { $0.key == key }) {
                found[index].values.append(value)
            } else {
                found.append((key, [value]))
            }
        }
        return found
    }
}
