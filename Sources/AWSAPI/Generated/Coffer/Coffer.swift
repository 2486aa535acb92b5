// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

/// Coffer, from the model 2026-11-01 in botocore 1.44.5.
public enum Coffer {
    public static let service: AWSService = AWSService(
        signingName: "coffer", eventSource: "coffer.amazonaws.com", wire: .json(targetPrefix: "Coffer"),
        isGlobal: false
    )

    /// Every operation of the model, also those that have no types here.
    public static let operations: [String] = [
        "CheckIntegrity", "CreateAccount", "Explain", "GetFingerprintKey", "GetOwnerKey", "GetStatus", "ListAccounts",
        "ListReadings", "Lock", "PutIdentityProviderKeys", "ReadLog", "RecordBackup", "RotateOwnerKey", "VerifyLog",
    ]
}
