// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension CloudTrail {
    public enum ListPublicKeys: AWSOperation {
        public typealias Input = CloudTrail.ListPublicKeysInput
        public typealias Output = CloudTrail.ListPublicKeysOutput
        public static var service: AWSService { CloudTrail.service }
        public static let name: String = "ListPublicKeys"
        public static let errors: [String: Int] = [
            "InvalidTimeRangeException": 400, "InvalidTokenException": 400, "OperationNotPermittedException": 400,
            "UnsupportedOperationException": 400,
        ]
    }

    public struct ListPublicKeysInput: AWSStructure {
        public var startTime: Timestamp?
        public var endTime: Timestamp?
        public var nextToken: String?

        public init(startTime: Timestamp? = nil, endTime: Timestamp? = nil, nextToken: String? = nil) {
            self.startTime = startTime
            self.endTime = endTime
            self.nextToken = nextToken
        }

        public init(wire: WireObject) throws {
            startTime = try wire.optionalTimestamp("StartTime")
            endTime = try wire.optionalTimestamp("EndTime")
            nextToken = try wire.optionalString("NextToken")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addTimestamp("StartTime", startTime)
            wire.addTimestamp("EndTime", endTime)
            wire.addString("NextToken", nextToken)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListPublicKeysRequest",
            .structure(members: [
                ShapeMember("StartTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("EndTime", ShapeReference(CloudTrailShapes.date)),
                ShapeMember("NextToken", ShapeReference(CloudTrailShapes.string)),
            ]))
    }

    public struct ListPublicKeysOutput: AWSStructure {
        public var publicKeyList: [CloudTrail.PublicKey]?
        public var nextToken: String?

        public init(publicKeyList: [CloudTrail.PublicKey]? = nil, nextToken: String? = nil) {
            self.publicKeyList = publicKeyList
            self.nextToken = nextToken
        }

        public init(wire: WireObject) throws {
            publicKeyList = try wire.optionalStructures("PublicKeyList")
            nextToken = try wire.optionalString("NextToken")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addStructures("PublicKeyList", publicKeyList)
            wire.addString("NextToken", nextToken)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListPublicKeysResponse",
            .structure(members: [
                ShapeMember("PublicKeyList", ShapeReference(CloudTrailShapes.publicKeyList)),
                ShapeMember("NextToken", ShapeReference(CloudTrailShapes.string)),
            ]))
    }
}
