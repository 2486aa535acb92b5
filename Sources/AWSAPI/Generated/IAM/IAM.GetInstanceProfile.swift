// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetInstanceProfile: AWSOperation {
        public typealias Input = IAM.GetInstanceProfileInput
        public typealias Output = IAM.GetInstanceProfileOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetInstanceProfile"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetInstanceProfileInput: AWSStructure {
        public var instanceProfileName: String

        public init(instanceProfileName: String) {
            self.instanceProfileName = instanceProfileName
        }

        public init(wire: WireObject) throws {
            instanceProfileName = try wire.string("InstanceProfileName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("InstanceProfileName", instanceProfileName)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetInstanceProfileRequest",
            .structure(members: [
                ShapeMember("InstanceProfileName", ShapeReference(IAMShapes.instanceProfileNameType), isRequired: true),
            ]))
    }

    public struct GetInstanceProfileOutput: AWSStructure {
        public var instanceProfile: IAM.InstanceProfile

        public init(instanceProfile: IAM.InstanceProfile) {
            self.instanceProfile = instanceProfile
        }

        public init(wire: WireObject) throws {
            instanceProfile = try wire.structure("InstanceProfile")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("InstanceProfile", instanceProfile)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetInstanceProfileResponse",
            .structure(members: [
                ShapeMember("InstanceProfile", ShapeReference(IAM.InstanceProfile.shape), isRequired: true),
            ]))
    }
}
