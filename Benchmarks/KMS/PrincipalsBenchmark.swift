// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import AWSSigning
internal import AWSWire
internal import CofferBase
internal import CofferEngine
internal import CofferLocal

/// What a call costs in a vault with that many principals: users with a policy each, 5,000 to an account as on AWS.
enum PrincipalsBenchmark {
    private static let calls = 20_000
    private static let usersPerAccount = 5000

    static func run(count: Int) async throws {
        guard let first = AccountID("111122223333"), let region = Region("us-east-1") else { return }
        let local = try await VaultCreator.ephemeral(
            VaultPlan(account: first, region: region), control: ProcessControl(version: "0"))
        let transport = Direct(engine: local.engine)
        func client(_ credentials: Credentials) -> AWSClient {
            AWSClient(transport: transport, credentials: StaticCredentialProvider(credentials), region: region)
        }
        let owner = client(try local.ownerCredentials())
        var users: [Credentials] = []
        users.reserveCapacity(count)
        for number in 0..<(count + usersPerAccount - 1) / usersPerAccount {
            let made = try await owner.call(Coffer.CreateAccount.self, .init(name: "team-\(number)")).account
            let admin = client(try local.ownerCredentials(of: AccountID(made.accountId)))
            let mine = min(usersPerAccount, count - users.count)
            users += try await withThrowingTaskGroup(of: [Credentials].self) { group in
                for task in 0..<8 {
                    group.addTask {
                        var made: [Credentials] = []
                        for index in stride(from: task, to: mine, by: 8) { made.append(try await user("user-\(index)", admin)) }
                        return made
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
        }
        show("principals", Double(users.count), digits: 0)
        for (name, users) in [("same_ten", Array(users.prefix(10))), ("all", users)] {
            var rates: [Double] = []
            for round in 0..<3 {
                let requests = try (round * calls..<(round + 1) * calls).map { index in
                    try RequestSigner(users[(index &* 7919) % users.count], region).request("ListKeys", KMS.ListKeysInput(limit: 1))
                }
                rates.append(try await KeysBenchmark.rate(requests, local))
            }
            show("calls_per_second_over_\(name)", median(rates), digits: 0)
        }
        try local.close()
    }

    private static let policy = #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:ListKeys","Resource":"*"}}"#

    private static func user(_ name: String, _ admin: AWSClient) async throws -> Credentials {
        _ = try await admin.call(IAM.CreateUser.self, .init(userName: name))
        _ = try await admin.call(
            IAM.PutUserPolicy.self, .init(userName: name, policyName: "own", policyDocument: policy))
        let key = try await admin.call(IAM.CreateAccessKey.self, .init(userName: name)).accessKey
        return Credentials(accessKeyID: key.accessKeyId, secret: key.secretAccessKey)
    }

    private struct Direct: AWSTransport {
        let engine: Engine
        func send(_ request: AWSRequest) async throws -> AWSResponse { await engine.respond(to: request) }
    }
}
