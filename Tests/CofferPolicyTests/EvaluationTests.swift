// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import Testing

@Suite("Evaluation")
struct EvaluationTests {
    let allow = Fixture.statement()
    let deny = Fixture.statement("Deny", sid: "No")

    private func set(
        identity: [PolicyDocument] = [], boundary: PolicyDocument? = nil, session: [PolicyDocument] = [],
        resource: PolicyDocument? = nil, owner: AccountID = Fixture.account, grant: GrantCoverage = .none
    ) -> PolicySet {
        PolicySet(
            identity: identity, boundary: boundary, session: session, resource: resource, resourceAccount: owner,
            grant: grant)
    }

    private func keyPolicy(_ principal: JSONValue, _ effect: String = "Allow") throws -> PolicyDocument {
        try Fixture.keyPolicy(Fixture.statement(effect, principal: principal))
    }

    private var accountKey: PolicyDocument {
        get throws { try keyPolicy(["AWS": "arn:aws:iam::111122223333:root"]) }
    }

    // MARK: One account

    @Test("nothing allows by itself")
    func implicit() {
        #expect(Fixture.decide(set()) == .deny(.implicit(.identityBased, nearest: nil)))
        #expect(Fixture.decide(set(), .kmsKey) == .deny(.implicit(.resourceBased, nearest: nil)))
        #expect(
            Fixture.decide(action: "sts:AssumeRole", set(), .trustPolicy) == .deny(.implicit(.roleTrust, nearest: nil)))
        #expect(Fixture.decide(.service("x.amazonaws.com"), set()) == .deny(.implicit(.resourceBased, nearest: nil)))
    }

    @Test("an allow allows and says which statement; a deny anywhere wins")
    func denyWins() throws {
        let yes = try Fixture.identity(allow)
        let no = try Fixture.identity(allow, deny)
        guard case .allow(.statement(let by)) = Fixture.decide(set(identity: [yes])) else {
            Issue.record("not allowed")
            return
        }
        #expect(by.policy == .identityBased && by.policyName == "identity" && by.index == 0)
        let key = try keyPolicy(["AWS": .string(Fixture.userARN)])
        let denials: [(PolicyType, PolicySet)] = [
            (.identityBased, set(identity: [yes, no], resource: key)),
            (.permissionsBoundary, set(identity: [yes], boundary: no, resource: key)),
            (.session, set(identity: [yes], session: [yes, no], resource: key)),
            (
                .resourceBased,
                set(
                    identity: [yes],
                    resource: try Fixture.keyPolicy(
                        Fixture.statement(principal: "*"), Fixture.statement("Deny", principal: "*", sid: "No")),
                    grant: .principal)
            ),
        ]
        for (type, policies) in denials {
            for rules in [Evaluator.Rules.standard, .kmsKey] {
                guard case .deny(.explicit(let by)) = Fixture.decide(policies, rules) else {
                    Issue.record("not denied by \(type)")
                    continue
                }
                #expect(by.policy == type && by.sid == "No" && by.index == 1)
            }
        }
    }

    @Test("identity, boundary and session must all allow")
    func intersection() throws {
        let yes = try Fixture.identity(allow)
        let elsewhere = try Fixture.identity(Fixture.statement(action: "s3:*"))
        #expect(Fixture.decide(set(identity: [elsewhere, yes], boundary: yes, session: [elsewhere, yes])).isAllowed)
        #expect(
            Fixture.decide(set(identity: [yes], boundary: elsewhere))
                == .deny(.implicit(.permissionsBoundary, nearest: nil)))
        #expect(Fixture.decide(set(identity: [yes], session: [elsewhere])) == .deny(.implicit(.session, nearest: nil)))
        #expect(
            Fixture.decide(set(identity: [elsewhere], boundary: yes, session: [yes]))
                == .deny(.implicit(.identityBased, nearest: nil)))
    }

    @Test("root owns its account's resources, but a deny and organisation policies still hold")
    func root() throws {
        #expect(Fixture.decide(Fixture.root, set()) == .allow(.accountRoot))
        #expect(!Fixture.decide(Fixture.root, set(owner: Fixture.other)).isAllowed)
        #expect(!Fixture.decide(Fixture.root, set(resource: try keyPolicy("*", "Deny"))).isAllowed)
        var policies = set()
        policies.serviceControl = [try Fixture.identity(Fixture.statement(action: "s3:*"))]
        #expect(Fixture.decide(Fixture.root, policies) == .deny(.implicit(.serviceControl, nearest: nil)))
        policies.serviceControl = []
        policies.resourceControl = [try keyPolicy(["AWS": "444455556666"])]
        #expect(Fixture.decide(Fixture.root, policies) == .deny(.implicit(.resourceControl, nearest: nil)))
    }

    @Test("a resource policy that names the user or session outranks implicit denials; the role or everybody does not")
    func directNaming() throws {
        let elsewhere = try Fixture.identity(Fixture.statement(action: "s3:*"))
        func decide(_ principal: Principal, _ name: JSONValue, boundary: Bool = false, session: Bool = false) throws
            -> Bool
        {
            Fixture.decide(
                principal,
                set(
                    boundary: boundary ? elsewhere : nil, session: session ? [elsewhere] : [],
                    resource: try keyPolicy(["AWS": name]))
            ).isAllowed
        }
        let role = JSONValue.string(Fixture.roleARN)
        for (boundary, session) in [(false, false), (true, false), (false, true), (true, true)] {
            let bounded = boundary || session
            #expect(try decide(Fixture.user, .string(Fixture.userARN), boundary: boundary, session: session))
            #expect(try decide(Fixture.session, .string(Fixture.sessionARN), boundary: boundary, session: session))
            #expect(try decide(Fixture.session, role, boundary: boundary, session: session) == !bounded)
            #expect(try decide(Fixture.session, "*", boundary: boundary, session: session) == !bounded)
            #expect(
                try decide(Fixture.session, "AROAEXAMPLEEXAMPLE01", boundary: boundary, session: session) == !bounded)
            #expect(try !decide(Fixture.session, "111122223333", boundary: boundary, session: session))
        }
    }

    @Test("principals match exactly")
    func exactPrincipals() throws {
        for name in [
            Fixture.userARN + "x", "arn:aws:iam::111122223333:user/Ada", "arn:aws-cn:iam::111122223333:user/ada",
            Fixture.roleARN,
        ] {
            #expect(!Fixture.decide(set(resource: try keyPolicy(["AWS": .string(name)]))).isAllowed)
        }
    }

    // MARK: Across accounts

    @Test("across accounts both sides must allow", arguments: [Evaluator.Rules.standard, .kmsKey, .trustPolicy])
    func crossAccount(_ rules: Evaluator.Rules) throws {
        let eve = Fixture.stranger
        let action = rules == .trustPolicy ? "sts:AssumeRole" : "kms:Decrypt"
        func theirs(_ principal: JSONValue) throws -> PolicyDocument {
            rules == .trustPolicy
                ? try Fixture.trust(Fixture.statement(action: .string(action), resource: nil, principal: principal))
                : try keyPolicy(principal)
        }
        let yes = try Fixture.identity(Fixture.statement(action: .string(action)))
        let elsewhere = try Fixture.identity(Fixture.statement(action: "s3:*"))
        for name: JSONValue in ["444455556666", .string(eve.arn), "*"] {
            let policy = try theirs(["AWS": name])
            #expect(Fixture.decide(eve, action: action, set(identity: [yes], resource: policy), rules).isAllowed)
            #expect(
                Fixture.decide(eve, action: action, set(resource: policy), rules)
                    == .deny(.implicit(.identityBased, nearest: nil)))
            #expect(
                !Fixture.decide(eve, action: action, set(identity: [yes], boundary: elsewhere, resource: policy), rules)
                    .isAllowed)
        }
        #expect(
            !Fixture.decide(
                eve, action: action, set(identity: [yes], resource: try theirs(["AWS": "111122223333"])), rules
            ).isAllowed)
        #expect(!Fixture.decide(eve, action: action, set(identity: [yes]), rules).isAllowed)
        let foreignRoot = Fixture.decide(
            .root(Fixture.other), action: action, set(resource: try theirs(["AWS": "444455556666"])), rules)
        #expect(foreignRoot.isAllowed == (rules != .trustPolicy))
    }

    // MARK: KMS

    @Test("IAM allows count for a key only as far as the key policy lets the account in")
    func kmsDelegation() throws {
        let yes = try Fixture.identity(allow)
        #expect(Fixture.decide(set(identity: [yes], resource: try accountKey), .kmsKey).isAllowed)
        #expect(
            Fixture.decide(set(resource: try accountKey), .kmsKey) == .deny(.implicit(.identityBased, nearest: nil)))
        let encryptOnly = try Fixture.keyPolicy(
            Fixture.statement(action: "kms:Encrypt", principal: ["AWS": "111122223333"]))
        #expect(
            Fixture.decide(set(identity: [yes], resource: encryptOnly), .kmsKey)
                == .deny(.implicit(.resourceBased, nearest: nil)))
        #expect(
            Fixture.decide(set(identity: [yes], resource: try keyPolicy(["AWS": "444455556666"])), .kmsKey)
                == .deny(.implicit(.resourceBased, nearest: nil)))
        #expect(
            Fixture.decide(
                set(identity: [try Fixture.identity(deny)], resource: try keyPolicy(["AWS": .string(Fixture.userARN)])),
                .kmsKey
            ).isAllowed == false)
    }

    @Test("root needs the key policy too")
    func kmsRoot() throws {
        #expect(Fixture.decide(Fixture.root, set(resource: try accountKey), .kmsKey).isAllowed)
        #expect(
            !Fixture.decide(Fixture.root, set(resource: try keyPolicy(["AWS": .string(Fixture.userARN)])), .kmsKey)
                .isAllowed)
        #expect(!Fixture.decide(Fixture.root, set(), .kmsKey).isAllowed)
    }

    @Test("a grant allows like a key policy, within boundary and session, and counts for keys only")
    func grants() throws {
        let elsewhere = try Fixture.identity(Fixture.statement(action: "s3:*"))
        #expect(Fixture.decide(set(grant: .principal), .kmsKey) == .allow(.grant))
        #expect(!Fixture.decide(set(grant: .principal)).isAllowed)
        #expect(!Fixture.decide(set(identity: [try Fixture.identity(deny)], grant: .principal), .kmsKey).isAllowed)
        #expect(!Fixture.decide(set(session: [elsewhere], grant: .principal), .kmsKey).isAllowed)
        #expect(Fixture.decide(Fixture.stranger, set(grant: .principal), .kmsKey).isAllowed)
    }

    @Test("a grant to an account lets in whom its own policies let")
    func accountGrants() throws {
        let allowed = [try Fixture.identity(allow)]
        #expect(!Fixture.decide(set(grant: .account), .kmsKey).isAllowed)
        #expect(Fixture.decide(set(identity: allowed, grant: .account), .kmsKey) == .allow(.grant))
        #expect(Fixture.decide(Fixture.root, set(grant: .account), .kmsKey).isAllowed)
        #expect(!Fixture.decide(Fixture.stranger, set(grant: .account), .kmsKey).isAllowed)
        #expect(Fixture.decide(Fixture.stranger, set(identity: allowed, grant: .account), .kmsKey).isAllowed)
    }

    @Test("a key-policy statement without Resource has no effect, not even as a deny")
    func inert() throws {
        let direct: JSONValue = ["AWS": .string(Fixture.userARN)]
        let without = try Fixture.keyPolicy(Fixture.statement(resource: nil, principal: direct))
        #expect(!Fixture.decide(set(resource: without), .kmsKey).isAllowed)
        let both = try Fixture.keyPolicy(
            Fixture.statement(principal: direct), Fixture.statement("Deny", resource: nil, principal: "*"))
        #expect(Fixture.decide(set(resource: both), .kmsKey).isAllowed)
    }

    // MARK: Trust

    @Test(
        "AssumeRole needs the trust policy; naming the caller suffices, naming the account asks the caller's policies")
    func trust() throws {
        func decide(_ principal: Principal, _ names: JSONValue, identity: [PolicyDocument] = []) throws -> Decision {
            let policy = try Fixture.trust(Fixture.statement(action: "sts:AssumeRole", resource: nil, principal: names))
            return Fixture.decide(
                principal, action: "sts:AssumeRole", resource: Fixture.roleARN,
                set(identity: identity, resource: policy),
                .trustPolicy)
        }
        let may = try Fixture.identity(Fixture.statement(action: "sts:AssumeRole", resource: .string(Fixture.roleARN)))
        #expect(try decide(Fixture.user, ["AWS": .string(Fixture.userARN)]).isAllowed)
        #expect(try decide(Fixture.user, ["AWS": "111122223333"], identity: [may]).isAllowed)
        #expect(try decide(Fixture.user, ["AWS": "111122223333"]) == .deny(.implicit(.identityBased, nearest: nil)))
        #expect(
            try decide(Fixture.user, ["AWS": "444455556666"], identity: [may])
                == .deny(.implicit(.roleTrust, nearest: nil)))
        // The owner: Coffer's one deviation.
        #expect(try decide(Fixture.root, ["AWS": "arn:aws:iam::111122223333:root"]).isAllowed)
        for names: JSONValue in [["AWS": .string(Fixture.userARN)], "*", ["AWS": "444455556666"]] {
            #expect(try decide(Fixture.root, names) == .deny(.rootMayNotAssume))
        }
        #expect(try decide(.service("lambda.amazonaws.com"), ["Service": "lambda.amazonaws.com"]).isAllowed)
        #expect(try !decide(.service("lambda.amazonaws.com"), ["Service": "ec2.amazonaws.com"]).isAllowed)
        #expect(try decide(.federated(provider: "accounts.google.com"), ["Federated": "accounts.google.com"]).isAllowed)
        #expect(try !decide(.federated(provider: "accounts.google.com"), "*").isAllowed)
    }

    // MARK: NotPrincipal, NotAction, NotResource

    @Test("NotPrincipal spares whom it lists at every level, and nobody with a boundary")
    func notPrincipal() throws {
        func decide(_ principal: Principal, _ names: JSONValue, boundary: PolicyDocument? = nil) throws -> Bool {
            let statement: JSONValue = [
                "Effect": "Deny", "NotPrincipal": ["AWS": names], "Action": "*", "Resource": "*",
            ]
            let policy = try PolicyDocument.parse(Fixture.document([statement]), kind: .keyPolicy)
            return Fixture.decide(
                principal, set(identity: [try Fixture.identity(allow)], boundary: boundary, resource: policy)
            ).isAllowed
        }
        let user = JSONValue.string(Fixture.userARN)
        let role = JSONValue.string(Fixture.roleARN)
        #expect(try decide(Fixture.user, ["111122223333", user]))
        #expect(try !decide(Fixture.user, user))
        #expect(try !decide(Fixture.user, "111122223333"))
        #expect(try !decide(Fixture.user, ["111122223333", user], boundary: try Fixture.identity(allow)))
        #expect(try !decide(Fixture.session, ["111122223333", role]))
        #expect(try decide(Fixture.session, ["111122223333", role, .string(Fixture.sessionARN)]))
        #expect(try decide(Fixture.root, "111122223333"))
    }

    @Test("actions match without regard to case, resources exactly")
    func actionsAndResources() throws {
        func outcome(
            _ element: String, _ values: JSONValue, action: String = "kms:Decrypt", resource: String = Fixture.key
        ) throws -> Fixture.Outcome {
            try Fixture.outcome(action: action, resource: resource) { effect in
                var members: [(name: String, value: JSONValue)] = [("Effect", .string(effect)), (element, values)]
                members.append(element.hasSuffix("Action") ? ("Resource", "*") : ("Action", "*"))
                return .object(JSONObject(members))
            }
        }
        for action in ["KMS:DECRYPT", "kms:dec*", "kms:?ecryp?", "*", "*:*", "kms:*", "kms:*crypt"] {
            #expect(try outcome("Action", .string(action)) == .matches)
            #expect(try outcome("NotAction", .string(action)) == .differs)
        }
        for action in ["kms:Decryp", "kms:Decrypt?", "kms:Encrypt", "kmsx:*", "secretsmanager:*", "kms:E*"] {
            #expect(try outcome("Action", .string(action)) == .differs)
            #expect(try outcome("NotAction", ["s3:*", .string(action)]) == .matches)
        }
        for resource in [Fixture.key, "*", "arn:aws:kms:*", "arn:*:kms:eu-*:key/*", "arn:aws:kms:*ab"] {
            #expect(try outcome("Resource", .string(resource)) == .matches)
            #expect(try outcome("NotResource", .string(resource)) == .differs)
        }
        for resource in [
            Fixture.key.uppercased().replacing("ARN:AWS:KMS", with: "arn:aws:kms"), "arn:aws:kms:*:key/1234",
            "arn:aws:s3:::*",
        ] {
            #expect(try outcome("Resource", .string(resource)) == .differs)
            #expect(try outcome("NotResource", ["arn:aws:s3:::x", .string(resource)]) == .matches)
        }
        #expect(try outcome("Resource", "arn:aws:kms:*", resource: "*") == .differs)
        #expect(try outcome("Resource", "*", resource: "*") == .matches)
    }

    @Test("a document in the wrong place still denies but allows nothing")
    func wrongPlace() throws {
        let identity = try Fixture.identity(allow)
        #expect(!Fixture.decide(set(resource: identity), .kmsKey).isAllowed)
        #expect(!Fixture.decide(set(identity: [try keyPolicy("*")])).isAllowed)
        #expect(!Fixture.decide(set(identity: [identity], resource: try Fixture.identity(deny))).isAllowed)
    }

    // MARK: Reasons

    @Test("denials are worded as AWS words them")
    func messages() throws {
        func message(
            _ decision: Decision, action: String = "kms:Decrypt", resource: String = Fixture.key, naming: Bool = false
        ) -> String? {
            decision.accessDeniedMessage(
                principalARN: Fixture.userARN, action: action, resource: resource, namingPolicy: naming)
        }
        let start = "User: \(Fixture.userARN) is not authorized to perform: kms:Decrypt on resource: \(Fixture.key)"
        let yes = try Fixture.identity(allow)
        let no = try Fixture.identity(allow, deny)
        #expect(
            message(Fixture.decide(set())) == "\(start) because no identity-based policy allows the kms:Decrypt action")
        #expect(
            message(Fixture.decide(set(), .kmsKey))
                == "\(start) because no resource-based policy allows the kms:Decrypt action")
        #expect(
            message(
                Fixture.decide(set(identity: [yes], session: [try Fixture.identity(Fixture.statement(action: "s3:*"))]))
            ) == "\(start) because no session policy allows the kms:Decrypt action")
        #expect(
            message(Fixture.decide(set(identity: [no]))) == "\(start) with an explicit deny in an identity-based policy"
        )
        #expect(
            message(Fixture.decide(set(identity: [yes], boundary: no)))
                == "\(start) with an explicit deny in a permissions boundary")
        let named = no.named("arn:aws:iam::111122223333:policy/no")
        #expect(
            message(Fixture.decide(set(identity: [named])), naming: true)
                == "\(start) with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/no")
        #expect(
            message(Fixture.decide(set(identity: [named])))
                == "\(start) with an explicit deny in an identity-based policy")
        #expect(
            message(
                Fixture.decide(action: "sts:AssumeRole", set(), .trustPolicy), action: "sts:AssumeRole",
                resource: Fixture.roleARN)
                == "User: \(Fixture.userARN) is not authorized to perform: sts:AssumeRole on resource: \(Fixture.roleARN) "
                + "because no role trust policy allows the sts:AssumeRole action"
        )
        #expect(message(Fixture.decide(set(identity: [yes]))) == nil)
    }

    @Test("a denial names the condition that was not met")
    func nearMiss() throws {
        let policy = try Fixture.identity(
            Fixture.statement(action: "s3:*"),
            Fixture.statement(condition: ["StringEquals": ["kms:EncryptionContext:app": "bot"]], sid: "OnlyBot"))
        let decision = Fixture.decide(context: ["kms:EncryptionContext:app": ["web"]], set(identity: [policy]))
        guard case .deny(.implicit(.identityBased, let near?)) = decision else {
            Issue.record("\(decision)")
            return
        }
        #expect(near.statement.sid == "OnlyBot" && near.statement.index == 1)
        #expect(near.operator == "StringEquals" && near.key == "kms:EncryptionContext:app")
        #expect(near.wanted == ["bot"] && near.found == ["web"])
    }

    @Test("a principal brings its condition keys")
    func principalKeys() {
        var context = ConditionContext()
        Fixture.session.addConditionKeys(to: &context)
        #expect(context["aws:PrincipalArn"] == [Fixture.roleARN])
        #expect(context["aws:userid"] == ["AROAEXAMPLEEXAMPLE01:run-1"])
        #expect(context["aws:PrincipalType"] == ["AssumedRole"])
        #expect(context["aws:username"] == [])
        var user = ConditionContext()
        Fixture.user.addConditionKeys(to: &user)
        #expect(user["aws:username"] == ["ada"] && user["aws:PrincipalAccount"] == ["111122223333"])
    }
}
