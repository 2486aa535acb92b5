// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension CloudTrail {
    public enum DescribeTrails: AWSOperation {
        public typealias Input = CloudTrail.DescribeTrailsInput
        public typealias Output = CloudTrail.DescribeTrailsOutput
        public static var service: AWSService { CloudTrail.service }
        public static let name: String = "DescribeTrails"
        public static let errors: [String: Int] = [
            "CloudTrailARNInvalidException": 400, "InvalidTrailNameException": 400,
            "NoManagementAccountSLRExistsException": 400, "OperationNotPermittedException": 400,
            "UnsupportedOperationException": 400,
        ]
    }

    public struct DescribeTrailsInput: AWSStructure {
        public var trailNameList: [String]?
        public var includeShadowTrails: Bool?

        public init(trailNameList: [String]? = nil, includeShadowTrails: Bool? = nil) {
            self.trailNameList = trailNameList
            self.includeShadowTrails = includeShadowTrails
        }

        public init(wire: WireObject) throws {
            trailNameList = try wire.optionalStrings("trailNameList")
            includeShadowTrails = try wire.optionalBoolean("includeShadowTrails")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addStrings("trailNameList", trailNameList)
            wire.addBoolean("includeShadowTrails", includeShadowTrails)
            return wire
        }

        public static let shape: Shape = Shape(
            "DescribeTrailsRequest",
            .structure(members: [
                ShapeMember("trailNameList", ShapeReference(CloudTrailShapes.trailNameList)),
                ShapeMember("includeShadowTrails", ShapeReference(CloudTrailShapes.boolean)),
            ]))
    }

    public struct DescribeTrailsOutput: AWSStructure {
        public var trailList: [CloudTrail.Trail]?

        public init(trailList: [CloudTrail.Trail]? = nil) {
            self.trailList = trailList
        }

        public init(wire: WireObject) throws {
            trailList = try wire.optionalStructures("trailList")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructures("trailList", trailList)
            return wire
        }

        public static let shape: Shape = Shape(
            "DescribeTrailsResponse",
            .structure(members: [
                ShapeMember("trailList", ShapeReference(CloudTrailShapes.trailList)),
            ]))
    }
}
