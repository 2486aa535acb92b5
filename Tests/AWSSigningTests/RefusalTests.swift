// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferTesting
import Testing

@testable import AWSSigning

@Suite("Requests that are refused")
struct RefusalTests {
    static let placements: [Signer.Placement] = [.header, .query(expires: 60)]

    @Test("what the signer makes, the verifier takes", arguments: placements)
    func accepted(_ placement: Signer.Placement) throws {
        try Samples.authenticate(Samples.signed(placement: placement))
    }

    @Test("a request that was signed before can be signed again", arguments: placements)
    func signedAgain(_ placement: Signer.Placement) throws {
        let later = Samples.now + .seconds(1000)
        let once = try Samples.signed(placement: placement)
        try Samples.authenticate(Samples.signed(once, at: later, placement: placement), at: later)
    }

    @Test("a changed body, path, query, method or signed header is refused", arguments: placements)
    func changed(_ placement: Signer.Placement) throws {
        let good = try Samples.signed(placement: placement)
        let changes: [(inout AWSRequest) -> Void] = [
            { $0.body[3] ^= 1 }, { $0.body = [] }, { $0.path = "/other" }, { $0.path = "/a/b" },
            { $0.query += $0.query.isEmpty ? "a=b" : "&a=b" }, { $0.method = "PUT" },
            { $0.headers["X-Amz-Target"] = "TrentService.ScheduleKeyDeletion" },
            { $0.headers["Content-Type"] = "application/x-www-form-urlencoded" },
            { $0.headers["Host"] = "elsewhere.example" }, { $0.headers["Content-Type"] = nil },
            { $0.headers.fields.append(("x-amz-target", "TrentService.Encrypt")) },
        ]
        for change in changes {
            var bad = good
            change(&bad)
            #expect(throws: SignatureFailure.mismatch) { try Samples.authenticate(bad) }
        }
    }

    @Test("another secret, region, day or service's key is refused")
    func otherKeys() throws {
        let request = try Samples.signed()
        #expect(throws: SignatureFailure.mismatch) { try Samples.authenticate(request, secret: "wrong") }
        let presented = try PresentedSignature.parse(request, now: Samples.now)
        let scoped = try presented.scoped(service: "kms")
        for scope in [
            CredentialScope(date: "20261123", region: "us-east-1", service: "kms"),
            CredentialScope(date: "20261122", region: "eu-central-1", service: "kms"),
            CredentialScope(date: "20261123", region: "eu-central-1", service: "iam"),
        ] {
            let key = SigningKey(secret: SharedSecret(utf8: Samples.secretText), scope: scope)
            #expect(throws: SignatureFailure.mismatch) { try Verifier.verify(scoped, signingKey: key) }
        }
    }

