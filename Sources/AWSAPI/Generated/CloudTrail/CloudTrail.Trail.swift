// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension CloudTrail {
    public struct Trail: AWSStructure {
        public var name: String?
        public var s3BucketName: String?
        public var s3KeyPrefix: String?
        public var snsTopicName: String?
        public var snsTopicARN: String?
        public var includeGlobalServiceEvents: Bool?
        public var isMultiRegionTrail: Bool?
        public var homeRegion: String?
        public var trailARN: String?
        public var logFileValidationEnabled: Bool?
        public var cloudWatchLogsLogGroupArn: String?
        public var cloudWatchLogsRoleArn: String?
        public var kmsKeyId: String?
        public var hasCustomEventSelectors: Bool?
        public var hasInsightSelectors: Bool?
        public var isOrganizationTrail: Bool?
        public var recursiveLogging: Bool?

        public init(
            name: String? = nil, s3BucketName: String? = nil, s3KeyPrefix: String? = nil, snsTopicName: String? = nil,
            snsTopicARN: String? = nil, includeGlobalServiceEvents: Bool? = nil, isMultiRegionTrail: Bool? = nil,
            homeRegion: String? = nil, trailARN: String? = nil, logFileValidationEnabled: Bool? = nil,
            cloudWatchLogsLogGroupArn: String? = nil, cloudWatchLogsRoleArn: String? = nil, kmsKeyId: String? = nil,
            hasCustomEventSelectors: Bool? = nil, hasInsightSelectors: Bool? = nil, isOrganizationTrail: Bool? = nil,
            recursiveLogging: Bool? = nil
        ) {
            self.name = name
            self.s3BucketName = s3BucketName
            self.s3KeyPrefix = s3KeyPrefix
            self.snsTopicName = snsTopicName
            self.snsTopicARN = snsTopicARN
            self.includeGlobalServiceEvents = includeGlobalServiceEvents
            self.isMultiRegionTrail = isMultiRegionTrail
            self.homeRegion = homeRegion
            self.trailARN = trailARN
            self.logFileValidationEnabled = logFileValidationEnabled
            self.cloudWatchLogsLogGroupArn = cloudWatchLogsLogGroupArn
            self.cloudWatchLogsRoleArn = cloudWatchLogsRoleArn
            self.kmsKeyId = kmsKeyId
            self.hasCustomEventSelectors = hasCustomEventSelectors
            self.hasInsightSelectors = hasInsightSelectors
            self.isOrganizationTrail = isOrganizationTrail
            self.recursiveLogging = recursiveLogging
        }

        public init(wire: WireObject) throws {
            name = try wire.optionalString("Name")
            s3BucketName = try wire.optionalString("S3BucketName")
            s3KeyPrefix = try wire.optionalString("S3KeyPrefix")
            snsTopicName = try wire.optionalString("SnsTopicName")
            snsTopicARN = try wire.optionalString("SnsTopicARN")
            includeGlobalServiceEvents = try wire.optionalBoolean("IncludeGlobalServiceEvents")
            isMultiRegionTrail = try wire.optionalBoolean("IsMultiRegionTrail")
            homeRegion = try wire.optionalString("HomeRegion")
            trailARN = try wire.optionalString("TrailARN")
            logFileValidationEnabled = try wire.optionalBoolean("LogFileValidationEnabled")
            cloudWatchLogsLogGroupArn = try wire.optionalString("CloudWatchLogsLogGroupArn")
            cloudWatchLogsRoleArn = try wire.optionalString("CloudWatchLogsRoleArn")
            kmsKeyId = try wire.optionalString("KmsKeyId")
            hasCustomEventSelectors = try wire.optionalBoolean("HasCustomEventSelectors")
            hasInsightSelectors = try wire.optionalBoolean("HasInsightSelectors")
            isOrganizationTrail = try wire.optionalBoolean("IsOrganizationTrail")
            recursiveLogging = try wire.optionalBoolean("RecursiveLogging")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(17)
            wire.addString("Name", name)
            wire.addString("S3BucketName", s3BucketName)
            wire.addString("S3KeyPrefix", s3KeyPrefix)
            wire.addString("SnsTopicName", snsTopicName)
            wire.addString("SnsTopicARN", snsTopicARN)
            wire.addBoolean("IncludeGlobalServiceEvents", includeGlobalServiceEvents)
            wire.addBoolean("IsMultiRegionTrail", isMultiRegionTrail)
            wire.addString("HomeRegion", homeRegion)
            wire.addString("TrailARN", trailARN)
            wire.addBoolean("LogFileValidationEnabled", logFileValidationEnabled)
            wire.addString("CloudWatchLogsLogGroupArn", cloudWatchLogsLogGroupArn)
            wire.addString("CloudWatchLogsRoleArn", cloudWatchLogsRoleArn)
            wire.addString("KmsKeyId", kmsKeyId)
            wire.addBoolean("HasCustomEventSelectors", hasCustomEventSelectors)
            wire.addBoolean("HasInsightSelectors", hasInsightSelectors)
            wire.addBoolean("IsOrganizationTrail", isOrganizationTrail)
            wire.addBoolean("RecursiveLogging", recursiveLogging)
            return wire
        }

        public static let shape: Shape = Shape(
            "Trail",
            .structure(members: [
                ShapeMember("Name", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("S3BucketName", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("S3KeyPrefix", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("SnsTopicName", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("SnsTopicARN", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("IncludeGlobalServiceEvents", ShapeReference(CloudTrailShapes.boolean)),
                ShapeMember("IsMultiRegionTrail", ShapeReference(CloudTrailShapes.boolean)),
                ShapeMember("HomeRegion", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("TrailARN", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("LogFileValidationEnabled", ShapeReference(CloudTrailShapes.boolean)),
                ShapeMember("CloudWatchLogsLogGroupArn", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("CloudWatchLogsRoleArn", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("KmsKeyId", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("HasCustomEventSelectors", ShapeReference(CloudTrailShapes.boolean)),
                ShapeMember("HasInsightSelectors", ShapeReference(CloudTrailShapes.boolean)),
                ShapeMember("IsOrganizationTrail", ShapeReference(CloudTrailShapes.boolean)),
                ShapeMember("RecursiveLogging", ShapeReference(CloudTrailShapes.boolean)),
            ]))
    }
}
