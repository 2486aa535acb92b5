// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

/// AWS Secrets Manager, from the model 2017-10-17 in botocore 1.44.5.
public enum SecretsManager {
    public static let service: AWSService = AWSService(
        signingName: "secretsmanager", eventSource: "secretsmanager.amazonaws.com",
        wire: .json(targetPrefix: "secretsmanager"), isGlobal: false
    )

    /// Every operation of the model, also those that have no types here.
    public static let operations: [String] = [
        "AssociateCrossAccountReplica", "BatchGetSecretValue", "CancelRotateSecret", "CreateSecret",
        "DeleteResourcePolicy", "DeleteSecret", "DescribeSecret", "DisassociateCrossAccountReplica",
        "GetRandomPassword", "GetResourcePolicy", "GetSecretValue", "ListResourcePolicies", "ListSecretVersionIds",
        "ListSecrets", "PutResourcePolicy", "PutSecretValue", "RemoveRegionsFromReplication",
        "ReplicateSecretToRegions", "RestoreSecret", "RotateSecret", "StopReplicationToReplica", "TagResource",
        "UntagResource", "UpdateSecret", "UpdateSecretVersionStage", "ValidateResourcePolicy",
    ]
}