    @Test("a scope for another service, region or day is named in full")
    func scope() throws {
        #expect(throws: SignatureFailure.wrongScope([.service(expected: "secretsmanager")])) {
            try Samples.authenticate(Samples.signed(), service: "secretsmanager")
        }
        #expect(throws: SignatureFailure.wrongScope([.region("eu-central-1")])) {
            try Samples.authenticate(Samples.signed(), region: "us-east-1")
        }
        #expect(throws: SignatureFailure.wrongScope([.region("Nowhere!")])) {
            try Samples.authenticate(Samples.signed(region: "Nowhere!"))
        }
        var request = try Samples.signed()
        request.headers["Authorization"] = request.headers["Authorization"]?
            .replacing("20261123/eu-central-1/kms/aws4_request", with: "20261122/x/kms/aws5")
        #expect(
            throws: SignatureFailure.wrongScope([
                .region("x"), .terminator("aws5"),
                .date("20261122", expected: "20261123", from: "20261123T214315Z"),
            ])
        ) { try Samples.authenticate(request) }
    }

    @Test("a signature is good from its skew before until its skew after")
    func time() throws {
        let request = try Samples.signed()
        try Samples.authenticate(request, at: Samples.now + .seconds(300))
        try Samples.authenticate(request, at: Samples.now - .seconds(300))
        let late = Samples.now + .seconds(301)
        let early = Samples.now - .seconds(301)
        #expect(
            throws: SignatureFailure.expired(
                signed: Samples.now, earliest: Samples.now + .seconds(1), now: late, allowed: .seconds(300))
        ) { try Samples.authenticate(request, at: late) }
        #expect(
            throws: SignatureFailure.notYetCurrent(
                signed: Samples.now, latest: Samples.now - .seconds(1), now: early, allowed: .seconds(300))
        ) { try Samples.authenticate(request, at: early) }
    }

    @Test("a presigned request is good for as long as it says, and no longer than a week")
    func expiry() throws {
        let request = try Samples.signed(placement: .query(expires: 60))
        try Samples.authenticate(request, at: Samples.now + .seconds(60))
        #expect(throws: SignatureFailure.self) { try Samples.authenticate(request, at: Samples.now + .seconds(61)) }
        for seconds in [0, -1, 604_801] {
            #expect(throws: SignatureFailure.malformedExpiry) {
                try Samples.authenticate(Samples.signed(placement: .query(expires: seconds)))
            }
        }
    }

    @Test("host and every x-amz header must be signed")
    func unsigned() throws {
        var added = try Samples.signed()
        added.headers.fields.append(("X-AMZ-Extra", "1"))
        #expect(throws: SignatureFailure.unsignedHeader("x-amz-extra")) { try Samples.authenticate(added) }
        for name in ["host", "x-amz-date", "x-amz-security-token", "x-amz-target"] {
            var request = try Samples.signed()
            request.headers["Authorization"] = request.headers["Authorization"]?
                .replacing(";" + name, with: "")
            #expect(throws: SignatureFailure.unsignedHeader(name)) { try Samples.authenticate(request) }
        }
    }

    @Test("a header that was signed and is gone is refused")
    func goneHeader() throws {
        var request = try Samples.signed()
        request.headers["Content-Length"] = nil
        #expect(throws: SignatureFailure.mismatch) { try Samples.authenticate(request) }
    }

    @Test("signed headers must be lower case, sorted and unique")
    func headerList() throws {
        let good = "content-length;content-type;host"
        for bad in ["content-type;content-length;host", "content-type;content-type;host", "Content-Type;host", ";host"]
        {
            var request = try Samples.signed()
            request.headers["Authorization"] = request.headers["Authorization"]?.replacing(good, with: bad)
            #expect(throws: SignatureFailure.malformedSignedHeaders) { try Samples.authenticate(request) }
        }
    }

    @Test("two signatures, or a part given twice, are refused")
    func twice() throws {
        let header = try Samples.signed()
        let query = try Samples.signed(placement: .query(expires: 60))
        var both = query
        both.headers["Authorization"] = header.headers["Authorization"]
        #expect(throws: SignatureFailure.headerAndQuery) { try Samples.authenticate(both) }
        for parameter in ["X-Amz-Credential=a", "X-Amz-Signature=b", "X-Amz-Date=c", "X-Amz-Security-Token=d"] {
            var request = query
            request.query += "&" + parameter
            let name = String(parameter.prefix { $0 != "=" })
            #expect(throws: SignatureFailure.repeated(name)) { try Samples.authenticate(request) }
        }
        for name in ["authorization", "host", "x-amz-date", "x-amz-security-token"] {
            var request = header
            request.headers.fields.append((name, "x"))
            #expect(throws: SignatureFailure.repeated(name)) { try Samples.authenticate(request) }
        }
        var request = header
        request.headers["Authorization"]? += ", Signature=00"
        #expect(throws: SignatureFailure.repeated("Signature")) { try Samples.authenticate(request) }
    }

    @Test("an unsigned payload is refused, and so is a digest that isn't the body's")
    func payload() throws {
        var request = Samples.decrypt()
        request.headers["x-amz-content-sha256"] = "UNSIGNED-PAYLOAD"
        #expect(throws: SignatureFailure.bodyMismatch) { try Samples.authenticate(Samples.signed(request)) }
        request.query = "X-Amz-Content-Sha256=UNSIGNED-PAYLOAD"
        request.headers["x-amz-content-sha256"] = nil
        #expect(throws: SignatureFailure.bodyMismatch) { try Samples.authenticate(Samples.signed(request)) }
    }

    @Test("a plus sign can't be turned into a space, and an escape can't be broken")
    func query() throws {
        var request = Samples.decrypt()
        request.query = "Name=a%2Bb&Other=%C3%A9"
        var signed = try Samples.signed(request)
        try Samples.authenticate(signed)
        signed.query = "Other=%c3%a9&Name=a%2bb"
        try Samples.authenticate(signed)
        signed.query = "Name=a+b&Other=%C3%A9"
        #expect(throws: SignatureFailure.mismatch) { try Samples.authenticate(signed) }
        signed.query = "Name=a%2"
        #expect(throws: SignatureFailure.malformedQuery) { try Samples.authenticate(signed) }
    }

    @Test("no signature, another scheme and a relative path are told apart")
    func none() throws {
        #expect(throws: SignatureFailure.missingToken) { try Samples.authenticate(Samples.decrypt()) }
        var request = Samples.decrypt()
        request.headers["Authorization"] = "Bearer hunter2"
        #expect(throws: SignatureFailure.missingToken) { try Samples.authenticate(request) }
        request = try Samples.signed()
        request.headers["Authorization"] = request.headers["Authorization"]?.replacing("SHA256", with: "SHA512")
        #expect(throws: SignatureFailure.unsupportedAlgorithm) { try Samples.authenticate(request) }
        request.path = "elsewhere"
        #expect(throws: SignatureFailure.malformedPath) { try Samples.authenticate(request) }
    }
}

