// SPDX-License-Identifier: Apache-2.0
public import AWSSigning

/// Always the same credentials.
public struct StaticCredentialProvider: CredentialProvider {
    private let value: Credentials

    public init(_ credentials: Credentials) { value = credentials }

    public func credentials() async throws -> Credentials { value }
}
