// SPDX-License-Identifier: Apache-2.0
public import AWSSigning

/// Asks several in turn: the first that has credentials, or has wrong ones, decides.
public struct ChainCredentialProvider: CredentialProvider {
    private let providers: [any CredentialProvider]

    public init(_ providers: [any CredentialProvider]) { self.providers = providers }

    /// The environment, then the shared files: the order of AWS's own tools.
    public static func standard(
        environment: @escaping @Sendable (String) -> String? = Environment.value
    ) -> ChainCredentialProvider {
        ChainCredentialProvider([
            EnvironmentCredentialProvider(environment: environment),
            SharedFileCredentialProvider(environment: environment),
        ])
    }

    public func credentials() async throws -> Credentials {
        for provider in providers {
            do { return try await provider.credentials() } catch let error as CredentialError where error.isAbsent {
                continue
            }
        }
        throw CredentialError(
            "no AWS credentials found",
            hint: "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE to a profile of ~/.aws/credentials",
            isAbsent: true)
    }
}
