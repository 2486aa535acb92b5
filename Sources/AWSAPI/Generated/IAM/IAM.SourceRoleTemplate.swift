// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct SourceRoleTemplate: AWSStructure {
        public var templateArn: String
        public var templateMinorVersion: Int

        public init(templateArn: String, templateMinorVersion: Int) {
            self.templateArn = templateArn
            self.templateMinorVersion = templateMinorVersion
        }

        public init(wire: WireObject) throws {
            templateArn = try wire.string("TemplateArn")
            templateMinorVersion = try wire.integer("TemplateMinorVersion")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("TemplateArn", templateArn)
            wire.addInteger("TemplateMinorVersion", templateMinorVersion)
            return wire
        }

        public static let shape: Shape = Shape(
            "SourceRoleTemplate",
            .structure(members: [
                ShapeMember("TemplateArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("TemplateMinorVersion", ShapeReference(IAMShapes.integerType), isRequired: true),
            ]))
    }
}
