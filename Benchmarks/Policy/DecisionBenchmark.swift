// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPolicy
internal import Crypto

/// Decisions for a user with 10 policies of 10 statements, in turns with a SHA-256 of 64 bytes, the baseline.
enum DecisionBenchmark {
    private static let key = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    private static let rounds = 21
    private static let count = 5_000

    static func run() {
        guard let account = AccountID("111122223333") else { return }
        let user = Principal.user(
            arn: "arn:aws:iam::111122223333:user/ada", userID: "AIDAEXAMPLEEXAMPLE01", account: account)
        var context = ConditionContext()
        user.addConditionKeys(to: &context)
        context.add("kms:EncryptionContext:app", "bot")
        context.add("aws:PrincipalTag/team", "ada")
        context.add("aws:SourceIp", "10.1.2.3")
        let plain = policies(conditions: "", account: account)
        let strict = policies(
            conditions: #","Condition":{"StringEquals":{"kms:EncryptionContext:app":"bot","#
                + #""aws:PrincipalTag/team":"${aws:username}"},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#,
            account: account)
        func question(_ action: String) -> AuthorizationRequest {
            AuthorizationRequest(principal: user, action: action, resource: key, context: context)
        }
        var other = context
        other.set("kms:EncryptionContext:app", ["web"])
        let cases: [(name: String, question: AuthorizationRequest, policies: PolicySet, allowed: Bool)] = [
            ("hit_in_the_last_statement", question("kms:Decrypt"), plain, true),
            ("hit_with_conditions", question("kms:Decrypt"), strict, true),
            ("miss", question("kms:ScheduleKeyDeletion"), plain, false),
            (
                "miss_by_99_conditions", .init(principal: user, action: "kms:Encrypt", resource: key, context: other),
                strict, false
            ),
        ]
        let message = [UInt8](repeating: 0x61, count: 64)
        var hashes: [Double] = []
        var times = [[Double]](repeating: [], count: cases.count)
        var sum = 0
        for _ in 0..<rounds {
            hashes.append(
                nanoseconds { for _ in 0..<count { SHA256.hash(data: message).withUnsafeBytes { sum &+= Int($0[0]) } } }
            )
            for (index, one) in cases.enumerated() {
                var allowed = 0
                times[index].append(
                    nanoseconds {
                        for _ in 0..<count where Evaluator.decide(one.question, one.policies, rules: .kmsKey).isAllowed
                        {
                            allowed += 1
                        }
                    })
                guard allowed == (one.allowed ? count : 0) else { return print("\(one.name): decided wrongly") }
            }
        }
        show("sha256_of_64_bytes_ns", median(hashes) / Double(count), digits: 0)
        for (one, taken) in zip(cases, times) {
            show("\(one.name)_ns", median(taken) / Double(count), digits: 0)
            show("\(one.name)_ratio", median(zip(taken, hashes).map { $0 / $1 }))
        }
        if sum == 0 { print("") }
        worst(user, account)
    }

    /// Policies and requests made to cost as much as possible; the decision's budget ends them.
    private static func worst(_ user: Principal, _ account: AccountID) {
        func list(_ count: Int, _ make: (Int) -> String) -> String {
            "[" + (0..<count).map { "\"\(make($0))\"" }.joined(separator: ",") + "]"
        }
        func text(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
        let cases: [(name: String, condition: String, values: [String])] = [
            ("pattern", #""StringLike":{"kms:x":"*\#(text("a", 3_000))b"}"#, [text("a", 8_000)]),
            ("variables", #""StringNotEquals":{"kms:x":"\#(text("${kms:x}", 3_000))"}"#, [text("a", 2_000)]),
            (
                "values", #""ForAllValues:StringEquals":{"kms:x":\#(list(3_000) { "a\($0)" })}"#,
                Array(repeating: "a2999", count: 9_000)
            ),
            (
                "dates", #""ForAllValues:DateLessThan":{"kms:x":"9999"}"#,
                Array(repeating: "1970-01-01T00:00:01Z", count: 90_000)
            ),
            (
                "addresses", #""ForAllValues:IpAddress":{"kms:x":"::/0"}"#,
                Array(repeating: "2001:db8::1:2:3:4", count: 90_000)
            ),
            (
                "letters", #""ForAllValues:StringEqualsIgnoreCase":{"kms:x":"\#(text("é", 2_000))"}"#,
                Array(repeating: text("É", 2_000), count: 900)
            ),
        ]
        for one in cases {
            guard
                let policy = try? PolicyDocument.parse(
                    #"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{\#(one.condition)}}}"#,
                    kind: .identity, limits: .init(bytes: 100_000))
            else { return print("\(one.name): not read") }
            let question = AuthorizationRequest(
                principal: user, action: "kms:Encrypt", resource: key, context: ["kms:x": one.values])
            let policies = PolicySet(identity: [policy], resourceAccount: account)
            let taken = (0..<11).map { _ in nanoseconds { sink(Evaluator.decide(question, policies).isAllowed) } }
            show("worst_case_\(one.name)_ms", median(taken) / 1e6)
        }
    }

    private static func sink(_ allowed: Bool) { precondition(!allowed) }

    private static func policies(conditions: String, account: AccountID) -> PolicySet {
        let documents = (0..<10).compactMap { policy in
            let statements = (0..<10).map { index in
                let actions =
                    policy == 9 && index == 9
                    ? #""kms:Decrypt","kms:DescribeKey""#
                    : #""secretsmanager:GetSecretValue","secretsmanager:Describe*","kms:Encrypt""#
                return
                    #"{"Effect":"Allow","Action":[\#(actions)],"Resource":["arn:aws:kms:*:*:key/\#(index)*","\#(key)"]\#(conditions)}"#
            }
            return try? PolicyDocument.parse(
                #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#, kind: .identity,
                limits: .keyPolicy)
        }
        let keyPolicy = try? PolicyDocument.parse(
            #"{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"}}"#,
            kind: .keyPolicy)
        precondition(documents.count == 10 && keyPolicy != nil)
        return PolicySet(identity: documents, resource: keyPolicy, resourceAccount: account)
    }
}
