// SPDX-License-Identifier: Apache-2.0

/// An error in the form that AWS's services answer it.
public struct AWSError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The code on the wire, such as `NotFoundException` or (IAM) `NoSuchEntity`.
    public var code: String
    /// AWS's message. Nil where AWS sends none (InvalidCiphertextException). Never holds a secret.
    public var message: String?
    public var status: Int
    /// More than AWS says, such as the place of a mistake in a policy: beside the message, whose words clients compare.
    public var detail: String?
    /// Why access was refused, sealed for whoever may call STS's DecodeAuthorizationMessage. Sent beside the error, as
    /// the header `x-coffer-authorization-message`.
    public var authorizationMessage: String?

    public init(_ code: String, _ message: String?, status: Int = 400) {
        self.code = code
        self.message = message
        self.status = status
    }

    /// Whether the caller is at fault, as the Query protocol's `Type` says (`Sender` or `Receiver`).
    public var isSenderFault: Bool { status < 500 }

    public var description: String {
        let text = message.map { "\(code): \($0)" } ?? code
        return detail.map { "\(text) (\($0))" } ?? text
    }

    /// The same error to a caller; the sealed message is another one each time.
    public static func == (a: AWSError, b: AWSError) -> Bool {
        a.code == b.code && a.message == b.message && a.status == b.status && a.detail == b.detail
    }

    public static func validation(_ message: String) -> AWSError { AWSError("ValidationException", message) }
    public static let internalFailure = AWSError(
        "InternalFailure", "The request processing has failed because of an unknown error, exception or failure.", status: 500)
}
