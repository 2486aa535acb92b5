// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import AWSSigning
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct CredentialsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credentials", abstract: "Print what an AWS client needs to use the vault.",
        usage: "coffer credentials [--format FORMAT]",
        discussion: "eval \"$(coffer credentials --format env)\" sets up the aws CLI, boto3 and every SDK.")

    enum Form: String, ExpressibleByArgument, CaseIterable { case env, json, process }

    @Option(name: .long, help: "env, json, or process (for credential_process).")
    var format: Form = .env

    @Option(name: .long, help: "Credentials of an app's session instead of the owner's key.", completion: .apps)
    var app: String?

    @Option(name: .long, help: "A session of that many seconds.")
    var duration: Int?

    @Flag(name: .long, help: "Replace the owner's access key; the old one ends at once.")
    var rotate = false

    @Option(name: .customLong("url"), help: "The server's address, as clients reach it. Default: where it listens.")
    var url: String?

    @OptionGroup var connection: Connection

    func run() async throws {
        if rotate, !(try Terminal.confirm("Replace the owner's access key? Clients that use the old one stop working.", yes: connection.yes.isGiven)) {
            throw Failure(.refusedInput, "nothing was changed")
        }
        let found = try await connection.with("credentials") { session in
            (try await credentials(session), session.region.description, try await endpoint(session))
        }
        found.0.secretAccessKey.withText { secret in show(found.0, secret: secret, region: found.1, endpoint: found.2) }
    }

    private struct Found {
        let accessKeyID: String
        let secretAccessKey: SharedSecret
        var token: String?
        var expiration: Timestamp?
    }

    private func credentials(_ session: VaultSession) async throws -> Found {
        let client = session.client
        if rotate {
            let key = try await client.call(Coffer.RotateOwnerKey.self, Coffer.RotateOwnerKeyInput())
            return Found(accessKeyID: key.accessKeyId, secretAccessKey: key.secretAccessKey)
        }
        if let app {
            guard let role = AppRole(name: app) else { throw Failure(.usage, "'\(app)' can't be an app's name") }
            let account = try await session.account()
            let got: STS.Credentials
            do {
                got = try await role.assume(
                    account: account, seconds: duration ?? 3600, session: "coffer-credentials", client)
            } catch let error as AWSError where error.isRefusal {
                throw Failure(.notFound, "there is no app \(app) that you may act as", hint: "coffer allow \(app) SECRET makes it")
            }
            return Found(
                accessKeyID: got.accessKeyId, secretAccessKey: got.secretAccessKey, token: got.sessionToken,
                expiration: got.expiration)
        }
        if let duration {
            // A session can't ask for another one, and a server's client has one: the owner's own key can.
            let key = try await client.call(Coffer.GetOwnerKey.self, Coffer.GetOwnerKeyInput())
            let owner = session.client(as: Credentials(accessKeyID: key.accessKeyId, secret: key.secretAccessKey))
            let reply = try await owner.call(
                STS.GetSessionToken.self, STS.GetSessionTokenInput(durationSeconds: duration))
            guard let got = reply.credentials else { throw AWSError.internalFailure }
            return Found(
                accessKeyID: got.accessKeyId, secretAccessKey: got.secretAccessKey, token: got.sessionToken,
                expiration: got.expiration)
        }
        let key = try await client.call(Coffer.GetOwnerKey.self, Coffer.GetOwnerKeyInput())
        return Found(accessKeyID: key.accessKeyId, secretAccessKey: key.secretAccessKey)
    }

    /// Where clients reach the vault: as told, else where the running server listens, else where one would.
    private func endpoint(_ session: VaultSession) async throws -> String {
        if let url { return url }
        switch session.place {
        case .endpoint(let given): return given
        case .server:
            let status = try await session.client.call(Coffer.GetStatus.self, Coffer.GetStatusInput())
            return status.endpoint ?? Self.usualURL
        case .inProcess:
            if Terminal.isError { Output.message("coffer: no server runs: start coffer serve before a client uses these") }
            return Self.usualURL
        }
    }

    private static let usualURL = "http://\(Serve.usualAddress)"

    /// A line for the shell, which takes the value as it is, whatever a server put into it.
    private func export(_ name: String, _ value: String) {
        Output.line("export \(name)=\(ShellWord.inQuotes(value))")
    }

    private func show(_ found: Found, secret: String, region: String, endpoint: String) {
        switch format {
        case .env:
            export("AWS_ACCESS_KEY_ID", found.accessKeyID)
            export("AWS_SECRET_ACCESS_KEY", secret)
            if let token = found.token {
                export("AWS_SESSION_TOKEN", token)
            } else {
                Output.line("unset AWS_SESSION_TOKEN")
            }
            // `coffer run` keeps these from its program.
            export(ChildEnvironment.credentialMark, found.accessKeyID)
            export("AWS_REGION", region)
            export("AWS_DEFAULT_REGION", region)
            export("AWS_ENDPOINT_URL", endpoint)
        case .json, .process:
            var json = JSONObject([
                ("Version", 1), ("AccessKeyId", .string(found.accessKeyID)), ("SecretAccessKey", .string(secret)),
            ])
            if let token = found.token { json["SessionToken"] = .string(token) }
            if let expiration = found.expiration { json["Expiration"] = .string(expiration.iso8601) }
            if format == .json {
                json["Region"] = .string(region)
                json["EndpointUrl"] = .string(endpoint)
            }
            Output.json(.object(json))
        }
    }
}
