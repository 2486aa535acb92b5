// SPDX-License-Identifier: Apache-2.0
import AWSAPI

@testable import CofferKMS

/// The guide's table of key states and operations, as it stands there, and where AWS does otherwise.
///
/// Source: AWS KMS Developer Guide, "Key states of AWS KMS keys" (awsdocs/aws-kms-developer-guide,
/// doc_source/key-state.md).
enum KeyStateTable {
    struct Cell: Sendable, Equatable {
        enum Verdict { case works, refused, depends, doesNotApply }
        let verdict: Verdict
        var footnotes: [Int] = []
    }

    struct Row: Sendable {
        let operation: String
        private let cells: [Cell]

        init(_ operation: String, _ cells: Cell...) {
            self.operation = operation
            self.cells = cells
        }

        subscript(state: KeyState) -> Cell {
            let column =
                switch state {
                case .enabled: 0
                case .disabled: 1
                case .pendingDeletion, .pendingReplicaDeletion: 2
                case .pendingImport: 3
                case .unavailable: 4
                case .creating: 5
                case .updating: 6
                }
            return cells[column]
        }

        var footnotes: [Int] { cells.flatMap(\.footnotes) }
    }

    private static let ok = Cell(verdict: .works)
    private static func okBut(_ footnotes: Int...) -> Cell { Cell(verdict: .works, footnotes: footnotes) }
    private static func no(_ footnotes: Int...) -> Cell { Cell(verdict: .refused, footnotes: footnotes) }
    private static func depends(_ footnotes: Int...) -> Cell { Cell(verdict: .depends, footnotes: footnotes) }
    private static let none = Cell(verdict: .doesNotApply)

    /// Enabled, Disabled, PendingDeletion and PendingReplicaDeletion, PendingImport, Unavailable, Creating, Updating.
    static let guide: [Row] = [
        Row("CancelKeyDeletion", no(4), no(4), ok, no(4), no(4, 13), no(4), no(4)),
        Row("CreateAlias", ok, ok, no(3), ok, ok, ok, ok),
        Row("CreateGrant", ok, no(1), no(2, 3), no(5), ok, no(14), ok),
        Row("Decrypt", ok, no(1), no(2, 3), no(5), no(11), no(14), ok),
        Row("DeleteAlias", ok, ok, ok, ok, ok, ok, ok),
        Row("DeleteImportedKeyMaterial", okBut(9), okBut(9), okBut(9), ok, none, no(14), no(15)),
        Row("DescribeKey", ok, ok, ok, ok, ok, ok, ok),
        Row("DisableKey", ok, ok, no(3), no(5), okBut(12), no(14), no(15)),
        Row("DisableKeyRotation", depends(7), no(1, 7), no(3, 7), no(6), no(7), no(14), depends(7)),
        Row("EnableKey", ok, ok, no(3), no(5), okBut(12), no(14), no(15)),
        Row("EnableKeyRotation", depends(7), no(1, 7), no(3, 7), no(6), no(7), no(14), depends(7)),
        Row("Encrypt", ok, no(1), no(2, 3), no(5), no(11), no(14), ok),
        Row("GenerateDataKey", ok, no(1), no(2, 3), no(5), no(11), no(14), ok),
        Row("GenerateDataKeyPair", ok, no(1), no(2, 3), no(5), no(11), no(14), ok),
        Row("GenerateDataKeyPairWithoutPlaintext", ok, no(1), no(2, 3), no(5), no(11), no(14), ok),
        Row("GenerateDataKeyWithoutPlaintext", ok, no(1), no(2, 3), no(5), no(11), no(14), ok),
        Row("GenerateMac", ok, no(1), no(2, 3), none, none, no(14), ok),
        Row("GetKeyPolicy", ok, ok, ok, ok, ok, ok, ok),
        Row("GetKeyRotationStatus", depends(7), depends(7), depends(7), no(6), no(7), depends(7), depends(7)),
        Row("GetParametersForImport", depends(9), depends(9), no(8, 9), ok, no(9), no(14), no(15)),
        Row("GetPublicKey", ok, no(1), no(2, 3), none, none, no(14), ok),
        Row("ImportKeyMaterial", depends(9), depends(9), no(8, 9), ok, no(9), no(14), ok),
        Row("ListAliases", ok, ok, ok, ok, ok, ok, ok),
        Row("ListGrants", ok, ok, ok, ok, ok, ok, ok),
        Row("ListKeyPolicies", ok, ok, ok, ok, ok, ok, ok),
        Row("ListResourceTags", ok, ok, ok, ok, ok, ok, ok),
        Row("PutKeyPolicy", ok, ok, ok, ok, ok, ok, ok),
        Row("ReEncrypt", ok, no(1), no(2, 3), no(5), no(11), no(14), ok),
        Row("ReplicateKey", ok, no(1), no(2, 3), no(5), none, no(14), no(15)),
        Row("RetireGrant", ok, ok, ok, ok, ok, ok, ok),
        Row("RevokeGrant", ok, ok, ok, ok, ok, ok, ok),
        Row("ScheduleKeyDeletion", ok, ok, no(3), ok, ok, ok, no(15)),
        Row("Sign", ok, no(1), no(2, 3), none, none, no(14), ok),
        Row("TagResource", ok, ok, no(3), ok, ok, ok, ok),
        Row("UntagResource", ok, ok, no(3), ok, ok, ok, ok),
        Row("UpdateAlias", ok, ok, depends(10), ok, ok, ok, ok),
        Row("UpdateKeyDescription", ok, ok, no(3), ok, ok, ok, ok),
        Row("UpdatePrimaryRegion", ok, no(1), no(2, 3), no(5), none, no(14), ok),
        Row("Verify", ok, no(1), no(2, 3), none, none, no(14), ok),
        Row("VerifyMac", ok, no(1), no(2, 3), none, none, no(14), ok),
    ]

