// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension STS {
    public enum AssumeRoot: AWSOperation {
        public typealias Input = STS.AssumeRootInput
        public typealias Output = STS.AssumeRootOutput
        public static var service: AWSService { STS.service }
        public static let name: String = "AssumeRoot"
        public static let errors: [String: Int] = ["ExpiredTokenException": 400, "RegionDisabledException": 403]
    }

    public struct AssumeRootInput: AWSStructure {
        public var targetPrincipal: String
        public var taskPolicyArn: STS.PolicyDescriptorType
        public var durationSeconds: Int?
        public var minimumSessionTokenSize: Int?

        public init(
            targetPrincipal: String, taskPolicyArn: STS.PolicyDescriptorType, durationSeconds: Int? = nil,
            minimumSessionTokenSize: Int? = nil
        ) {
            self.targetPrincipal = targetPrincipal
            self.taskPolicyArn = taskPolicyArn
            self.durationSeconds = durationSeconds
            self.minimumSessionTokenSize = minimumSessionTokenSize
        }

        public init(wire: WireObject) throws {
            targetPrincipal = try wire.string("TargetPrincipal")
            taskPolicyArn = try wire.structure("TaskPolicyArn")
            durationSeconds = try wire.optionalInteger("DurationSeconds")
            minimumSessionTokenSize = try wire.optionalInteger("MinimumSessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("TargetPrincipal", targetPrincipal)
            wire.addStructure("TaskPolicyArn", taskPolicyArn)
            wire.addInteger("DurationSeconds", durationSeconds)
            wire.addInteger("MinimumSessionTokenSize", minimumSessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "AssumeRootRequest",
            .structure(members: [
                ShapeMember("TargetPrincipal", ShapeReference(STSShapes.targetPrincipalType), isRequired: true),
                ShapeMember("TaskPolicyArn", ShapeReference(STS.PolicyDescriptorType.shape), isRequired: true),
                ShapeMember("DurationSeconds", ShapeReference(STSShapes.rootDurationSecondsType)),
                ShapeMember("MinimumSessionTokenSize", ShapeReference(STSShapes.minimumSessionTokenSizeType)),
            ]))
    }

    public struct AssumeRootOutput: AWSStructure {
        public var credentials: STS.Credentials?
        public var sourceIdentity: String?
        public var sessionTokenUtilization: Int?
        public var sessionTokenSize: Int?

        public init(
            credentials: STS.Credentials? = nil, sourceIdentity: String? = nil, sessionTokenUtilization: Int? = nil,
            sessionTokenSize: Int? = nil
        ) {
            self.credentials = credentials
            self.sourceIdentity = sourceIdentity
            self.sessionTokenUtilization = sessionTokenUtilization
            self.sessionTokenSize = sessionTokenSize
        }

        public init(wire: WireObject) throws {
            credentials = try wire.optionalStructure("Credentials")
            sourceIdentity = try wire.optionalString("SourceIdentity")
            sessionTokenUtilization = try wire.optionalInteger("SessionTokenUtilization")
            sessionTokenSize = try wire.optionalInteger("SessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addStructure("Credentials", credentials)
            wire.addString("SourceIdentity", sourceIdentity)
            wire.addInteger("SessionTokenUtilization", sessionTokenUtilization)
            wire.addInteger("SessionTokenSize", sessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "AssumeRootResponse",
            .structure(members: [
                ShapeMember("Credentials", ShapeReference(STS.Credentials.shape)),
                ShapeMember("SourceIdentity", ShapeReference(STSShapes.sourceIdentityType)),
                ShapeMember("SessionTokenUtilization", ShapeReference(STSShapes.sessionTokenUtilizationType)),
                ShapeMember("SessionTokenSize", ShapeReference(STSShapes.sessionTokenSizeType)),
            ]))
    }
}
