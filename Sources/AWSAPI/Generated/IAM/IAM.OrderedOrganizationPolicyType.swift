// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct OrderedOrganizationPolicyType: AWSStructure {
        public var serviceControlPolicyInputList: [String]?

        public init(serviceControlPolicyInputList: [String]? = nil) {
            self.serviceControlPolicyInputList = serviceControlPolicyInputList
        }

        public init(wire: WireObject) throws {
            serviceControlPolicyInputList = try wire.optionalStrings("ServiceControlPolicyInputList")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStrings("ServiceControlPolicyInputList", serviceControlPolicyInputList)
            return wire
        }

        public static let shape: Shape = Shape(
            "OrderedOrganizationPolicyType",
            .structure(members: [
                ShapeMember("ServiceControlPolicyInputList", ShapeReference(IAMShapes.simulationPolicyListType)),
            ]))
    }
}
