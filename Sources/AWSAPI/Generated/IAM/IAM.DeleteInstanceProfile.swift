// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteInstanceProfile: AWSOperation {
        public typealias Input = IAM.DeleteInstanceProfileInput
        public typealias Output = IAM.DeleteInstanceProfileOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteInstanceProfile"
        public static let errors: [String: Int] = [
            "DeleteConflict": 409, "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct DeleteInstanceProfileInput: AWSStructure {
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
            "DeleteInstanceProfileRequest",
            .structure(members: [
                ShapeMember("InstanceProfileName", ShapeReference(IAMShapes.instanceProfileNameType), isRequired: true),
            ]))
    }

    public struct DeleteInstanceProfileOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteInstanceProfileOutput", .structure(members: []))
    }
}
