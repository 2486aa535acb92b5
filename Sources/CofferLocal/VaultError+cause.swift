// SPDX-License-Identifier: Apache-2.0
internal import CofferCrypto
internal import CofferStore

extension VaultError {
    /// In this form, what the layers below throw; nil for anything else.
    public init?(cause: any Error) {
        switch cause {
        case let error as VaultError: self = error
        case let error as KeyringError:
            let parts = error.description.split(separator: "\nhint: ", maxSplits: 1)
            let reason: Reason =
                switch error {
                case .wrongPassphrase, .emptyPassphrase, .keyFileMissing, .wrongKeyFile, .otherSeal: .sealed
                case .keyFileUnsafe, .keyFileNotOurs: .unsafe
                case .keyFileExists: .exists
                case .fileFailed, .outOfMemory: .failed
                default: .damaged
                }
            self.init(reason, String(parts.first ?? ""), hint: parts.count > 1 ? String(parts[1]) : nil)
        case let error as StoreError:
            let reason: Reason =
                switch error {
                case .damaged, .newerSchema: .damaged
                case .busy, .conflict: .busy
                case .permission: .unsafe
                default: .failed
                }
            self.init(reason, error.description, hint: error.hint)
        default: return nil
        }
    }
}
