// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferLocal
internal import CofferServer
internal import CofferVault

/// The exit codes. They are documented and stay.
enum ExitStatus: Int32 {
    case done = 0
    /// Something was found, or a check failed.
    case findings = 1
    case usage = 2
    case notAllowed = 3
    case notFound = 4
    /// There is no vault, or it is sealed.
    case noVault = 5
    /// The name is taken, or somebody else is at it.
    case conflict = 6
    case refusedInput = 7
    case internalError = 70

    /// What to try where nothing better is known.
    var usualHint: String {
        switch self {
        case .notAllowed: "coffer log shows what was refused, coffer allow grants it"
        case .notFound: "coffer list shows what there is"
        case .noVault, .conflict: "coffer status shows how the vault stands"
        case .internalError: "coffer doctor checks the vault"
        case .done, .findings, .usage, .refusedInput: "coffer COMMAND --help shows what it takes"
        }
    }
}

/// Why a command failed: what stands behind `coffer: error:` and `hint:`. Never holds a secret.
struct Failure: Error {
    let status: ExitStatus
    let message: String
    var hint: String?

    init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
        self.status = status
        self.message = message
        self.hint = hint
    }

    static func noSecret(_ name: String) -> Failure {
        Failure(.notFound, "there is no secret \(name)", hint: "coffer list shows what there is")
    }

    /// Tells the person, and returns the exit code.
    static func report(_ error: any Error) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        if let failure = of(error) {
            Output.message("coffer: error: \(failure.message)")
            Output.message("hint: \(failure.hint ?? failure.status.usualHint)")
            return failure.status.rawValue
        }
        let code = CofferCommand.exitCode(for: error)
        var text = CofferCommand.fullMessage(for: error)
        if code.isSuccess {
            if !text.isEmpty { Output.line(text) }
            return 0
        }
        guard code == .validationFailure else {
            Output.message("coffer: error: \(error)")
            return ExitStatus.internalError.rawValue
        }
        if text.hasPrefix("Error: ") { text = "coffer: error: " + text.dropFirst("Error: ".count) }
        if let see = text.firstRange(of: "\n  See '") { text.replaceSubrange(see, with: "\nhint: see '") }
        Output.message(text)
        return ExitStatus.usage.rawValue
    }

    private static func of(_ error: any Error) -> Failure? {
        switch error {
        case let error as Failure: return error
        case let error as ReferenceError: return Failure(.usage, error.description, hint: "such as coffer://vault/openai/bot")
        case let error as HookError: return Failure(.refusedInput, error.description, hint: error.hint)
        case let error as VaultError: return Failure(status(error.reason), error.message, hint: error.hint)
        case let error as NotAllowed: return Failure(.notAllowed, error.description, hint: error.grant)
        case let error as AWSError: return Failure(error)
        case let error as CredentialError: return Failure(.notAllowed, error.message, hint: error.hint)
        case let error as EndpointError: return Failure(.usage, error.message, hint: error.hint)
        case let error as TransportError:
            return Failure(.noVault, error.message, hint: "is the server running? coffer status tells")
        case let error as ServerError: return Failure(.conflict, error.description, hint: error.hint)
        case let error as LimitError: return Failure(.usage, error.description, hint: error.hint)
        case let error as RewriteError: return Failure(.refusedInput, error.description)
        case let error as ReferenceError: return Failure(.refusedInput, error.description)
        case let error as SecretNameError:
            return Failure(.usage, error.description, hint: "such as openai/bot")
        default:
            guard let error = VaultError(cause: error) else { return nil }
            return Failure(status(error.reason), error.message, hint: error.hint)
        }
    }

    private static func status(_ reason: VaultError.Reason) -> ExitStatus {
        switch reason {
        case .absent, .sealed, .damaged: .noVault
        case .exists, .busy: .conflict
        case .unsafe, .refused: .refusedInput
        case .failed: .internalError
        }
    }

    private init(_ error: AWSError) {
        let text = error.message ?? error.code
        switch error.code {
        case "AccessDeniedException", "AccessDenied": self.init(.notAllowed, text)
        case "UnrecognizedClientException", "InvalidClientTokenId", "SignatureDoesNotMatch", "InvalidSignatureException",
            "ExpiredTokenException", "ExpiredToken":
            self.init(.notAllowed, text, hint: "check the credentials: coffer credentials shows the vault's own")
        case "ResourceNotFoundException", "NotFoundException", "NoSuchEntity":
            self.init(.notFound, text, hint: "coffer list shows what there is")
        case "ResourceExistsException", "AlreadyExistsException", "EntityAlreadyExists": self.init(.conflict, text)
        case "InvalidCiphertextException":
            self.init(.refusedInput, "this is no ciphertext of this vault's, or its context is another one")
        case "DecryptionFailure", "EncryptionFailure", "DisabledException", "KMSInvalidStateException":
            self.init(.refusedInput, text, hint: "coffer doctor tells which encryption key is shut, and what opens it")
        default: self.init(error.status >= 500 ? .internalError : .refusedInput, "\(error.code): \(text)")
        }
    }
}
