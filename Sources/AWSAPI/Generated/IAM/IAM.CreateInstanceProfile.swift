// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum CreateInstanceProfile: AWSOperation {
        public typealias Input = IAM.CreateInstanceProfileInput
        public typealias Output = IAM.CreateInstanceProfileOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "CreateInstanceProfile"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "EntityAlreadyExists": 409, "InvalidInput": 400, "LimitExceeded": 409,
            "ServiceFailure": 500,
        ]
    }

    public struct CreateInstanceProfileInput: AWSStructure {
        public var instanceProfileName: String
        public var path: String?
        public var tags: [IAM.Tag]?

        public init(instanceProfileName: String, path: String? = nil, tags: [IAM.Tag]? = nil) {
            self.instanceProfileName = instanceProfileName
            self.path = path
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            instanceProfileName = try wire.string("InstanceProfileName")
            path = try wire.optionalString("Path")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("InstanceProfileName", instanceProfileName)
            wire.addString("Path", path)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateInstanceProfileRequest",
            .structure(members: [
                ShapeMember("InstanceProfileName", ShapeReference(IAMShapes.instanceProfileNameType), isRequired: true),
                ShapeMember("Path", ShapeReference(IAMShapes.pathType)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
            ]))
    }

    public struct CreateInstanceProfileOutput: AWSStructure {
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
            "CreateInstanceProfileResponse",
            .structure(members: [
                ShapeMember("InstanceProfile", ShapeReference(IAM.InstanceProfile.shape), isRequired: true),
            ]))
    }
}
