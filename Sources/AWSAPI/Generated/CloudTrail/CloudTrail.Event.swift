// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension CloudTrail {
    public struct Event: AWSStructure {
        public var eventId: String?
        public var eventName: String?
        public var readOnly: String?
        public var accessKeyId: String?
        public var eventTime: Timestamp?
        public var eventSource: String?
        public var username: String?
        public var resources: [CloudTrail.Resource]?
        public var cloudTrailEvent: String?

        public init(
            eventId: String? = nil, eventName: String? = nil, readOnly: String? = nil, accessKeyId: String? = nil,
            eventTime: Timestamp? = nil, eventSource: String? = nil, username: String? = nil,
            resources: [CloudTrail.Resource]? = nil, cloudTrailEvent: String? = nil
        ) {
            self.eventId = eventId
            self.eventName = eventName
            self.readOnly = readOnly
            self.accessKeyId = accessKeyId
            self.eventTime = eventTime
            self.eventSource = eventSource
            self.username = username
            self.resources = resources
            self.cloudTrailEvent = cloudTrailEvent
        }

        public init(wire: WireObject) throws {
            eventId = try wire.optionalString("EventId")
            eventName = try wire.optionalString("EventName")
            readOnly = try wire.optionalString("ReadOnly")
            accessKeyId = try wire.optionalString("AccessKeyId")
            eventTime = try wire.optionalTimestamp("EventTime")
            eventSource = try wire.optionalString("EventSource")
            username = try wire.optionalString("Username")
            resources = try wire.optionalStructures("Resources")
            cloudTrailEvent = try wire.optionalString("CloudTrailEvent")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(9)
            wire.addString("EventId", eventId)
            wire.addString("EventName", eventName)
            wire.addString("ReadOnly", readOnly)
            wire.addString("AccessKeyId", accessKeyId)
            wire.addTimestamp("EventTime", eventTime)
            wire.addString("EventSource", eventSource)
            wire.addString("Username", username)
            wire.addStructures("Resources", resources)
            wire.addString("CloudTrailEvent", cloudTrailEvent)
            return wire
        }

        public static let shape: Shape = Shape(
            "Event",
            .structure(members: [
                ShapeMember("EventId", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("EventName", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("ReadOnly", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("AccessKeyId", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("EventTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("EventSource", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("Username", ShapeReference(CloudTrailShapes.string)),
                ShapeMember("Resources", ShapeReference(CloudTrailShapes.resourceList)),
                ShapeMember("CloudTrailEvent", ShapeReference(CloudTrailShapes.string)),
            ]))
    }
}
