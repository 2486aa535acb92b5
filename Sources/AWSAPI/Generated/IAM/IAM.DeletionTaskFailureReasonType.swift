// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct DeletionTaskFailureReasonType: AWSStructure {
        public var reason: String?
        public var roleUsageList: [IAM.RoleUsageType]?

        public init(reason: String? = nil, roleUsageList: [IAM.RoleUsageType]? = nil) {
            self.reason = reason
            self.roleUsageList = roleUsageList
        }

        public init(wire: WireObject) throws {
            reason = try wire.optionalString("Reason")
            roleUsageList = try wire.optionalStructures("RoleUsageList")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Reason", reason)
            wire.addStructures("RoleUsageList", roleUsageList)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeletionTaskFailureReasonType",
            .structure(members: [
                ShapeMember("Reason", ShapeReference(IAMShapes.reasonType)),
                ShapeMember("RoleUsageList", ShapeReference(IAMShapes.roleUsageListType)),
            ]))
    }
}
