// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Trust: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let CI jobs or Kubernetes pods act as an app, without a stored key.",
        usage: "coffer trust APP (--github OWNER/REPOSITORY [--branch NAME] | --issuer URL --subject PATTERN)",
        discussion: """
            The job shows the token that its platform signed for it, and gets the app's credentials for an hour. What the \
            app may read is said with coffer allow.

            Examples:
              coffer trust deploy --github acme/site --branch main
              coffer trust worker --issuer https://k8s.example.com \\
                  --subject system:serviceaccount:prod:worker --keys jwks.json
            """)

    @Argument(help: "The app.", completion: .apps)
    var app: String

    @Option(name: .long, help: "GitHub Actions of a repository.")
    var github: String?

    @Option(name: .long, help: "Of that branch alone.")
    var branch: String?

    @Option(name: .long, help: "Another OpenID Connect provider's URL, as its tokens' iss has it.")
    var issuer: String?

    @Option(name: .long, help: "Whom of it: the tokens' sub, with * and ? as wildcards.")
    var subject: String?

    @Option(name: .long, help: "Whom the tokens are made for: their aud.")
    var audience: String = "sts.amazonaws.com"

    @Option(
        name: .long, help: "The provider's keys, a JWK Set, where they can't be fetched from its URL.",
        completion: .file(extensions: ["json"]))
    var keys: String?

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        let role = try AppRole(named: app)
        let trust = try self.trust()
        let keySet: String?
        do {
            keySet = try keys.map { String(decoding: try SmallFile.read($0, limit: 262_144), as: UTF8.self) }
        } catch let error as VaultError {
            throw Failure(.refusedInput, error.message, hint: "--keys FILE: the provider's JWK Set")
        }
        let (isNew, arn) = try await connection.with("trust") { session in
            let account = try await session.account()
            do {
                let isNew = try await trust.add(to: role, account: account, keys: keySet, session.client)
                return (isNew, role.arn(account: account, region: session.region))
            } catch let error as AWSError where error.code == "NoSuchEntity" {
                throw Failure(.notFound, "there is no app \(app)", hint: "coffer allow \(app) SECRET makes it")
            }
        }
        if format.isJSON {
            return Output.json([
                "app": .string(app), "role": .string(arn), "issuer": .string(trust.issuer),
                "subject": .string(trust.subject), "audience": .string(trust.audience),
            ])
        }
        Output.line(isNew ? "\(trust.subject) of \(trust.issuer) may act as \(app)." : "\(app) trusts them already.")
        Output.line("Take it back with: aws iam update-assume-role-policy --role-name \(app) …; aws iam get-role shows all it trusts")
        Output.line("In the job: AWS_ROLE_ARN=\(arn)")
        Output.line("            AWS_WEB_IDENTITY_TOKEN_FILE=FILE with the token for the audience \(trust.audience)")
        Output.line("            AWS_ENDPOINT_URL=URL of this vault's server (coffer serve)")
    }

    private func trust() throws -> AppTrust {
        if let github {
            guard issuer == nil, subject == nil else {
                throw Failure(.usage, "--github says issuer and subject already", hint: "leave --issuer and --subject out")
            }
            guard let trust = AppTrust.gitHub(github, branch: branch) else {
                throw Failure(
                    .usage, "'\(github)\(branch.map { " \($0)" } ?? "")' is no repository, or no branch of one",
                    hint: "--github OWNER/REPOSITORY --branch NAME, without * or ?")
            }
            return trust
        }
        guard let issuer, let subject, branch == nil else {
            throw Failure(.usage, "whom to trust?", hint: "--github OWNER/REPOSITORY, or --issuer URL --subject PATTERN")
        }
        guard let trust = AppTrust(issuer: issuer, audience: audience, subject: subject) else {
            throw Failure(.usage, "'\(issuer)' is no https URL", hint: "--issuer https://HOST, as the tokens' iss has it")
        }
        guard subject.contains(where: { !"*?".contains($0) }) else {
            throw Failure(.usage, "that trusts everybody whom \(issuer) knows", hint: "say more of --subject")
        }
        return trust
    }
}
