// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension Coffer {
    public enum RecordBackup: AWSOperation {
        public typealias Input = Coffer.RecordBackupInput
        public typealias Output = Coffer.RecordBackupOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "RecordBackup"
        public static let errors: [String: Int] = [:]
    }

    public struct RecordBackupInput: AWSStructure {
        public var place: String

        public init(place: String) {
            self.place = place
        }

        public init(wire: WireObject) throws {
            place = try wire.string("Place")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("Place", place)
            return wire
        }

        public static let shape: Shape = Shape(
            "RecordBackupRequest",
            .structure(members: [
                ShapeMember("Place", ShapeReference(CofferShapes.backupPlace), isRequired: true),
            ]))
    }

    public struct RecordBackupOutput: AWSStructure {
        public var lastBackupAt: Timestamp

        public init(lastBackupAt: Timestamp) {
            self.lastBackupAt = lastBackupAt
        }

        public init(wire: WireObject) throws {
            lastBackupAt = try wire.timestamp("LastBackupAt")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addTimestamp("LastBackupAt", lastBackupAt)
            return wire
        }

        public static let shape: Shape = Shape(
            "RecordBackupResponse",
            .structure(members: [
                ShapeMember("LastBackupAt", ShapeReference(CofferShapes.timestamp), isRequired: true),
            ]))
    }
}
