// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension SecretsManager {
    public struct SecretValueEntry: AWSStructure {
        public var arn: String?
        public var name: String?
        public var versionId: String?
        public var secretBinary: SharedSecret?
        public var secretString: SharedSecret?
        public var versionStages: [String]?
        public var createdDate: Timestamp?

        public init(
            arn: String? = nil, name: String? = nil, versionId: String? = nil, secretBinary: SharedSecret? = nil,
            secretString: SharedSecret? = nil, versionStages: [String]? = nil, createdDate: Timestamp? = nil
        ) {
            self.arn = arn
            self.name = name
            self.versionId = versionId
            self.secretBinary = secretBinary
            self.secretString = secretString
            self.versionStages = versionStages
            self.createdDate = createdDate
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
            name = try wire.optionalString("Name")
            versionId = try wire.optionalString("VersionId")
            secretBinary = try wire.optionalSecret("SecretBinary")
            secretString = try wire.optionalSecret("SecretString")
            versionStages = try wire.optionalStrings("VersionStages")
            createdDate = try wire.optionalTimestamp("CreatedDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(7)
            wire.addString("ARN", arn)
            wire.addString("Name", name)
            wire.addString("VersionId", versionId)
            wire.addSecret("SecretBinary", secretBinary)
            wire.addSecret("SecretString", secretString)
            wire.addStrings("VersionStages", versionStages)
            wire.addTimestamp("CreatedDate", createdDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "SecretValueEntry",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.secretNameType)),
                ShapeMember("VersionId", ShapeReference(SecretsManagerShapes.secretVersionIdType)),
                ShapeMember("SecretBinary", ShapeReference(SecretsManagerShapes.secretBinaryType)),
                ShapeMember("SecretString", ShapeReference(SecretsManagerShapes.secretStringType)),
                ShapeMember("VersionStages", ShapeReference(SecretsManagerShapes.secretVersionStagesType)),
                ShapeMember("CreatedDate", ShapeReference(SecretsManagerShapes.createdDateType)),
            ]))
    }
}
