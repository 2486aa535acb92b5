// SPDX-License-Identifier: Apache-2.0
internal import CofferPipeline

/// The operations of our own service: what AWS has no call for.
enum ControlOperations {
    static func all(_ vault: Vault, keys: any KeyProtection, _ control: any VaultControl) -> [RegisteredOperation] {
        [
            RegisteredOperation(GetStatusHandler(vault: vault, control: control)),
            RegisteredOperation(CheckIntegrityHandler(vault: vault)),
            RegisteredOperation(GetOwnerKeyHandler(vault: vault)), RegisteredOperation(RotateOwnerKeyHandler(vault: vault)),
            RegisteredOperation(RecordBackupHandler(vault: vault)),
            RegisteredOperation(GetFingerprintKeyHandler(vault: vault)),
            RegisteredOperation(LockHandler(vault: vault, control: control)),
            RegisteredOperation(CreateAccountHandler(vault: vault)), RegisteredOperation(ListAccountsHandler(vault: vault)),
            RegisteredOperation(ExplainHandler(vault: vault, keys: keys)),
            RegisteredOperation(ListReadingsHandler(vault: vault)),
            RegisteredOperation(PutIdentityProviderKeysHandler(vault: vault)),
        ]
    }
}
