// SPDX-License-Identifier: Apache-2.0
public import CofferPipeline

/// CloudTrail's LookupEvents, and the log's own operations.
public enum TrailOperations {
    public static func all(_ vault: Vault) -> [RegisteredOperation] {
        [
            RegisteredOperation(LookupEventsHandler(vault: vault)), RegisteredOperation(ReadLogHandler(vault: vault)),
            RegisteredOperation(VerifyLogHandler(vault: vault)),
        ]
    }
}
