// SPDX-License-Identifier: Apache-2.0
public import AWSSigning
internal import CofferBase

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The process's environment variables.
public enum Environment {
    @Sendable public static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`.
public struct EnvironmentCredentialProvider: CredentialProvider {
    private let environment: @Sendable (String) -> String?

    public init(environment: @escaping @Sendable (String) -> String? = Environment.value) {
        self.environment = environment
    }

    public func credentials() async throws -> Credentials {
        func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        switch (value("AWS_ACCESS_KEY_ID"), value("AWS_SECRET_ACCESS_KEY")) {
        case (let id?, let secret?):
            return Credentials(
                accessKeyID: id, secret: SharedSecret(utf8: secret), sessionToken: value("AWS_SESSION_TOKEN"))
        case (nil, nil): throw CredentialError("the environment has no AWS credentials", isAbsent: true)
        case (_?, nil): throw Self.half("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
        case (nil, _?): throw Self.half("AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID")
        }
    }

    private static func half(_ set: String, _ unset: String) -> CredentialError {
        CredentialError("\(set) is set and \(unset) is not", hint: "set both, or unset both", isAbsent: false)
    }
}
