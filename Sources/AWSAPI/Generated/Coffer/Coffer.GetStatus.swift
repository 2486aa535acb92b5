// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension Coffer {
    public enum GetStatus: AWSOperation {
        public typealias Input = Coffer.GetStatusInput
        public typealias Output = Coffer.GetStatusOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "GetStatus"
        public static let errors: [String: Int] = [:]
    }

    public struct GetStatusInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("GetStatusRequest", .structure(members: []))
    }

    public struct GetStatusOutput: AWSStructure {
        public var vaultId: String?
        public var accountId: String?
        public var region: String?
        public var version: String?
        public var endpoint: String?
        public var startedAt: Timestamp?
        public var isDurable: Bool?
        public var secretMemoryIsLocked: Bool?
        public var logSize: Int?
        public var logRoot: String?
        public var checkpoint: String?
        public var keyCount: Int?
        public var secretCount: Int?
        public var lastBackupAt: Timestamp?
        public var storeFailure: String?

        public init(
            vaultId: String? = nil, accountId: String? = nil, region: String? = nil, version: String? = nil,
            endpoint: String? = nil, startedAt: Timestamp? = nil, isDurable: Bool? = nil,
            secretMemoryIsLocked: Bool? = nil, logSize: Int? = nil, logRoot: String? = nil, checkpoint: String? = nil,
            keyCount: Int? = nil, secretCount: Int? = nil, lastBackupAt: Timestamp? = nil, storeFailure: String? = nil
        ) {
            self.vaultId = vaultId
            self.accountId = accountId
            self.region = region
            self.version = version
            self.endpoint = endpoint
            self.startedAt = startedAt
            self.isDurable = isDurable
            self.secretMemoryIsLocked = secretMemoryIsLocked
            self.logSize = logSize
            self.logRoot = logRoot
            self.checkpoint = checkpoint
            self.keyCount = keyCount
            self.secretCount = secretCount
            self.lastBackupAt = lastBackupAt
            self.storeFailure = storeFailure
        }

        public init(wire: WireObject) throws {
            vaultId = try wire.optionalString("VaultId")
            accountId = try wire.optionalString("AccountId")
            region = try wire.optionalString("Region")
            version = try wire.optionalString("Version")
            endpoint = try wire.optionalString("Endpoint")
            startedAt = try wire.optionalTimestamp("StartedAt")
            isDurable = try wire.optionalBoolean("IsDurable")
            secretMemoryIsLocked = try wire.optionalBoolean("SecretMemoryIsLocked")
            logSize = try wire.optionalInteger("LogSize")
            logRoot = try wire.optionalString("LogRoot")
            checkpoint = try wire.optionalString("Checkpoint")
            keyCount = try wire.optionalInteger("KeyCount")
            secretCount = try wire.optionalInteger("SecretCount")
            lastBackupAt = try wire.optionalTimestamp("LastBackupAt")
            storeFailure = try wire.optionalString("StoreFailure")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(15)
            wire.addString("VaultId", vaultId)
            wire.addString("AccountId", accountId)
            wire.addString("Region", region)
            wire.addString("Version", version)
            wire.addString("Endpoint", endpoint)
            wire.addTimestamp("StartedAt", startedAt)
            wire.addBoolean("IsDurable", isDurable)
            wire.addBoolean("SecretMemoryIsLocked", secretMemoryIsLocked)
            wire.addInteger("LogSize", logSize)
            wire.addString("LogRoot", logRoot)
            wire.addString("Checkpoint", checkpoint)
            wire.addInteger("KeyCount", keyCount)
            wire.addInteger("SecretCount", secretCount)
            wire.addTimestamp("LastBackupAt", lastBackupAt)
            wire.addString("StoreFailure", storeFailure)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetStatusResponse",
            .structure(members: [
                ShapeMember("VaultId", ShapeReference(CofferShapes.string)),
                ShapeMember("AccountId", ShapeReference(CofferShapes.string)),
                ShapeMember("Region", ShapeReference(CofferShapes.string)),
                ShapeMember("Version", ShapeReference(CofferShapes.string)),
                ShapeMember("Endpoint", ShapeReference(CofferShapes.string)),
                ShapeMember("StartedAt", ShapeReference(CofferShapes.timestamp)),
                ShapeMember("IsDurable", ShapeReference(CofferShapes.boolean)),
                ShapeMember("SecretMemoryIsLocked", ShapeReference(CofferShapes.boolean)),
                ShapeMember("LogSize", ShapeReference(CofferShapes.long)),
                ShapeMember("LogRoot", ShapeReference(CofferShapes.string)),
                ShapeMember("Checkpoint", ShapeReference(CofferShapes.string)),
                ShapeMember("KeyCount", ShapeReference(CofferShapes.long)),
                ShapeMember("SecretCount", ShapeReference(CofferShapes.long)),
                ShapeMember("LastBackupAt", ShapeReference(CofferShapes.timestamp)),
                ShapeMember("StoreFailure", ShapeReference(CofferShapes.string)),
            ]))
    }
}
