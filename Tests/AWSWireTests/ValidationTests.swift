// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import AWSWire

/// The messages are those recorded from AWS, but for the order of enum values, which AWS does not keep.
@Suite("validation")
struct ValidationTests {
    private func message(_ object: WireObject, _ shape: Shape) -> String? {
        do throws(AWSError) {
            try Validation.check(object, shape: shape)
            return nil
        } catch {
            #expect(error.code == "ValidationException" && error.status == 400)
            return error.message
        }
    }

    @Test("numbers out of range")
    func ranges() {
        func check(_ count: Int64) -> String? {
            message([(name: "NumberOfBytes", value: .integer(count))], KMS.GenerateRandomInput.shape)
        }
        let prefix = "1 validation error detected: Value '"
        #expect(
            check(0) == prefix
                + "0' at 'numberOfBytes' failed to satisfy constraint: Member must have value greater than or equal to 1"
        )
        #expect(
            check(1025) == prefix
                + "1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024"
        )
        #expect(check(1024) == nil)
    }

    @Test("all that is wrong is told at once, a missing member as null")
    func several() {
        let found = message(
            [(name: "KeyId", value: .string("k")), (name: "MacAlgorithm", value: .string("INVALID"))],
            KMS.GenerateMacInput.shape)
        #expect(
            found
                == "2 validation errors detected: Value null at 'message' failed to satisfy constraint: Member must not be null; "
                + "Value 'INVALID' at 'macAlgorithm' failed to satisfy constraint: Member must satisfy enum value set: "
                + "[HMAC_SHA_384, HMAC_SHA_256, HMAC_SHA_224, HMAC_SHA_512]")
    }

    @Test("a sensitive value is never shown, nor a list that holds one")
    func sensitive() {
        let secret = WireValue.secret(SharedSecret(copying: Array(repeating: 0x41, count: 4097)))
        let found = message(
            [(name: "KeyId", value: .string("k")), (name: "Plaintext", value: secret)], KMS.EncryptInput.shape)
        #expect(
            found == "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: "
                + "Member must have length less than or equal to 4096")
        let element = Shape("E", .string(length: 1...2, pattern: nil, values: []), isSensitive: true)
        let list = Shape("L", .list(member: ShapeReference(element), length: nil, memberName: nil, isFlattened: false))
        let shape = Shape("S", .structure(members: [ShapeMember("Keys", ShapeReference(list))]))
        let value = WireValue.list([.secret(SharedSecret(utf8: "hunter2"))])
        #expect(
            message([(name: "Keys", value: value)], shape)
                == "1 validation error detected: Value at 'keys' failed to satisfy constraint: Member must satisfy constraint: "
                + "[Member must have length less than or equal to 2, Member must have length greater than or equal to 1]"
        )
    }

    @Test("a member inside a list has its place")
    func places() {
        let long = String(repeating: "a", count: 129)
        let tag = WireValue.structure([(name: "TagKey", value: .string(long)), (name: "TagValue", value: .string("v"))])
        let found = message(
            [(name: "KeyId", value: .string("k")), (name: "Tags", value: .list([tag]))], KMS.TagResourceInput.shape)
        #expect(
            found
                == "1 validation error detected: Value '\(long)' at 'tags.1.member.tagKey' failed to satisfy constraint: "
                + "Member must have length less than or equal to 128")
    }

    @Test("lists show their values, and constraints of their elements together")
    func lists() {
        let operations = message(
            [(name: "KeyId", value: .string("k")), (name: "GrantTokens", value: .list([.string("t"), .string("")]))],
            KMS.DescribeKeyInput.shape)
        #expect(
            operations == "1 validation error detected: Value '[t, ]' at 'grantTokens' failed to satisfy constraint: "
                + "Member must satisfy constraint: [Member must have length less than or equal to 8192, "
                + "Member must have length greater than or equal to 1]")
        let many = WireValue.list(Array(repeating: .string("t"), count: 11))
        #expect(
            message(
                [(name: "KeyId", value: .string("k")), (name: "GrantTokens", value: many)], KMS.DescribeKeyInput.shape)
                == "1 validation error detected: Value '[t, t, t, t, t, t, t, t, t, t, t]' at 'grantTokens' failed to satisfy "
                + "constraint: Member must have length less than or equal to 10")
    }

    @Test("a service that speaks Query has another code")
    func query() {
        let error = #expect(throws: AWSError.self) {
            try Validation.check(
                [
                    (name: "RoleArn", value: .string(String(repeating: "r", count: 20))),
                    (name: "RoleSessionName", value: .string("Session1:2")),
                ],
                shape: STS.AssumeRoleInput.shape, wire: STS.service.wire)
        }
        #expect(
            error
                == AWSError(
                    "ValidationError",
                    "1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint: "
                        + #"Member must satisfy regular expression pattern: [\w+=,.@-]*"#))
    }

    @Test("IAM's messages quote neither the value nor an enumeration")
    func iam() {
        let error = #expect(throws: AWSError.self) {
            try Validation.check(
                [(name: "AccessKeyId", value: .string("a b")), (name: "Status", value: .string("Gone"))],
                shape: IAM.UpdateAccessKeyInput.shape, wire: IAM.service.wire)
        }
        #expect(
            error?.message
                == "3 validation errors detected: Value at 'accessKeyId' failed to satisfy constraint: "
                + #"Member must satisfy regular expression pattern: [\w]+; Value at 'accessKeyId' failed to satisfy "#
                + "constraint: Member must have length greater than or equal to 16; Value at 'status' failed to satisfy "
                + "constraint: Member must satisfy enum value set")
    }

    @Test("lengths count code points, not bytes")
    func lengths() {
        func check(_ text: String) -> String? {
            message(
                [(name: "KeyId", value: .string("k")), (name: "PolicyName", value: .string(text))],
                KMS.GetKeyPolicyInput.shape)
        }
        #expect(check(String(repeating: "w", count: 128)) == nil)
        #expect(check(String(repeating: "w", count: 129)) != nil)
        let emoji = Shape("E", .string(length: 2...3, pattern: nil, values: []))
        let shape = Shape("S", .structure(members: [ShapeMember("E", ShapeReference(emoji))]))
        #expect(message([(name: "E", value: .string("🔑🔑🔑"))], shape) == nil)
        #expect(message([(name: "E", value: .string("🔑"))], shape) != nil)
        #expect(message([(name: "E", value: .string("🔑🔑🔑🔑"))], shape) != nil)
    }

    @Test("an error stays short where the request is long")
    func bounded() {
        let huge = String(repeating: "é", count: 1_000_000)
        let found = message([(name: "KeyId", value: .string(huge))], KMS.DescribeKeyInput.shape)
        #expect((found?.utf8.count ?? 0) < 20_000)
    }
}

