// SPDX-License-Identifier: Apache-2.0
internal import CofferKMS
internal import CofferSecrets

extension Engine {
    /// Does what has become due: keys and secrets whose waiting time has run out are destroyed, imported
    /// material that has expired too, and keys are rotated.
    ///
    /// Catches up after downtime; each piece of work is an event. To be called at the start and every minute.
    public func runDueJobs() async throws {
        _ = try await KMSJobs.deleteDueKeys(vault)
        _ = try await KMSJobs.expireDueMaterials(vault)
        _ = try await KMSJobs.rotateDueKeys(vault)
        _ = try await SecretsJobs.deleteDue(vault)
    }
}
