// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum DisassociateCrossAccountReplica: AWSOperation {
        public typealias Input = SecretsManager.DisassociateCrossAccountReplicaInput
        public typealias Output = SecretsManager.DisassociateCrossAccountReplicaOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "DisassociateCrossAccountReplica"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct DisassociateCrossAccountReplicaInput: AWSStructure {
        public var secretId: String
        public var crossAccountReplicaARN: String

        public init(secretId: String, crossAccountReplicaARN: String) {
            self.secretId = secretId
            self.crossAccountReplicaARN = crossAccountReplicaARN
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            crossAccountReplicaARN = try wire.string("CrossAccountReplicaARN")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("SecretId", secretId)
            wire.addString("CrossAccountReplicaARN", crossAccountReplicaARN)
            return wire
        }

        public static let shape: Shape = Shape(
            "DisassociateCrossAccountReplicaRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember(
                    "CrossAccountReplicaARN", ShapeReference(SecretsManagerShapes.secretARNType), isRequired: true
                ),
            ]))
    }

    public struct DisassociateCrossAccountReplicaOutput: AWSStructure {
        public var arn: String?
        public var crossAccountReplicaARN: String?

        public init(arn: String? = nil, crossAccountReplicaARN: String? = nil) {
            self.arn = arn
            self.crossAccountReplicaARN = crossAccountReplicaARN
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
            crossAccountReplicaARN = try wire.optionalString("CrossAccountReplicaARN")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("ARN", arn)
            wire.addString("CrossAccountReplicaARN", crossAccountReplicaARN)
            return wire
        }

        public static let shape: Shape = Shape(
            "DisassociateCrossAccountReplicaResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("CrossAccountReplicaARN", ShapeReference(SecretsManagerShapes.secretARNType)),
            ]))
    }
}
