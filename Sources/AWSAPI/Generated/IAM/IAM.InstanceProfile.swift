// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct InstanceProfile: AWSStructure {
        public var path: String
        public var instanceProfileName: String
        public var instanceProfileId: String
        public var arn: String
        public var createDate: Timestamp
        public var roles: [IAM.Role]
        public var tags: [IAM.Tag]?

        public init(
            path: String, instanceProfileName: String, instanceProfileId: String, arn: String, createDate: Timestamp,
            roles: [IAM.Role], tags: [IAM.Tag]? = nil
        ) {
            self.path = path
            self.instanceProfileName = instanceProfileName
            self.instanceProfileId = instanceProfileId
            self.arn = arn
            self.createDate = createDate
            self.roles = roles
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            path = try wire.string("Path")
            instanceProfileName = try wire.string("InstanceProfileName")
            instanceProfileId = try wire.string("InstanceProfileId")
            arn = try wire.string("Arn")
            createDate = try wire.timestamp("CreateDate")
            roles = try wire.structures("Roles")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(7)
            wire.addString("Path", path)
            wire.addString("InstanceProfileName", instanceProfileName)
            wire.addString("InstanceProfileId", instanceProfileId)
            wire.addString("Arn", arn)
            wire.addTimestamp("CreateDate", createDate)
            wire.addStructures("Roles", roles)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "InstanceProfile",
            .structure(members: [
                ShapeMember("Path", ShapeReference(IAMShapes.pathType), isRequired: true),
                ShapeMember("InstanceProfileName", ShapeReference(IAMShapes.instanceProfileNameType), isRequired: true),
                ShapeMember("InstanceProfileId", ShapeReference(IAMShapes.idType), isRequired: true),
                ShapeMember("Arn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType), isRequired: true),
                ShapeMember("Roles", ShapeReference(IAMShapes.roleListType), isRequired: true),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
            ]))
    }
}
