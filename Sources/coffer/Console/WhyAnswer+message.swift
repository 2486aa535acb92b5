// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import CofferBase
internal import CofferLocal

/// Why a call was refused that was made already.
extension WhyAnswer {
    /// A sealed message of a refusal, opened.
    static func decoding(_ message: String, _ session: VaultSession) async throws -> WhyAnswer {
        let text: String
        do {
            let reply = try await session.client.call(
                STS.DecodeAuthorizationMessage.self, STS.DecodeAuthorizationMessageInput(encodedMessage: message))
            text = reply.decodedMessage ?? "{}"
        } catch let error as AWSError where error.code == "InvalidAuthorizationMessageException" {
            throw Failure(
                .refusedInput, "that is no encoded message of this account's",
                hint:
                    "a refusal has it in its header x-coffer-authorization-message, at AWS behind 'Encoded authorization failure message:'"
            )
        }
        let json = (try? JSONValue(parsing: text)) ?? .null
        let context = json["context"]
        let isAllowed = json["allowed"]?.bool == true
        let who = context?["principal"]?["arn"]?.string ?? "somebody"
        let deed = WhyQuestion.deed(context?["action"]?.string ?? "?", context?["resource"]?.string ?? "*")
        var lines = ["\(isAllowed ? "Yes" : "No"): \(who) may \(isAllowed ? "" : "not ")\(deed)"]
        let isDenied = json["explicitDeny"]?.bool == true
        lines.append(
            "  " + (isDenied ? "a statement denies it" : isAllowed ? "it was allowed" : "no statement allows it"))
        for item in json["matchedStatements"]?["items"]?.array ?? [] {
            let policy = item["sourcePolicyId"]?.string ?? "a policy"
            lines.append(
                "  statement \(item["statementId"]?.string ?? "?") of \(policy) \(item["effect"]?.string == "DENY" ? "denies" : "allows") it"
            )
        }
        for item in context?["conditions"]?["items"]?.array ?? [] {
            let values = item["values"]?["items"]?.array?.compactMap { $0["value"]?.string } ?? []
            lines.append("  \(item["key"]?.string ?? "?") was \(values.joined(separator: ", "))")
        }
        return WhyAnswer(isAllowed: isAllowed, lines: lines, json: json)
    }
}
