// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListAccountAliases: AWSOperation {
        public typealias Input = IAM.ListAccountAliasesInput
        public typealias Output = IAM.ListAccountAliasesOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListAccountAliases"
        public static let errors: [String: Int] = ["ServiceFailure": 500]
    }

    public struct ListAccountAliasesInput: AWSStructure {
        public var marker: String?
        public var maxItems: Int?

        public init(marker: String? = nil, maxItems: Int? = nil) {
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListAccountAliasesRequest",
            .structure(members: [
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListAccountAliasesOutput: AWSStructure {
        public var accountAliases: [String]
        public var isTruncated: Bool?
        public var marker: String?

        public init(accountAliases: [String], isTruncated: Bool? = nil, marker: String? = nil) {
            self.accountAliases = accountAliases
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            accountAliases = try wire.strings("AccountAliases")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStrings("AccountAliases", accountAliases)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListAccountAliasesResponse",
            .structure(members: [
                ShapeMember("AccountAliases", ShapeReference(IAMShapes.accountAliasListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
