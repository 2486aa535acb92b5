// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import Testing

@testable import CofferKMS

/// A call to try in a key's every state: what the guide's table says of it, and how it is made.
struct AccessTrial: Sendable {
    enum Kind: CaseIterable, Sendable { case symmetric, mac, pair }

    let name: String
    let kind: Kind
    /// Enabled, Disabled, PendingDeletion, PendingReplicaDeletion, PendingImport, Unavailable, Creating, Updating:
    /// `+` carried out, `x` refused, `-` where the table says nothing.
    let table: String
    /// Whether a grant may allow it.
    var isGrantable = true
    /// Whether it may be done across accounts.
    var isForeign = true
    /// The code that it ends with; nil where it is carried out.
    let code: @Sendable (TestVault, String, TestBlobs, Credentials) async throws -> AWSError?

    static let states: [KeyState] = [
        .enabled, .disabled, .pendingDeletion, .pendingReplicaDeletion, .pendingImport, .unavailable, .creating,
        .updating,
    ]

    func isCarriedOut(in state: KeyState) -> Bool? {
        guard let index = Self.states.firstIndex(of: state) else { return nil }
        switch Array(table)[index] {
        case "+": return true
        case "x": return false
        default: return nil
        }
    }

    /// What a key in that state answers where the table says no.
    func refusal(_ state: KeyState, _ arn: String) -> AWSError {
        if name == "CancelKeyDeletion" {
            return AWSError("KMSInvalidStateException", "\(arn) is not pending deletion.")
        }
        let words: [KeyState: String] = [
            .disabled: "disabled", .pendingDeletion: "pending deletion",
            .pendingReplicaDeletion: "pending replica deletion",
            .pendingImport: "pending import", .unavailable: "unavailable", .creating: "creating", .updating: "updating",
        ]
        let code = state == .disabled ? "DisabledException" : "KMSInvalidStateException"
        return AWSError(code, "\(arn) is \(words[state] ?? "").")
    }

    private static func outcome<O: AWSOperation>(
        _ operation: O.Type, _ input: O.Input, _ vault: TestVault, _ caller: Credentials
    ) async throws -> AWSError? {
        do {
            try await vault.call(operation, input, as: caller)
            return nil
        } catch let error as AWSError {
            return error.code == "DryRunOperationException" ? nil : error
        }
    }

    private static func use(
        _ name: String, _ kind: Kind,
        _ code: @escaping @Sendable (TestVault, String, TestBlobs, Credentials) async throws -> AWSError?
    ) -> AccessTrial {
        AccessTrial(name: name, kind: kind, table: "+xxxxxx+", code: code)
    }

    private static func management(
        _ name: String, _ table: String, isForeign: Bool = false,
        _ code: @escaping @Sendable (TestVault, String, TestBlobs, Credentials) async throws -> AWSError?
    ) -> AccessTrial {
        AccessTrial(name: name, kind: .symmetric, table: table, isGrantable: false, isForeign: isForeign, code: code)
    }

    private static let text = SharedSecret(utf8: "geheim")

    static let all: [AccessTrial] = [
        use("Encrypt", .symmetric) {
            try await outcome(KMS.Encrypt.self, .init(keyId: $1, plaintext: text, dryRun: true), $0, $3)
        },
        use("Decrypt", .symmetric) {
            try await outcome(KMS.Decrypt.self, .init(ciphertextBlob: $2.ciphertext, keyId: $1), $0, $3)
        },
        use("GenerateDataKey", .symmetric) {
            try await outcome(KMS.GenerateDataKey.self, .init(keyId: $1, keySpec: "AES_256"), $0, $3)
        },
        use("GenerateMac", .mac) {
            try await outcome(
                KMS.GenerateMac.self, .init(message: text, keyId: $1, macAlgorithm: "HMAC_SHA_256"), $0, $3)
        },
        use("VerifyMac", .mac) {
            try await outcome(
                KMS.VerifyMac.self, .init(message: text, keyId: $1, macAlgorithm: "HMAC_SHA_256", mac: $2.mac), $0, $3)
        },
        use("Sign", .pair) {
            try await outcome(
                KMS.Sign.self, .init(keyId: $1, message: text, signingAlgorithm: "ECDSA_SHA_256", dryRun: true), $0, $3)
        },
        AccessTrial(name: "GetPublicKey", kind: .pair, table: "++xxx-x+") {
            try await outcome(KMS.GetPublicKey.self, .init(keyId: $1), $0, $3)
        },
        AccessTrial(name: "DescribeKey", kind: .mac, table: "++++++++") {
            try await outcome(KMS.DescribeKey.self, .init(keyId: $1), $0, $3)
        },
        AccessTrial(name: "CreateGrant", kind: .symmetric, table: "+xxxx+x+") {
            try await outcome(
                KMS.CreateGrant.self,
                .init(keyId: $1, operations: ["CreateGrant"], granteePrincipal: $0.rootARN(), dryRun: true), $0, $3)
        },
        management("ListGrants", "++++++++", isForeign: true) {
            try await outcome(KMS.ListGrants.self, .init(keyId: $1), $0, $3)
        },
        management("GetKeyPolicy", "++++++++") { try await outcome(KMS.GetKeyPolicy.self, .init(keyId: $1), $0, $3) },
        management("ListResourceTags", "++++++++") {
            try await outcome(KMS.ListResourceTags.self, .init(keyId: $1), $0, $3)
        },
        management("TagResource", "++xx++++") {
            try await outcome(KMS.TagResource.self, .init(keyId: $1, tags: [.init(tagKey: "a", tagValue: "b")]), $0, $3)
        },
        management("UpdateKeyDescription", "++xx++++") {
            try await outcome(KMS.UpdateKeyDescription.self, .init(keyId: $1, description: "d"), $0, $3)
        },
        management("EnableKey", "++xxx+xx") { try await outcome(KMS.EnableKey.self, .init(keyId: $1), $0, $3) },
        management("DisableKey", "++xxx+xx") { try await outcome(KMS.DisableKey.self, .init(keyId: $1), $0, $3) },
        management("EnableKeyRotation", "+xxx--x+") {
            try await outcome(KMS.EnableKeyRotation.self, .init(keyId: $1), $0, $3)
        },
        management("ScheduleKeyDeletion", "++xx+++x") {
            try await outcome(KMS.ScheduleKeyDeletion.self, .init(keyId: $1), $0, $3)
        },
        management("CancelKeyDeletion", "xx++xxxx") {
            try await outcome(KMS.CancelKeyDeletion.self, .init(keyId: $1), $0, $3)
        },
    ]
}

/// What was made with the keys of a trial while they were enabled.
struct TestBlobs: Sendable {
    let ciphertext: [UInt8]
    let mac: [UInt8]
}
