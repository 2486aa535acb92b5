// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetServiceLinkedRoleDeletionStatus: AWSOperation {
        public typealias Input = IAM.GetServiceLinkedRoleDeletionStatusInput
        public typealias Output = IAM.GetServiceLinkedRoleDeletionStatusOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetServiceLinkedRoleDeletionStatus"
        public static let errors: [String: Int] = ["InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetServiceLinkedRoleDeletionStatusInput: AWSStructure {
        public var deletionTaskId: String

        public init(deletionTaskId: String) {
            self.deletionTaskId = deletionTaskId
        }

        public init(wire: WireObject) throws {
            deletionTaskId = try wire.string("DeletionTaskId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("DeletionTaskId", deletionTaskId)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetServiceLinkedRoleDeletionStatusRequest",
            .structure(members: [
                ShapeMember("DeletionTaskId", ShapeReference(IAMShapes.deletionTaskIdType), isRequired: true),
            ]))
    }

    public struct GetServiceLinkedRoleDeletionStatusOutput: AWSStructure {
        public var status: String
        public var reason: IAM.DeletionTaskFailureReasonType?

        public init(status: String, reason: IAM.DeletionTaskFailureReasonType? = nil) {
            self.status = status
            self.reason = reason
        }

        public init(wire: WireObject) throws {
            status = try wire.string("Status")
            reason = try wire.optionalStructure("Reason")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Status", status)
            wire.addStructure("Reason", reason)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetServiceLinkedRoleDeletionStatusResponse",
            .structure(members: [
                ShapeMember("Status", ShapeReference(IAMShapes.deletionTaskStatusType), isRequired: true),
                ShapeMember("Reason", ShapeReference(IAM.DeletionTaskFailureReasonType.shape)),
            ]))
    }
}