@Suite("patterns")
struct ValuePatternTests {
    private func patterns(_ shape: Shape, into found: inout Set<String>, depth: Int = 0) {
        guard depth < 8 else { return }
        switch shape.kind {
        case .string(_, let pattern, _): if let pattern { found.insert(pattern) }
        case .list(let member, _, _, _): patterns(member.shape, into: &found, depth: depth + 1)
        case .map(let key, let value, _):
            patterns(key.shape, into: &found, depth: depth + 1)
            patterns(value.shape, into: &found, depth: depth + 1)
        case .structure(let members): for member in members { patterns(member.shape, into: &found, depth: depth + 1) }
        default: break
        }
    }

    @Test("every pattern of the models can be matched")
    func compile() {
        func shape<Operation: AWSOperation>(_ operation: Operation.Type) -> Shape { Operation.Input.shape }
        var found: Set<String> = []
        for operation in everyOperation { patterns(shape(operation), into: &found) }
        #expect(found.count > 30)
        for pattern in found { #expect(ValuePattern(pattern) != nil, "\(pattern)") }
    }

    @Test(
        "patterns match whole texts as Java does",
        arguments: [
            (#"[\w+=,.@-]*"#, ["", "a_Z9+=,.@-"], ["é", "a b", "a:b"]),
            (#"^[a-zA-Z0-9-_.]+$"#, ["a-b_c."], ["", "a b", "a\n"]),
            (
                #"cluster-[2-7a-zA-Z]{11,16}"#, ["cluster-abcdefghijk"],
                ["cluster-abc", "cluster-abcdefghijklmnopq", "xcluster-abcdefghijk"]
            ),
            (#"^([a-z]+-){2,3}\d+$"#, ["eu-west-1", "us-gov-west-1"], ["eu-1", "eu-west-", "a-b-c-d-1"]),
            (
                #"^(/[a-zA-Z0-9\/_-]+/kms/xks/v\d{1,2})$|^(/kms/xks/v\d{1,2})$"#, ["/kms/xks/v1", "/a/b/kms/xks/v12"],
                ["/kms/xks/v123", "kms/xks/v1"]
            ),
            (#"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)"#, ["/", "/a/b/"], ["", "/a", "//a b/"]),
            (#"((/[A-Za-z0-9\.,\+@=_-]+)*)/"#, ["/", "/a/b/"], ["a/", "//"]),
            (#"[\p{L}\p{Z}\p{N}_.:/=+\-@]*"#, ["Zürich 東京 ٣", "a b"], ["a#b", "🔑"]),
            (
                #"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+"#, ["a\tb", "🔑"],
                ["\u{1}", ""]
            ),
            (
                #"^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+$"#,
                ["arn:aws:kms:eu-west-1:111122223333:key/x"], ["arn:aws:kms::1:x", "arn:aws:kms::111122223333:"]
            ),
            (#"a|bc?|[^x\W]{2}"#, ["a", "b", "bc", "q_"], ["x", "xa", "q-", "abc"]),
        ])
    func matching(_ pattern: String, _ good: [String], _ bad: [String]) throws {
        let compiled = try #require(ValuePattern(pattern))
        for text in good { #expect(compiled.matches(text), "\(pattern) on \(text)") }
        for text in bad { #expect(!compiled.matches(text), "\(pattern) on \(text)") }
    }

    @Test("a text made to make a backtracking matcher hang does not", .timeLimit(.minutes(1)))
    func catastrophic() throws {
        let compiled = try #require(ValuePattern("((a*)*b?)*(a|a)*c"))
        #expect(!compiled.matches(String(repeating: "a", count: 20_000)))
    }

    @Test(
        "what the matcher lacks is not guessed at",
        arguments: ["(?=a)", #"(a)\1"#, "a*?", "[a&&b]", "[a", "(a", "a{2,1}", "*a"])
    func unsupported(_ pattern: String) { #expect(ValuePattern(pattern) == nil) }
}
