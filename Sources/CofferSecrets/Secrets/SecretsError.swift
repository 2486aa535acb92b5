// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI

/// Secrets Manager's errors in its own words. Source of the messages: responses recorded from AWS.
extension AWSError {
    static func invalidRequest(_ message: String) -> AWSError { AWSError("InvalidRequestException", message) }
    static func invalidParameter(_ message: String) -> AWSError { AWSError("InvalidParameterException", message) }
    static func notFound(_ message: String) -> AWSError { AWSError("ResourceNotFoundException", message) }
    static func exists(_ message: String) -> AWSError { AWSError("ResourceExistsException", message) }
    static func malformedPolicy(_ message: String) -> AWSError { AWSError("MalformedPolicyDocumentException", message) }

    static let noSecret = notFound("Secrets Manager can't find the specified secret.")
    static let invalidName = validation(
        "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!")
    static let markedForDeletion = invalidRequest(
        "You can't perform this operation on the secret because it was marked for deletion.")
    static let foreignDefaultKey = invalidRequest(
        "You can't access a secret from a different AWS account if you encrypt the secret with the default KMS service "
            + "key."
    )
    static let noToken = invalidRequest("You must provide a ClientRequestToken value. We recommend a UUID-type value.")
    static let noValue = invalidRequest("You must provide either SecretString or SecretBinary.")
    static let twoValues = invalidParameter(
        "You can't specify both a binary secret value and a string secret value in the same secret.")
    static let invalidPageToken = AWSError("InvalidNextTokenException", "The NextToken value is invalid.")
    static let stageMismatch = invalidRequest(
        "You provided a VersionStage that is not associated to the provided VersionId.")

    static func noVersion(stage: String) -> AWSError {
        notFound("Secrets Manager can't find the specified secret value for staging label: \(stage)")
    }

    static func noVersion(id: String) -> AWSError {
        notFound("Secrets Manager can't find the specified secret value for VersionId: \(id)")
    }

    static func tokenInUse(_ token: String, arn: String) -> AWSError {
        exists(
            "You can't use ClientRequestToken \(token) because that value is already in use for a version of secret "
                + "\(arn)."
        )
    }

    static let encryptionFailure = AWSError(
        "EncryptionFailure",
        "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is "
            + "available, enabled, and not in an invalid state.")
    static let decryptionFailure = AWSError(
        "DecryptionFailure", "Secrets Manager can't decrypt the protected secret text using the provided KMS key.")
    static let kmsDenied = AWSError("AccessDeniedException", "Access to KMS is not allowed")
}
