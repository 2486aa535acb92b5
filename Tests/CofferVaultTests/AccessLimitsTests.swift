// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Foundation
import Testing

@testable import CofferVault

@Suite("Limits of what an app may read")
struct AccessLimitsTests {
    private static let secrets = ["openai/bot", "groq/bot", "openai/ci", "x/y"].map {
        "arn:aws:secretsmanager:eu-central-1:111122223333:secret:\($0)-AbCdEf"
    }

    private func limits(_ random: inout SeededRandom) -> AccessLimits {
        func maybe<T>(_ value: @autoclosure () -> T?) -> T? { Bool.random(using: &random) ? value() : nil }
        var limits = AccessLimits()
        let hours = maybe(
            DailyHours(start: .random(in: 0..<1440, using: &random), end: .random(in: 0...1440, using: &random)))
        let days = WeekDays(rawValue: .random(in: 1...127, using: &random))
        limits = AccessLimits(
            hours: hours, days: Bool.random(using: &random) ? days : nil,
            zone: ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires"].randomElement(using: &random),
            until: Bool.random(using: &random)
                ? Timestamp(milliseconds: .random(in: 1_800_000_000...1_900_000_000, using: &random) * 1000) : nil,
            from: Bool.random(using: &random)
                ? ["10.0.0.0/8", "2001:db8::/32", "192.0.2.7"].shuffled(using: &random).dropLast() : [],
            rate: Bool.random(using: &random) ? CallRate(.random(in: 1...5000, using: &random), per: .hour) : nil)
        return limits
    }

    @Test("whatever is granted and denied is read back exactly from the policy that says it")
    func roundTrip() throws {
        var random = SeededRandom(seed: 7)
        for _ in Fuzz.rounds(500) {
            var permissions = AppRole.Permissions()
            var denials: [AppRole.Grant] = []
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let some = Self.secrets.filter { _ in Bool.random(using: &random) }
                let limits = limits(&random)
                var blobs = Bool.random(using: &random) ? limits : nil
                blobs?.rate = nil
                permissions.add(AppRole.Permissions(secrets: some, keys: ["arn:key"], blobs: blobs, limits: limits))
                for secret in some { #expect(permissions.limits(of: secret) == limits) }
                denials.add(AppRole.Grant(some.isEmpty ? [AppRole.everything] : some, limits))
            }
            let policy = GrantPolicy(permissions, app: "bot").json
            let back = GrantPolicy.permissions(in: policy.text())
            #expect(back.grants == permissions.grants)
            #expect(back.blobs == permissions.blobs)
            #expect(GrantPolicy.denials(in: GrantPolicy(denying: denials).json.text()) == denials)
            // Sids are letters and digits, each once.
            let sids = policy["Statement"]?.array?.compactMap { $0["Sid"]?.string } ?? []
            #expect(
                Set(sids).count == sids.count
                    && sids.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
        }
    }