@Suite("Mutated requests")
struct MutationTests {
    /// Any change to what is signed must be refused, and none may stop the process.
    @Test("20,000 mutations are refused or mean the same", arguments: [UInt64](1...4))
    func mutations(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let alphabet = Array("aZ09%&=;,/+ .~-\n\r\t\"'\\ÿ\0".utf8)
        func mutate(_ text: String) -> String {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let byte = alphabet.randomElement(using: &random) ?? 0
                let at = Int.random(in: 0...bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.insert(byte, at: at)
                case 1 where at < bytes.count: bytes[at] = byte
                case 2 where at < bytes.count: bytes.remove(at: at)
                default: if at < bytes.count { bytes.insert(contentsOf: bytes[at...].prefix(8), at: at) }
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        var samples: [AWSRequest] = []
        for placement in RefusalTests.placements {
            var request = Samples.decrypt()
            request.query = "Name=a%2Bb&Name2=%C3%A9"
            samples.append(try Samples.signed(request, placement: placement))
        }
        let key = SigningKey(
            secret: SharedSecret(utf8: Samples.secretText),
            scope: CredentialScope(date: "20261123", region: "eu-central-1", service: "kms"))
        for round in Fuzz.rounds(5000) {
            var request = samples[round % 2]
            switch Int.random(in: 0..<4, using: &random) {
            case 0: request.query = mutate(request.query)
            case 1: request.path = mutate(request.path)
            case 2: request.headers["Authorization"] = mutate(request.headers["Authorization"] ?? "")
            default:
                let index = Int.random(in: 0..<request.headers.fields.count, using: &random)
                request.headers.fields[index].value = mutate(request.headers.fields[index].value)
            }
            do throws(SignatureFailure) {
                let presented = try PresentedSignature.parse(request, now: Samples.now)
                // The id is covered by the look-up: another one has another key.
                guard presented.accessKeyID == Samples.credentials.accessKeyID else { throw .unknownCredentials }
                try Verifier.verify(presented.scoped(service: "kms"), signingKey: key)
                // Only what reads the same may pass: the very values must have arrived.
                #expect(presented.sessionToken?.split { $0.isWhitespace } == [Substring(Samples.token)])
                #expect(request.headers["X-Amz-Target"]?.split { $0.isWhitespace } == ["TrentService.Decrypt"])
            } catch {
                #expect(!error.awsError(for: .json(targetPrefix: "")).code.isEmpty)
            }
        }
    }
}
