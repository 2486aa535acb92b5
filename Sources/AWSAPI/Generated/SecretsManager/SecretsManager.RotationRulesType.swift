// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public struct RotationRulesType: AWSStructure {
        public var automaticallyAfterDays: Int?
        public var duration: String?
        public var scheduleExpression: String?

        public init(automaticallyAfterDays: Int? = nil, duration: String? = nil, scheduleExpression: String? = nil) {
            self.automaticallyAfterDays = automaticallyAfterDays
            self.duration = duration
            self.scheduleExpression = scheduleExpression
        }

        public init(wire: WireObject) throws {
            automaticallyAfterDays = try wire.optionalInteger("AutomaticallyAfterDays")
            duration = try wire.optionalString("Duration")
            scheduleExpression = try wire.optionalString("ScheduleExpression")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addInteger("AutomaticallyAfterDays", automaticallyAfterDays)
            wire.addString("Duration", duration)
            wire.addString("ScheduleExpression", scheduleExpression)
            return wire
        }

        public static let shape: Shape = Shape(
            "RotationRulesType",
            .structure(members: [
                ShapeMember(
                    "AutomaticallyAfterDays", ShapeReference(SecretsManagerShapes.automaticallyRotateAfterDaysType)
                ),
                ShapeMember("Duration", ShapeReference(SecretsManagerShapes.durationType)),
                ShapeMember("ScheduleExpression", ShapeReference(SecretsManagerShapes.scheduleExpressionType)),
            ]))
    }
}
