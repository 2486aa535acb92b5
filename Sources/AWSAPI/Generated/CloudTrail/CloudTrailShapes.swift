// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

/// The shapes of CloudTrail that are not structures.
enum CloudTrailShapes {
    static let boolean: Shape = Shape("Boolean", .boolean)
    static let byteBuffer: Shape = Shape("ByteBuffer", .blob(length: nil))
    static let date: Shape = Shape("Date", .timestamp)
    static let eventCategory: Shape = Shape("EventCategory", .string(length: nil, pattern: nil, values: ["insight"]))
    static let eventsList: Shape = Shape(
        "EventsList",
        .list(member: ShapeReference(CloudTrail.Event.shape), length: nil, memberName: nil, isFlattened: false))
    static let lookupAttributeKey: Shape = Shape(
        "LookupAttributeKey",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "EventId", "EventName", "ReadOnly", "Username", "ResourceType", "ResourceName", "EventSource",
                "AccessKeyId",
            ]
        ))
    static let lookupAttributeValue: Shape = Shape(
        "LookupAttributeValue",
        .string(length: 1...2000, pattern: nil, values: []))
    static let lookupAttributesList: Shape = Shape(
        "LookupAttributesList",
        .list(
            member: ShapeReference(CloudTrail.LookupAttribute.shape), length: nil, memberName: nil, isFlattened: false
        ))
    static let maxResults: Shape = Shape("MaxResults", .integer(range: 1...50))
    static let nextToken: Shape = Shape("NextToken", .string(length: nil, pattern: nil, values: []))
    static let publicKeyList: Shape = Shape(
        "PublicKeyList",
        .list(member: ShapeReference(CloudTrail.PublicKey.shape), length: nil, memberName: nil, isFlattened: false))
    static let resourceList: Shape = Shape(
        "ResourceList",
        .list(member: ShapeReference(CloudTrail.Resource.shape), length: nil, memberName: nil, isFlattened: false))
    static let string: Shape = Shape("String", .string(length: nil, pattern: nil, values: []))
    static let trailList: Shape = Shape(
        "TrailList",
        .list(member: ShapeReference(CloudTrail.Trail.shape), length: nil, memberName: nil, isFlattened: false))
    static let trailNameList: Shape = Shape(
        "TrailNameList",
        .list(member: ShapeReference(CloudTrailShapes.string), length: nil, memberName: nil, isFlattened: false))
}
