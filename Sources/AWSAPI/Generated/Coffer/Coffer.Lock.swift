// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public enum Lock: AWSOperation {
        public typealias Input = Coffer.LockInput
        public typealias Output = Coffer.LockOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "Lock"
        public static let errors: [String: Int] = [:]
    }

    public struct LockInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("LockRequest", .structure(members: []))
    }

    public struct LockOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("LockResponse", .structure(members: []))
    }
}
