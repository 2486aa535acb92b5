// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension CloudTrail {
    public enum GetTrailStatus: AWSOperation {
        public typealias Input = CloudTrail.GetTrailStatusInput
        public typealias Output = CloudTrail.GetTrailStatusOutput
        public static var service: AWSService { CloudTrail.service }
        public static let name: String = "GetTrailStatus"
        public static let errors: [String: Int] = [
            "CloudTrailARNInvalidException": 400, "InvalidTrailNameException": 400,
            "OperationNotPermittedException": 400, "TrailNotFoundException": 400, "UnsupportedOperationException": 400,
        ]
    }

    public struct GetTrailStatusInput: AWSStructure {
        public var name: String

        public init(name: String) {
            self.name = name
        }

        public init(wire: WireObject) throws {
            name = try wire.string("Name")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("Name", name)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetTrailStatusRequest",
            .structure(members: [
                ShapeMember("Name", ShapeReference(CloudTrailShapes.string), isRequired: true),
            ]))
    }

    public struct GetTrailStatusOutput: AWSStructure {
        public var isLogging: Bool?
        public var latestDeliveryError: String?
        public var latestNotificationError: String?
        public var latestDeliveryTime: Timestamp?
        public var latestNotificationTime: Timestamp?
        public var startLoggingTime: Timestamp?
        public var stopLoggingTime: Timestamp?
        public var latestCloudWatchLogsDeliveryError: String?
        public var latestCloudWatchLogsDeliveryTime: Timestamp?
        public var latestDigestDeliveryTime: Timestamp?
        public var latestDigestDeliveryError: String?
        public var latestDeliveryAttemptTime: String?
        public var latestNotificationAttemptTime: String?
        public var latestNotificationAttemptSucceeded: String?
        public var latestDeliveryAttemptSucceeded: String?
        public var timeLoggingStarted: String?
        public var timeLoggingStopped: String?

        public init(
            isLogging: Bool? = nil, latestDeliveryError: String? = nil, latestNotificationError: String? = nil,
            latestDeliveryTime: Timestamp? = nil, latestNotificationTime: Timestamp? = nil,
            startLoggingTime: Timestamp? = nil, stopLoggingTime: Timestamp? = nil,
            latestCloudWatchLogsDeliveryError: String? = nil, latestCloudWatchLogsDeliveryTime: Timestamp? = nil,
            latestDigestDeliveryTime: Timestamp? = nil, latestDigestDeliveryError: String? = nil,
            latestDeliveryAttemptTime: String? = nil, latestNotificationAttemptTime: String? = nil,
            latestNotificationAttemptSucceeded: String? = nil, latestDeliveryAttemptSucceeded: String? = nil,
            timeLoggingStarted: String? = nil, timeLoggingStopped: String? = nil
        ) {
            self.isLogging = isLogging
            self.latestDeliveryError = latestDeliveryError
            self.latestNotificationError = latestNotificationError
            self.latestDeliveryTime = latestDeliveryTime
            self.latestNotificationTime = latestNotificationTime
            self.startLoggingTime = startLoggingTime
            self.stopLoggingTime = stopLoggingTime
            self.latestCloudWatchLogsDeliveryError = latestCloudWatchLogsDeliveryError
            self.latestCloudWatchLogsDeliveryTime = latestCloudWatchLogsDeliveryTime
            self.latestDigestDeliveryTime = latestDigestDeliveryTime
            self.latestDigestDeliveryError = latestDigestDeliveryError
            self.latestDeliveryAttemptTime = latestDeliveryAttemptTime
            self.latestNotificationAttemptTime = latestNotificationAttemptTime
            self.latestNotificationAttemptSucceeded = latestNotificationAttemptSucceeded
            self.latestDeliveryAttemptSucceeded = latestDeliveryAttemptSucceeded
            self.timeLoggingStarted = timeLoggingStarted
            self.timeLoggingStopped = timeLoggingStopped
        }

        public init(wire: WireObject) throws {
            isLogging = try wire.optionalBoolean("IsLogging")
            latestDeliveryError = try wire.optionalString("LatestDeliveryError")
            latestNotificationError = try wire.optionalString("LatestNotificationError")
            latestDeliveryTime = try wire.optionalTimestamp("LatestDeliveryTime")
            latestNotificationTime = try wire.optionalTimestamp("LatestNotificationTime")
            startLoggingTime = try wire.optionalTimestamp("StartLoggingTime")
            stopLoggingTime = try wire.optionalTimestamp("StopLoggingTime")
            latestCloudWatchLogsDeliveryError = try wire.optionalString("LatestCloudWatchLogsDeliveryError")
            latestCloudWatchLogsDeliveryTime = try wire.optionalTimestamp("LatestCloudWatchLogsDeliveryTime")
            latestDigestDeliveryTime = try wire.optionalTimestamp("LatestDigestDeliveryTime")
            latestDigestDeliveryError = try wire.optionalString("LatestDigestDeliveryError")
            latestDeliveryAttemptTime = try wire.optionalString("LatestDeliveryAttemptTime")
            latestNotificationAttemptTime = try wire.optionalString("LatestNotificationAttemptTime")
            latestNotificationAttemptSucceeded = try wire.optionalString("LatestNotificationAttemptSucceeded")
            latestDeliveryAttemptSucceeded = try wire.optionalString("LatestDeliveryAttemptSucceeded")
            timeLoggingStarted = try wire.optionalString("TimeLoggingStarted")
            timeLoggingStopped = try wire.optionalString("TimeLoggingStopped")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(17)
            wire.addBoolean("IsLogging", isLogging)
            wire.addString("LatestDeliveryError", latestDeliveryError)
            wire.addString("LatestNotificationError", latestNotificationError)
            wire.addTimestamp("LatestDeliveryTime", latestDeliveryTime)
            wire.addTimestamp("LatestNotificationTime", latestNotificationTime)
            wire.addTimestamp("StartLoggingTime", startLoggingTime)
            wire.addTimestamp("StopLoggingTime", stopLoggingTime)
            wire.addString("LatestCloudWatchLogsDeliveryError", latestCloudWatchLogsDeliveryError)
            wire.addTimestamp("LatestCloudWatchLogsDeliveryTime", latestCloudWatchLogsDeliveryTime)
            wire.addTimestamp("LatestDigestDeliveryTime", latestDigestDeliveryTime)
            wire.addString("LatestDigestDeliveryError", latestDigestDeliveryError)
            wire.addString("LatestDeliveryAttemptTime", latestDeliveryAttemptTime)
            wire.addString("LatestNotificationAttemptTime", latestNotificationAttemptTime)
            wire.addString("LatestNotificationAttemptSucceeded", latestNotificationAttemptSucceeded)
            wire.addString("LatestDeliveryAttemptSucceeded", latestDeliveryAttemptSucceeded)
            wire.addString("TimeLoggingStarted", timeLoggingStarted)
            wire.addString("TimeLoggingStopped", timeLoggingStopped)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetTrailStatusResponse",
            .structure(members: [
                ShapeMember("IsLogging", ShapeReference(CloudTrailShapes.boolean)),
                ShapeMember("LatestDeliveryError", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("LatestNotificationError", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("LatestDeliveryTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("LatestNotificationTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("StartLoggingTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("StopLoggingTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("LatestCloudWatchLogsDeliveryError", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("LatestCloudWatchLogsDeliveryTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("LatestDigestDeliveryTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("LatestDigestDeliveryError", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("LatestDeliveryAttemptTime", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("LatestNotificationAttemptTime", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("LatestNotificationAttemptSucceeded", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("LatestDeliveryAttemptSucceeded", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("TimeLoggingStarted", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("TimeLoggingStopped", ShapeReference(CloudTrailShapes.string)),
            ]))
    }
}
