// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct MFADevice: AWSStructure {
        public var userName: String
        public var serialNumber: String
        public var enableDate: Timestamp

        public init(userName: String, serialNumber: String, enableDate: Timestamp) {
            self.userName = userName
            self.serialNumber = serialNumber
            self.enableDate = enableDate
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            serialNumber = try wire.string("SerialNumber")
            enableDate = try wire.timestamp("EnableDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("UserName", userName)
            wire.addString("SerialNumber", serialNumber)
            wire.addTimestamp("EnableDate", enableDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "MFADevice",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType), isRequired: true),
                ShapeMember("SerialNumber", ShapeReference(IAMShapes.serialNumberType), isRequired: true),
                ShapeMember("EnableDate", ShapeReference(IAMShapes.dateType), isRequired: true),
            ]))
    }
}
