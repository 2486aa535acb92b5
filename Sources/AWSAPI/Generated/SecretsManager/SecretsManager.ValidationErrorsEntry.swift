// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public struct ValidationErrorsEntry: AWSStructure {
        public var checkName: String?
        public var errorMessage: String?

        public init(checkName: String? = nil, errorMessage: String? = nil) {
            self.checkName = checkName
            self.errorMessage = errorMessage
        }

        public init(wire: WireObject) throws {
            checkName = try wire.optionalString("CheckName")
            errorMessage = try wire.optionalString("ErrorMessage")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("CheckName", checkName)
            wire.addString("ErrorMessage", errorMessage)
            return wire
        }

        public static let shape: Shape = Shape(
            "ValidationErrorsEntry",
            .structure(members: [
                ShapeMember("CheckName", ShapeReference(SecretsManagerShapes.nameType)),
                ShapeMember("ErrorMessage", ShapeReference(SecretsManagerShapes.errorMessage)),
            ]))
    }
}
