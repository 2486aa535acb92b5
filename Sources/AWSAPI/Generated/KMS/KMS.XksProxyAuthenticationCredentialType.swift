// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public struct XksProxyAuthenticationCredentialType: AWSStructure {
        public var accessKeyId: SharedSecret
        public var rawSecretAccessKey: SharedSecret

        public init(accessKeyId: SharedSecret, rawSecretAccessKey: SharedSecret) {
            self.accessKeyId = accessKeyId
            self.rawSecretAccessKey = rawSecretAccessKey
        }

        public init(wire: WireObject) throws {
            accessKeyId = try wire.secret("AccessKeyId")
            rawSecretAccessKey = try wire.secret("RawSecretAccessKey")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addSecret("AccessKeyId", accessKeyId)
            wire.addSecret("RawSecretAccessKey", rawSecretAccessKey)
            return wire
        }

        public static let shape: Shape = Shape(
            "XksProxyAuthenticationCredentialType",
            .structure(members: [
                ShapeMember(
                    "AccessKeyId", ShapeReference(KMSShapes.xksProxyAuthenticationAccessKeyIdType), isRequired: true
                ),
                ShapeMember(
                    "RawSecretAccessKey", ShapeReference(KMSShapes.xksProxyAuthenticationRawSecretAccessKeyType),
                    isRequired: true
                ),
            ]))
    }
}
