// SPDX-License-Identifier: Apache-2.0
import AWSClient
import AWSSigning
import CofferBase
import Foundation
import Testing

@Suite("Credentials")
struct CredentialTests {
    private static func environment(_ values: [String: String]) -> @Sendable (String) -> String? { { values[$0] } }

    private static func home(_ files: [String: String]) throws -> String {
        let home = FileManager.default.temporaryDirectory.appending(path: "coffer-\(UniqueID.uuid())")
        try FileManager.default.createDirectory(at: home.appending(path: ".aws"), withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: home.appending(path: ".aws/\(name)")) }
        return home.path
    }

    private static let file = """
        # a comment
        [default]
        aws_access_key_id = AKIADEFAULT
        aws_secret_access_key=canary/with=sign+
        region = eu-central-1
        s3 =
            aws_access_key_id = NESTED

        [ work ]
        AWS_ACCESS_KEY_ID = AKIAWORK\r
        aws_secret_access_key = other\r
        aws_session_token = token==
        [half]
        aws_access_key_id = AKIAHALF
        """

    @Test("the environment wins over the files")
    func order() async throws {
        let home = try Self.home(["credentials": Self.file])
        defer { try? FileManager.default.removeItem(atPath: home) }
        let both = ChainCredentialProvider.standard(
            environment: Self.environment([
                "HOME": home, "AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "s", "AWS_SESSION_TOKEN": "t",
            ]))
        let fromEnvironment = try await both.credentials()
        #expect(fromEnvironment.accessKeyID == "AKIAENV" && fromEnvironment.sessionToken == "t")
        let files = ChainCredentialProvider.standard(environment: Self.environment(["HOME": home]))
        let fromFile = try await files.credentials()
        #expect(fromFile.accessKeyID == "AKIADEFAULT" && fromFile.sessionToken == nil)
        #expect(fromFile.secret.isEqual(to: SharedSecret(utf8: "canary/with=sign+")))
        #expect(!"\(fromFile)".contains("canary"))
    }

    @Test("a named profile is read, from the config file too")
    func profiles() async throws {
        let home = try Self.home([
            "credentials": Self.file,
            "config":
                "[profile other]\naws_access_key_id=AKIAOTHER\naws_secret_access_key=x\n[profile sso]\nsso_session=y\n",
        ])
        defer { try? FileManager.default.removeItem(atPath: home) }
        let work = try await SharedFileCredentialProvider(
            environment: Self.environment(["HOME": home, "AWS_PROFILE": "work"])
        ).credentials()
        #expect(work.accessKeyID == "AKIAWORK" && work.sessionToken == "token==")
        #expect(work.secret.isEqual(to: SharedSecret(utf8: "other")))
        let environment = Self.environment(["HOME": home])
        let other = try await SharedFileCredentialProvider(profile: "other", environment: environment).credentials()
        #expect(other.accessKeyID == "AKIAOTHER")
        for name in ["half", "sso", "absent"] {
            let provider = SharedFileCredentialProvider(profile: name, environment: environment)
            let error = await #expect(throws: CredentialError.self) { try await provider.credentials() }
            #expect(error?.isAbsent == false)
        }
    }

    @Test("a changed file is read again")
    func changes() async throws {
        let home = try Self.home(["credentials": Self.file])
        defer { try? FileManager.default.removeItem(atPath: home) }
        let provider = SharedFileCredentialProvider(environment: Self.environment(["HOME": home]))
        #expect(try await provider.credentials().accessKeyID == "AKIADEFAULT")
        try Data("[default]\naws_access_key_id=AKIANEW\naws_secret_access_key=n\n".utf8)
            .write(to: URL(fileURLWithPath: home + "/.aws/credentials"))
        #expect(try await provider.credentials().accessKeyID == "AKIANEW")
    }

    @Test("half a key in the environment stops the chain; nothing at all says what to set")
    func missing() async throws {
        let half = ChainCredentialProvider.standard(environment: Self.environment(["AWS_ACCESS_KEY_ID": "A"]))
        let halfError = await #expect(throws: CredentialError.self) { try await half.credentials() }
        #expect(halfError?.message.contains("AWS_SECRET_ACCESS_KEY") == true)
        let none = ChainCredentialProvider.standard(environment: Self.environment(["HOME": "/nonexistent"]))
        let noneError = await #expect(throws: CredentialError.self) { try await none.credentials() }
        #expect(noneError?.hint?.contains("AWS_PROFILE") == true)
    }
}
