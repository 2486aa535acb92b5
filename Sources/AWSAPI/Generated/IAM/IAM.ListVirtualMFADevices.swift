// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListVirtualMFADevices: AWSOperation {
        public typealias Input = IAM.ListVirtualMFADevicesInput
        public typealias Output = IAM.ListVirtualMFADevicesOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListVirtualMFADevices"
        public static let errors: [String: Int] = [:]
    }

    public struct ListVirtualMFADevicesInput: AWSStructure {
        public var assignmentStatus: String?
        public var marker: String?
        public var maxItems: Int?

        public init(assignmentStatus: String? = nil, marker: String? = nil, maxItems: Int? = nil) {
            self.assignmentStatus = assignmentStatus
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            assignmentStatus = try wire.optionalString("AssignmentStatus")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("AssignmentStatus", assignmentStatus)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListVirtualMFADevicesRequest",
            .structure(members: [
                ShapeMember("AssignmentStatus", ShapeReference(IAMShapes.assignmentStatusType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListVirtualMFADevicesOutput: AWSStructure {
        public var virtualMFADevices: [IAM.VirtualMFADevice]
        public var isTruncated: Bool?
        public var marker: String?

        public init(virtualMFADevices: [IAM.VirtualMFADevice], isTruncated: Bool? = nil, marker: String? = nil) {
            self.virtualMFADevices = virtualMFADevices
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            virtualMFADevices = try wire.structures("VirtualMFADevices")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("VirtualMFADevices", virtualMFADevices)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListVirtualMFADevicesResponse",
            .structure(members: [
                ShapeMember("VirtualMFADevices", ShapeReference(IAMShapes.virtualMFADeviceListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
