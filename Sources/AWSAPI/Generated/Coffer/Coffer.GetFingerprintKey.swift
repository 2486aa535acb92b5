// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension Coffer {
    public enum GetFingerprintKey: AWSOperation {
        public typealias Input = Coffer.GetFingerprintKeyInput
        public typealias Output = Coffer.GetFingerprintKeyOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "GetFingerprintKey"
        public static let errors: [String: Int] = [:]
    }

    public struct GetFingerprintKeyInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("GetFingerprintKeyRequest", .structure(members: []))
    }

    public struct GetFingerprintKeyOutput: AWSStructure {
        public var key: SharedSecret

        public init(key: SharedSecret) {
            self.key = key
        }

        public init(wire: WireObject) throws {
            key = try wire.secret("Key")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addSecret("Key", key)
            return wire
        }

        public static let shape: Shape = Shape(
            "FingerprintKey",
            .structure(members: [
                ShapeMember("Key", ShapeReference(CofferShapes.fingerprintKeyValue), isRequired: true),
            ]))
    }
}
