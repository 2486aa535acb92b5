// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension CloudTrail {
    public enum LookupEvents: AWSOperation {
        public typealias Input = CloudTrail.LookupEventsInput
        public typealias Output = CloudTrail.LookupEventsOutput
        public static var service: AWSService { CloudTrail.service }
        public static let name: String = "LookupEvents"
        public static let errors: [String: Int] = [
            "InvalidEventCategoryException": 400, "InvalidLookupAttributesException": 400,
            "InvalidMaxResultsException": 400, "InvalidNextTokenException": 400, "InvalidTimeRangeException": 400,
            "OperationNotPermittedException": 400, "UnsupportedOperationException": 400,
        ]
    }

    public struct LookupEventsInput: AWSStructure {
        public var lookupAttributes: [CloudTrail.LookupAttribute]?
        public var startTime: Timestamp?
        public var endTime: Timestamp?
        public var eventCategory: String?
        public var maxResults: Int?
        public var nextToken: String?

        public init(
            lookupAttributes: [CloudTrail.LookupAttribute]? = nil, startTime: Timestamp? = nil,
            endTime: Timestamp? = nil, eventCategory: String? = nil, maxResults: Int? = nil, nextToken: String? = nil
        ) {
            self.lookupAttributes = lookupAttributes
            self.startTime = startTime
            self.endTime = endTime
            self.eventCategory = eventCategory
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        public init(wire: WireObject) throws {
            lookupAttributes = try wire.optionalStructures("LookupAttributes")
            startTime = try wire.optionalTimestamp("StartTime")
            endTime = try wire.optionalTimestamp("EndTime")
            eventCategory = try wire.optionalString("EventCategory")
            maxResults = try wire.optionalInteger("MaxResults")
            nextToken = try wire.optionalString("NextToken")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addStructures("LookupAttributes", lookupAttributes)
            wire.addTimestamp("StartTime", startTime)
            wire.addTimestamp("EndTime", endTime)
            wire.addString("EventCategory", eventCategory)
            wire.addInteger("MaxResults", maxResults)
            wire.addString("NextToken", nextToken)
            return wire
        }

        public static let shape: Shape = Shape(
            "LookupEventsRequest",
            .structure(members: [
                ShapeMember("LookupAttributes", ShapeReference(CloudTrailShapes.lookupAttributesList)),
                ShapeMember("StartTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("EndTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("EventCategory", ShapeReference(CloudTrailShapes.eventCategory)),
                ShapeMember("MaxResults", ShapeReference(CloudTrailShapes.maxResults)),
                ShapeMember("NextToken", ShapeReference(CloudTrailShapes.nextToken)),
            ]))
    }

    public struct LookupEventsOutput: AWSStructure {
        public var events: [CloudTrail.Event]?
        public var nextToken: String?

        public init(events: [CloudTrail.Event]? = nil, nextToken: String? = nil) {
            self.events = events
            self.nextToken = nextToken
        }

        public init(wire: WireObject) throws {
            events = try wire.optionalStructures("Events")
            nextToken = try wire.optionalString("NextToken")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addStructures("Events", events)
            wire.addString("NextToken", nextToken)
            return wire
        }

        public static let shape: Shape = Shape(
            "LookupEventsResponse",
            .structure(members: [
                ShapeMember("Events", ShapeReference(CloudTrailShapes.eventsList)),
                ShapeMember("NextToken", ShapeReference(CloudTrailShapes.nextToken)),
            ]))
    }
}
