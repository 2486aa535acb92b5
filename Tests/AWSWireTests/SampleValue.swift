// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase

/// A value of the shape with every member set. Constraints are not looked at.
func sample(_ shape: Shape, depth: Int = 0) -> WireValue {
    switch shape.kind {
    case .string:
        let text = "\(shape.name) <&> \"é\" 🔑\n+%"
        return shape.isSensitive ? .secret(SharedSecret(utf8: text)) : .string(text)
    case .blob:
        let bytes: [UInt8] = [0, 1, 2, 250, 255]
        return shape.isSensitive ? .secret(SharedSecret(copying: bytes)) : .blob(bytes)
    case .integer, .long: return .integer(-17)
    case .double: return .double(1.5)
    case .boolean: return .bool(true)
    case .timestamp: return .timestamp(Timestamp(milliseconds: 1_700_000_000_123))
    case .list(let member, _, _, _): return .list([sample(member.shape), sample(member.shape)])
    case .map(_, let value, _):
        return .map([(name: "a.b c", value: sample(value.shape)), (name: "é", value: sample(value.shape))])
    case .structure(let members):
        return .structure(members.map { (name: $0.name, value: sample($0.shape, depth: depth + 1)) })
    }
}

func sampleObject(_ shape: Shape) -> WireObject {
    if case .structure(let object) = sample(shape) { object } else { [] }
}

/// A text that is equal for equal values, secrets included.
func canonical(_ object: WireObject) -> String { canonical(.structure(object)) }

func canonical(_ value: WireValue) -> String {
    switch value {
    case .bool(let flag): "b\(flag)"
    case .integer(let number): "i\(number)"
    case .double(let number): "d\(number)"
    case .string(let text): "s\(text)"
    case .blob(let bytes): "x\(bytes)"
    case .secret(let secret): "S\(secret.withUnsafeBytes { Array($0) })"
    case .timestamp(let time): "t\(time.milliseconds)"
    case .list(let elements): "[\(elements.map(canonical).joined(separator: ","))]"
    case .map(let entries): "m{\(entries.map { "\($0.name)=\(canonical($0.value))" }.joined(separator: ","))}"
    case .structure(let object): "{\(object.map { "\($0.name)=\(canonical($0.value))" }.joined(separator: ","))}"
    }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