    @Test("a window over midnight is two statements, and its early hours belong to the following day")
    func overMidnight() throws {
        let limits = AccessLimits(
            hours: try DailyHours(parsing: "22:00-06:30"), days: try WeekDays(parsing: "fri,sun"), zone: "UTC")
        let policy = GrantPolicy(
            AppRole.Permissions(secrets: [Self.secrets[0]], keys: ["k"], limits: limits), app: "bot"
        ).json
        func condition(_ sid: String) -> JSONValue? {
            policy["Statement"]?.array?.first { $0["Sid"]?.string == sid }?["Condition"]
        }
        #expect(
            condition("ReadSecrets1") == [
                "NumericGreaterThanEquals": ["coffer:TimeOfDay/UTC": "2200"],
                "StringEquals": ["coffer:DayOfWeek/UTC": ["Fri", "Sun"]],
            ])
        #expect(
            condition("ReadSecrets1AfterMidnight") == [
                "NumericLessThan": ["coffer:TimeOfDay/UTC": "630"],
                "StringEquals": ["coffer:DayOfWeek/UTC": ["Mon", "Sat"]],
            ])
        #expect(condition("DecryptSecrets1AfterMidnight")?["StringEquals"]?.object?.count == 2)
    }

    @Test("policies of before there were limits are read, and are what is written without any")
    func old() throws {
        let old = #"""
            {"Version":"2012-10-17","Statement":[
            {"Sid":"ReadSecrets","Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":["arn:a"]},
            {"Sid":"DecryptSecrets","Effect":"Allow","Action":"kms:Decrypt","Resource":["arn:k"],
             "Condition":{"StringEquals":{"kms:EncryptionContext:SecretARN":["arn:a"]}}},
            {"Sid":"DecryptBlobs","Effect":"Allow","Action":"kms:Decrypt","Resource":["arn:k"],"Condition":{
             "StringEqualsIfExists":{"kms:EncryptionContext:app":"bot"},"Null":{"kms:EncryptionContext:SecretARN":"true"}}}]}
            """#
        let permissions = GrantPolicy.permissions(in: old)
        #expect(permissions == AppRole.Permissions(secrets: ["arn:a"], keys: ["arn:k"], blobs: AccessLimits.none))
        let role = try #require(AppRole(name: "bot"))
        try role.checkUnchanged(old, GrantPolicy(permissions, app: "bot").json, "coffer")
        let edited = old.replacingOccurrences(
            of: "[\"arn:a\"]}", with: "[\"arn:a\"],\"Condition\":{\"Bool\":{\"x\":\"true\"}}}")
        #expect(edited != old)
        #expect(throws: LimitError.self) {
            try role.checkUnchanged(edited, GrantPolicy(permissions, app: "bot").json, "coffer")
        }
    }

    @Test("what doesn't fit into a role's policies is refused before, and it is said how much would")
    func tooMany() throws {
        let role = try #require(AppRole(name: "bot"))
        let many = (0..<100).map {
            "arn:aws:secretsmanager:eu-central-1:111122223333:secret:openai/bot\($0 + 100)-AbCdEf"
        }
        try role.check(AppRole.Permissions(secrets: Array(many.prefix(40)), keys: ["arn:k"]))
        let error = #expect(throws: LimitError.self) {
            try role.check(AppRole.Permissions(secrets: many, keys: ["arn:k"]))
        }
        let fits = try #require(
            error?.description.firstMatch(of: /100 secrets, and (\d+) of them fit/).flatMap { Int($0.1) })
        try role.check(AppRole.Permissions(secrets: Array(many.prefix(fits)), keys: ["arn:k"]))
        #expect(throws: LimitError.self) {
            try role.check(AppRole.Permissions(secrets: Array(many.prefix(fits + 1)), keys: ["arn:k"]))
        }
        #expect(error?.hint.contains("--use") == true)
    }

    @Test(
        "windows, days, rates and ranges are read, and written in one way",
        arguments: [
            ("8:00-23:00", "08:00-23:00"), ("8-9", "08:00-09:00"), ("22:00-00:00", "22:00-24:00"),
            ("22:30-06:05", "22:30-06:05"),
        ])
    func hours(text: String, written: String) throws { #expect(try DailyHours(parsing: text).description == written) }

    @Test(
        "days are read, and written as runs",
        arguments: [
            ("mon-fri", "mon-fri"), ("weekdays", "mon-fri"), ("weekend", "sat-sun"), ("Mon,wed,SUN", "mon,wed,sun"),
            ("sat-tue", "mon-tue,sat-sun"),
            ("friday", "fri"), ("mon,tue,wed,sat", "mon-wed,sat"),
        ])
    func days(text: String, written: String) throws { #expect(try WeekDays(parsing: text).description == written) }

    @Test(
        "bad texts are refused with an example of a good one",
        arguments: [
            "", "8", "8-", "08:00-08:00", "25:00-26:00", "08:60-09:00", "8:5-9:00", "24:00-06:00", "-1-5",
            "08:00-23:00-24:00", "mon", "٠٨:٠٠-٠٩:٠٠",
        ])
    func badHours(text: String) {
        let error = #expect(throws: LimitError.self) { try DailyHours(parsing: text) }
        #expect(error?.hint.contains("--hours 08:00-23:00") == true)
    }

    @Test("other bad texts", arguments: ["", ",", "mon-", "mon,", "xxx", "mon-fri-sun", "0"])
    func badDays(text: String) { #expect(throws: LimitError.self) { try WeekDays(parsing: text) } }

    @Test(
        "bad rates",
        arguments: [
            "", "100", "/hour", "0/hour", "-1/hour", "1/week", "1/hour/day", "1.5/hour", "99999999999999999999/day",
        ])
    func badRates(text: String) { #expect(throws: LimitError.self) { try CallRate(parsing: text) } }

    @Test(
        "bad addresses",
        arguments: ["", "10.0.0.0/33", "10.0.0/8", "300.1.1.1", "::/129", "10.0.0.0/", "10.0.0.0/8/8", "example.com"])
    func badAddresses(text: String) { #expect(throws: LimitError.self) { try AddressRange.checked(text) } }

    @Test("a day ends at its own midnight, in its zone, and is shown as that day")
    func times() throws {
        let berlin = try LocalClock(zone: "Europe/Berlin")
        let end = try berlin.time("2026-12-31", isEnd: true)
        #expect(end.iso8601 == "2026-12-31T23:00:00Z")
        #expect(
            AccessLimits(days: [.init(rawValue: 1)], zone: "Europe/Berlin", until: end).text
                == "mon (Europe/Berlin), until 2026-12-31")
        #expect(try berlin.time("2026-07-01T18:30", isEnd: true).iso8601 == "2026-07-01T16:30:00Z")
        #expect(try berlin.time("2026-07-01T18:30:00Z", isEnd: true).iso8601 == "2026-07-01T18:30:00Z")
        #expect(berlin.conditionValues(end).timeOfDay == "0" && berlin.conditionValues(end).day == "Fri")
        for bad in ["", "2026-13-01", "2026-02-30", "31.12.2026", "2026-12-31T25:00", "2026-12-31T8", "tomorrow"] {
            #expect(throws: LimitError.self) { try berlin.time(bad, isEnd: true) }
        }
        for bad in ["", "Mars/Olympus", "IST", "GMT+2", "europe/berlin", "Berlin"] { #expect(throws: LimitError.self) { try LocalClock(typed: bad) } }
        for zone in ["GMT", "EST", "UTC"] { #expect(try LocalClock(zone: zone).zone == zone) }
        for bad in ["", "30", "d", "-1d", "0d", "1y"] {
            #expect(throws: LimitError.self) { try Span.seconds(bad, option: "--for") }
        }
    }

    @Test("a use's pattern is read back, and matches the secrets of that use alone")
    func uses() throws {
        let account = try #require(AccountID("111122223333"))
        let region = try #require(Region("eu-central-1"))
        let pattern = try AppRole.pattern(ofUse: "bot", account: account, region: region)
        #expect(AppRole.shortName(ofSecret: pattern) == "*/bot")
        #expect(Self.secrets.filter { Wildcard(pattern).matches($0) } == Array(Self.secrets.prefix(2)))
        for bad in ["", "*", "b?t", "a b"] {
            #expect(throws: LimitError.self) { try AppRole.pattern(ofUse: bad, account: account, region: region) }
        }
    }

    @Test("a policy of what was used allows it, and no refused call, no one else's, no more")
    func narrow() throws {
        func event(
            _ source: String, _ name: String, arn: String?, error: String? = nil, who: String = "arn:r",
            context: String? = nil
        ) -> JSONValue {
            var members: [(String, JSONValue)] = [
                ("userIdentity", ["sessionContext": ["sessionIssuer": ["arn": .string(who)]]]),
                ("eventSource", .string("\(source).amazonaws.com")), ("eventName", .string(name)),
            ]
            if let arn { members.append(("resources", [["ARN": .string(arn)]])) }
            if let error { members.append(("errorCode", .string(error))) }
            if let context {
                members.append(("requestParameters", ["encryptionContext": ["SecretARN": .string(context)]]))
            }
            return .object(JSONObject(members.map { (name: $0.0, value: $0.1) }))
        }
        var used = UsedPermissions()
        #expect(used.policy == nil)
        for record in [
            event("secretsmanager", "GetSecretValue", arn: "arn:s"),
            event("kms", "Decrypt", arn: "arn:k", context: "arn:s"),
            event("secretsmanager", "DescribeSecret", arn: "arn:s"), event("secretsmanager", "ListSecrets", arn: nil),
            event("secretsmanager", "GetSecretValue", arn: "arn:t", error: "AccessDenied"),
            event("kms", "Encrypt", arn: "arn:k", who: "arn:q"),
            event("sts", "GetCallerIdentity", arn: nil),
        ] { used.note(record, of: "arn:r") }
        #expect(
            used.policy == [
                "Version": "2012-10-17",
                "Statement": [
                    [
                        "Effect": "Allow",
                        "Action": ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
                        "Resource": ["arn:s"],
                    ],
                    ["Effect": "Allow", "Action": ["secretsmanager:ListSecrets"], "Resource": ["*"]],
                    [
                        "Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": ["arn:k"],
                        "Condition": ["StringEquals": ["kms:EncryptionContext:SecretARN": ["arn:s"]]],
                    ],
                ],
            ])
    }

    @Test("the owner's key counts as used by others for 30 days")
    func ownerKey() {
        let header =
            "user,arn,access_key_1_active,access_key_1_last_used_date,access_key_1_last_used_service,access_key_2_active"
        func report(_ date: String, active: String = "true") -> String {
            "\(header)\n<root_account>,arn,\(active),\(date),kms,false"
        }
        let now = Timestamp(iso8601: "2026-11-26T00:00:00Z") ?? Timestamp(milliseconds: 0)
        let found = VaultDoctor.ownerKey(report("2026-11-01T10:00:00+00:00"), at: now)
        #expect(found?.message == "a program other than coffer used the owner's access key, last for kms on 2026-11-01")
        #expect(VaultDoctor.ownerKey(report("2026-10-01T10:00:00+00:00"), at: now) == nil)
        #expect(VaultDoctor.ownerKey(report("N/A"), at: now) == nil)
        #expect(VaultDoctor.ownerKey(report("2026-11-01T10:00:00+00:00", active: "false"), at: now) == nil)
        #expect(VaultDoctor.ownerKey("", at: now) == nil)
    }

    @Test("what names everything is broad, wherever it comes from; what names a thing is not")
    func broad() {
        func principal(_ policies: [AccountPolicies.Policy]) -> AccountPolicies.Principal {
            AccountPolicies.Principal(
                name: "ann", arn: "arn:ann", id: "AIDA", path: "/", createdAt: nil, isRole: false, policies: policies)
        }
        let all = #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#
        let one = #"{"Statement":{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:k"}}"#
        let found = VaultDoctor.broadPermissions(
            of: principal([
                .init(name: "own", origin: .inline, document: all), .init(name: "fine", origin: .inline, document: one),
                .init(name: "AdministratorAccess", origin: .managed("arn:admin"), document: all),
                .init(name: "crowd", origin: .group("team", arn: nil), document: all),
            ]))
        let start =
            "coffer doctor --narrow user/ann > narrow.json && aws iam put-user-policy --user-name ann --policy-name "
        let end = " --policy-document file://narrow.json"
        #expect(
            found.map(\.mend) == [
                "\(start)own\(end)",
                "\(start)narrow\(end) && aws iam detach-user-policy --user-name ann --policy-arn arn:admin",
                "\(start)narrow\(end) && aws iam remove-user-from-group --group-name team --user-name ann",
            ])
    }
}
