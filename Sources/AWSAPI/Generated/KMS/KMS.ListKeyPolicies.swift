// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum ListKeyPolicies: AWSOperation {
        public typealias Input = KMS.ListKeyPoliciesInput
        public typealias Output = KMS.ListKeyPoliciesOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ListKeyPolicies"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "NotFoundException": 400,
        ]
    }

    public struct ListKeyPoliciesInput: AWSStructure {
        public var keyId: String
        public var limit: Int?
        public var marker: String?

        public init(keyId: String, limit: Int? = nil, marker: String? = nil) {
            self.keyId = keyId
            self.limit = limit
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            limit = try wire.optionalInteger("Limit")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("KeyId", keyId)
            wire.addInteger("Limit", limit)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListKeyPoliciesRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("Limit", ShapeReference(KMSShapes.limitType)),
                ShapeMember("Marker", ShapeReference(KMSShapes.markerType)),
            ]))
    }

    public struct ListKeyPoliciesOutput: AWSStructure {
        public var policyNames: [String]?
        public var nextMarker: String?
        public var truncated: Bool?

        public init(policyNames: [String]? = nil, nextMarker: String? = nil, truncated: Bool? = nil) {
            self.policyNames = policyNames
            self.nextMarker = nextMarker
            self.truncated = truncated
        }

        public init(wire: WireObject) throws {
            policyNames = try wire.optionalStrings("PolicyNames")
            nextMarker = try wire.optionalString("NextMarker")
            truncated = try wire.optionalBoolean("Truncated")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStrings("PolicyNames", policyNames)
            wire.addString("NextMarker", nextMarker)
            wire.addBoolean("Truncated", truncated)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListKeyPoliciesResponse",
            .structure(members: [
                ShapeMember("PolicyNames", ShapeReference(KMSShapes.policyNameList)),
                ShapeMember("NextMarker", ShapeReference(KMSShapes.markerType)),
                ShapeMember("Truncated", ShapeReference(KMSShapes.booleanType)),
            ]))
    }
}
