// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import Testing

extension EngineFixture {
    /// A user who may do nothing yet, and calls as they would.
    func user(_ name: String, boundary: String? = nil) async throws -> AWSClient {
        _ = try await client.call(IAM.CreateUser.self, .init(userName: name, permissionsBoundary: boundary))
        let made = try await client.call(IAM.CreateAccessKey.self, .init(userName: name)).accessKey
        return client.with(
            credentials: StaticCredentialProvider(.init(accessKeyID: made.accessKeyId, secret: made.secretAccessKey)))
    }

    /// A managed policy of one statement; its ARN.
    func policy(_ name: String, _ statement: String, path: String = "/") async throws -> String {
        let made = try await client.call(
            IAM.CreatePolicy.self, .init(policyName: name, policyDocument: document(statement), path: path))
        return try #require(made.policy?.arn)
    }
}

func document(_ statement: String) -> String { #"{"Version":"2012-10-17","Statement":[\#(statement)]}"# }

func allow(_ action: String) -> String { #"{"Effect":"Allow","Action":"\#(action)","Resource":"*"}"# }

let trustAll = document(#"{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}"#)

/// The error that a call is refused with.
func refusal<T>(_ call: () async throws -> T) async -> AWSError? {
    do {
        _ = try await call()
        return nil
    } catch {
        return error as? AWSError
    }
}

func mayListUsers(_ client: AWSClient) async -> Bool {
    await refusal { try await client.call(IAM.ListUsers.self, .init()) } == nil
}