    /// Operations that are younger than that edition. RotateKeyOnDemand and ListKeyRotations: the guide of 2026.
    /// DeriveSharedSecret, Encapsulate, Decapsulate: as the other uses of key pairs. GetKeyLastUsage: its API reference
    /// names no KMSInvalidStateException.
    static let younger: [Row] = [
        Row("RotateKeyOnDemand", depends(7), no(1, 7), no(3, 7), no(5), no(7), no(14), depends(7)),
        Row("ListKeyRotations", depends(7), depends(7), depends(7), ok, no(7), depends(7), depends(7)),
        Row("DeriveSharedSecret", ok, no(1), no(2, 3), no(5), none, no(14), ok),
        Row("Encapsulate", ok, no(1), no(2, 3), no(5), none, no(14), ok),
        Row("Decapsulate", ok, no(1), no(2, 3), no(5), none, no(14), ok),
        Row("GetKeyLastUsage", ok, ok, ok, ok, ok, ok, ok),
    ]

    /// Cells in which AWS does otherwise than the table says, or says more in later editions.
    static func deviation(_ operation: String, _ state: KeyState) -> Cell? {
        switch (operation, state) {
        // Recorded from AWS (2026-09): a disabled key's public key can be had, that of a key without material can't.
        case ("GetPublicKey", .disabled): ok
        case ("GetPublicKey", .pendingImport): no(5)
        // Recorded (2026-09): false for keys with imported material, whatever their state; it was an error until 2022.
        case ("GetKeyRotationStatus", .pendingImport): ok
        // The guide of 2026: these keys can have imported material by now.
        case ("Sign", .pendingImport), ("Verify", .pendingImport), ("GenerateMac", .pendingImport),
            ("VerifyMac", .pendingImport):
            no(5)
        // Footnote 7 speaks of keys in custom key stores, the only ones that AWS makes unavailable. There are none
        // here, so what is left of the cell is the state.
        case ("EnableKeyRotation", .unavailable), ("DisableKeyRotation", .unavailable),
            ("GetKeyRotationStatus", .unavailable), ("RotateKeyOnDemand", .unavailable):
            no(7, 11)
        case ("ListKeyRotations", .unavailable): none
        default: nil
        }
    }

    /// What a call ends with.
    enum Outcome: Equatable {
        case success
        case refusal(AWSError)
    }

    /// What the table says of one kind of key that is `arn`; nil where it says nothing.
    ///
    /// - Parameter isTarget: false for the key that an alias is taken from, which footnote 10 lets go.
    static func outcome(
        _ row: Row, _ state: KeyState, _ kind: KeyKind, isTarget: Bool = true, arn: String
    ) -> Outcome? {
        let cell = deviation(row.operation, state) ?? row[state]
        if cell.verdict == .doesNotApply { return nil }
        // What the key can't do whatever its state, some cells of the row say and others leave out. Recorded for
        // EnableKeyRotation: it comes before the state.
        let errors = (row.footnotes.filter { [6, 7, 9].contains($0) } + cell.footnotes).compactMap {
            error($0, row.operation, state, kind, isTarget: isTarget, arn)
        }
        if let error = errors.first { return .refusal(error) }
        // Nothing that applies to this kind of key: it is never in that state.
        return cell.verdict == .refused ? nil : .success
    }

    /// What a footnote says; nil where it isn't about that kind of key.
    private static func error(
        _ footnote: Int, _ operation: String, _ state: KeyState, _ kind: KeyKind, isTarget: Bool, _ arn: String
    ) -> AWSError? {
        func invalid(_ words: String) -> AWSError { AWSError("KMSInvalidStateException", "\(arn) \(words)") }
        func unsupported(_ origin: String) -> AWSError {
            AWSError(
                "UnsupportedOperationException", "\(arn) origin is \(origin) which is not valid for this operation.")
        }
        let leaving = invalid(
            state == .pendingReplicaDeletion ? "is pending replica deletion." : "is pending deletion.")
        switch footnote {
        case 1: return AWSError("DisabledException", "\(arn) is disabled.")
        // Recorded: it is never the DisabledException that 2 speaks of.
        case 2, 3, 8: return leaving
        case 4: return invalid("is not pending deletion.")
        // The guide's sentence is longer; this is the recorded one.
        case 5: return invalid("is pending import.")
        // Recorded (2025, 2026): keys with imported material rotate on demand, have their rotations listed, and a
        // rotation status. What is left of these is switching automatic rotation on and off.
        case 6, 7:
            return kind.isExternal && ["EnableKeyRotation", "DisableKeyRotation"].contains(operation)
                ? unsupported("EXTERNAL") : nil
        case 9: return kind.isExternal ? nil : unsupported("AWS_KMS")
        case 10: return isTarget ? leaving : nil
        case 11: return invalid("is unavailable.")
        case 14: return invalid("is creating.")
        case 15: return invalid("is updating.")
        // 12 and 13 tell what becomes of keys in custom key stores.
        default: return nil
        }
    }
}
