// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
public import AWSClient
public import CofferBase

/// Opens references as an app. Each secret is fetched once, however many variables name it.
public struct ReferenceResolver: Sendable {
    private let app: AppRole
    private let client: AWSClient
    private let stage: String?

    /// - Parameter client: signs as the app's role.
    /// - Parameter stage: which version of a secret: `AWSPREVIOUS` is the one before the last rotation. By default the current.
    public init(app: AppRole, client: AWSClient, stage: String? = nil) {
        self.app = app
        self.client = client
        self.stage = stage
    }

    /// The values of those references.
    public func values(of references: Set<Reference>) async throws -> [Reference: SharedSecret] {
        var values: [Reference: SharedSecret] = [:]
        // In order of their texts, so that the log and the first refusal are the same each time.
        for reference in references.sorted(by: { $0.description < $1.description }) {
            switch reference {
            case .vault(let name): values[reference] = try await secret(name)
            case .blob(let bytes): values[reference] = try await blob(bytes)
            }
        }
        return values
    }

    private func secret(_ name: String) async throws -> SharedSecret {
        do {
            let reply = try await client.call(
                SecretsManager.GetSecretValue.self, SecretsManager.GetSecretValueInput(secretId: name, versionStage: stage))
            guard let value = reply.secretString ?? reply.secretBinary else { throw AWSError.internalFailure }
            return value
        } catch let error as AWSError where error.isRefusal {
            throw NotAllowed(app: app.name, what: name, grant: "coffer allow \(app.name) \(name)")
        }
    }

    /// A blob made for this app, or for nobody in particular.
    private func blob(_ bytes: [UInt8]) async throws -> SharedSecret {
        do {
            return try await decrypt(bytes, context: [AppRole.blobContext: app.name])
        } catch let error as AWSError where error.code == "InvalidCiphertextException" {
            do { return try await decrypt(bytes, context: nil) } catch let error as AWSError where error.isRefusal {
                throw blobRefusal
            }
        } catch let error as AWSError where error.isRefusal {
            throw blobRefusal
        }
    }

    private var blobRefusal: NotAllowed {
        NotAllowed(app: app.name, what: "a blob", grant: "coffer allow \(app.name) --blobs")
    }

    private func decrypt(_ bytes: [UInt8], context: [String: String]?) async throws -> SharedSecret {
        let reply = try await client.call(
            KMS.Decrypt.self, KMS.DecryptInput(ciphertextBlob: bytes, encryptionContext: context))
        guard let value = reply.plaintext else { throw AWSError.internalFailure }
        return value
    }
}

/// An app asked for what nobody allowed it.
public struct NotAllowed: Error, Sendable, CustomStringConvertible {
    public let app: String
    public let what: String
    /// The command that would allow it.
    public let grant: String

    public init(app: String, what: String, grant: String) {
        self.app = app
        self.what = what
        self.grant = grant
    }

    public var description: String { "the app \(app) may not read \(what)" }
}

extension AWSError {
    /// Whether the endpoint speaks AWS's services and not Coffer's own.
    public var isUnknownService: Bool { code == "UnknownOperationException" || code == "InvalidAction" }

    /// Whether the caller lacks the permission.
    public var isRefusal: Bool { code == "AccessDeniedException" || code == "AccessDenied" }
}
