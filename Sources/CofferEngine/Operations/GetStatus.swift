// SPDX-License-Identifier: Apache-2.0
internal import CofferAudit
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GetStatusHandler: OperationHandler {
    typealias Operation = Coffer.GetStatus
    let vault: Vault
    let control: any VaultControl
    let startedAt: Timestamp
    let isReadOnly = true
    func workload(_ input: Coffer.GetStatusInput) -> Workload { .scanning }

    init(vault: Vault, control: any VaultControl) {
        self.vault = vault
        self.control = control
        startedAt = vault.clock.now()
    }

    func locate(_ input: Coffer.GetStatusInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.controlCheck("GetStatus")])
    }

    func perform(
        _ input: Coffer.GetStatusInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<Coffer.GetStatusOutput> {
        let head = try vault.auditHead()
        // What other accounts hold is nobody's business but theirs and the vault's.
        let counted = request.scope.account == vault.settings.account ? nil : request.scope
        let counts = try vault.store.read { reader in
            (
                keys: try reader.count(in: counted, kind: RecordKind("kms-key")),
                secrets: try reader.count(in: counted, kind: RecordKind("secret")),
                backup: try reader.setting(BackupSetting.name).flatMap(BackupSetting.time)
            )
        }
        return .reply(
            Coffer.GetStatusOutput(
                vaultId: vault.settings.vaultID, accountId: request.scope.account.description,
                region: vault.settings.region.description, version: control.version, endpoint: control.endpoint, startedAt: startedAt,
                isDurable: vault.store.isDurable, secretMemoryIsLocked: SecretMemory.current.isLocked,
                logSize: Int(head.size), logRoot: head.root.description, checkpoint: head.checkpoint, keyCount: counts.keys,
                secretCount: counts.secrets, lastBackupAt: counts.backup,
                storeFailure: vault.commits.lastFailure?.description))
    }

    func trailParameters(_ input: Coffer.GetStatusInput) -> JSONValue? { nil }
}
