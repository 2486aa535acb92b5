// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Why a text is not a policy we take, and where: IAM answers with `MalformedPolicyDocument`, KMS and Secrets Manager
/// with `MalformedPolicyDocumentException`, and `tooLarge` is IAM's and KMS's `LimitExceeded`.
public struct PolicyError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Reason: Sendable, Equatable {
        /// Not JSON, or JSON with an element, type or combination that the policy grammar has no place for.
        case malformed
        /// More bytes than `limit`.
        case tooLarge(limit: Int)
    }

    public let reason: Reason
    /// In AWS's words where they are known. May quote at most 100 characters of the document.
    public let message: String
    /// Such as `Statement[1].Condition.IpAddress`; empty for the document as a whole. Indices count from 0.
    public let place: String

    init(_ message: String, at place: String, reason: Reason = .malformed) {
        self.reason = reason
        self.message = message
        self.place = place
    }

    init(_ error: JSONError, _ kind: PolicyDocument.Kind) {
        self.init(
            kind.isTrust ? "This policy contains invalid Json" : "Syntax errors in policy.", at: error.description)
    }

    static func unknown(_ element: String, _ kind: PolicyDocument.Kind, at place: String) -> PolicyError {
        PolicyError(
            kind.isTrust ? "Unknown field \(quote(element))" : "Syntax errors in policy.",
            at: "\(place) has unknown element \(quote(element))")
    }

    public var description: String { place.isEmpty ? message : "\(message) (\(place))" }

    /// A piece of the document, short enough and harmless enough to stand in a message.
    static func quote(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars.prefix(100) {
            if scalar.value < 0x20 || scalar.value == 0x7f {
                shown.append("?")
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }
}
