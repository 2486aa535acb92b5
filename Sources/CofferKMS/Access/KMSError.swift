// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase

/// KMS's errors in KMS's words. Source of the messages: responses recorded from AWS.
extension AWSError {
    static func notFound(_ message: String) -> AWSError { AWSError("NotFoundException", message) }
    static func noKey(_ arn: ARN) -> AWSError { notFound("Key '\(arn)' does not exist") }
    static func noAlias(_ arn: ARN) -> AWSError { notFound("Alias \(arn) is not found.") }
    static func invalidKeyID(_ text: String) -> AWSError { notFound("Invalid keyId '\(text)'") }
    static func invalidState(_ message: String) -> AWSError { AWSError("KMSInvalidStateException", message) }
    static func unsupported(_ message: String?) -> AWSError { AWSError("UnsupportedOperationException", message) }
    static func limitExceeded(_ message: String) -> AWSError { AWSError("LimitExceededException", message) }
    static func tag(_ message: String) -> AWSError { AWSError("TagException", message) }
    static func malformedPolicy(_ message: String) -> AWSError { AWSError("MalformedPolicyDocumentException", message) }
    static func keyUsage(_ message: String) -> AWSError { AWSError("InvalidKeyUsageException", message) }

    /// A header, tag, commitment or context that doesn't fit, and a key that isn't there: always this, without a word.
    static let invalidCiphertext = AWSError("InvalidCiphertextException", nil)
    static let incorrectKey = AWSError(
        "IncorrectKeyException", "The key ID in the request does not identify a CMK that can perform this operation.")
    static let dryRun = AWSError(
        "DryRunOperationException", "The request would have succeeded, but the DryRun option is set.")
    static let noCustomKeyStores = unsupported(
        "Custom key stores are not supported: this endpoint has no hardware security module and no external key manager.")
    static func noCustomKeyStore(_ id: String) -> AWSError {
        AWSError("CustomKeyStoreNotFoundException", "The custom key store \(id) does not exist.")
    }
    static func noPrincipal(_ arn: String) -> AWSError {
        AWSError("InvalidArnException", "ARN does not refer to a valid principal: \(arn)")
    }
    static func noGrant(_ id: String) -> AWSError { notFound("Grant ID \(id) not found") }
    static let noContext = AWSError.validation(
        "EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.")
    static let invalidGrantToken = AWSError("InvalidGrantTokenException", nil)
    static let invalidMarker = AWSError("InvalidMarkerException", nil)
    static let noAliasHere = AWSError("InvalidArnException", "Key Aliases are not supported for this operation.")
    static let noRecipient = unsupported(
        "Recipient is not supported: this endpoint cannot verify attestation documents of Nitro enclaves.")

    /// For keys of other accounts: it doesn't tell whether there is such a key.
    static func foreignKey(action: String, callerARN: ARN) -> AWSError {
        AWSError("AccessDeniedException", foreignKeyMessage(action: action, callerARN: callerARN))
    }

    static func foreignKeyMessage(action: String, callerARN: ARN) -> String {
        "User: \(callerARN) is not authorized to perform: \(action) on this resource because the resource does not "
            + "exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly "
            + "denies access"
    }

    static func constraint(_ value: some CustomStringConvertible, at member: String, _ rule: String) -> AWSError {
        .validation(
            "1 validation error detected: Value '\(value)' at '\(member)' failed to satisfy constraint: \(rule)")
    }
}
