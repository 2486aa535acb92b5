// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// What the simulator is told that a condition key's values are. Conditions read values as their operators want them,
/// so the type settles only how a value must be written.
public enum ContextValueType: String, Sendable {
    case string, stringList, numeric, numericList, boolean, booleanList, ip, ipList, binary, binaryList, date, dateList

    /// Whether a value is written as its type's values are.
    public func accepts(_ value: String) -> Bool {
        switch self {
        case .string, .stringList: true
        case .numeric, .numericList: Number(value) != nil
        case .boolean, .booleanList: ["true", "false"].contains(value.lowercased())
        case .ip, .ipList: IPRange(value) != nil
        case .binary, .binaryList: Base64.decode(value) != nil
        case .date, .dateList: Timestamp(condition: value) != nil
        }
    }
}
