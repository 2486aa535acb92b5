// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase

/// The JSON 1.1 protocol: KMS, Secrets Manager, CloudTrail.
public enum JSONWire {
    /// Deep enough for every model; a hostile document costs no more.
    static let limits = JSONLimits(depth: 64, values: 100_000)

    /// Reads a body as the shape says. An empty body is `{}`, unknown members are skipped, an explicit null is absent.
    ///
    /// Only the types are checked here; the constraints are `Validation`'s.
    /// Throws `SerializationException`, whose message never quotes the body.
    public static func decode(_ body: [UInt8], as shape: Shape) throws(AWSError) -> WireObject {
        guard case .structure(let members) = shape.kind else { throw .serialization(unexpectedValue) }
        if body.isEmpty { return [] }
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: body, limits: limits) } catch {
            throw .serialization("the body is not JSON: \(error)")
        }
        guard case .object(let object) = value else { throw .serialization(unexpectedValue) }
        return try structure(object, members)
    }

    private static let unexpectedValue = "Unexpected value type in payload"

    private static func structure(_ object: JSONObject, _ members: [ShapeMember]) throws(AWSError) -> WireObject {
        var result: WireObject = []
        result.reserveCapacity(Swift.min(object.count, members.count))
        var next = 0
        for member in members {
            // Most bodies come in the model's order or nearly: look where the last one was found first.
            guard let index = index(of: member.name, in: object.members, from: next) else { continue }
            next = index + 1
            if case .null = object.members[index].value { continue }
            result.append((member.name, try decode(object.members[index].value, member.shape)))
            if next == object.members.count, result.count == next { break }
        }
        return result
    }

    private static func index(
        of name: String, in members: [(name: String, value: JSONValue)], from start: Int
    ) -> Int? {
        for index in start..<members.count where members[index].name == name { return index }
        for index in 0..<Swift.min(start, members.count) where members[index].name == name { return index }
        return nil
    }

    private static func decode(_ value: JSONValue, _ shape: Shape) throws(AWSError) -> WireValue {
        switch shape.kind {
        case .string:
            guard case .string(let text) = value else { throw mismatch(value, "a String") }
            return shape.isSensitive ? .secret(SharedSecret(utf8: text)) : .string(text)
        case .blob:
            guard case .string(let text) = value else { throw mismatch(value, "a Blob") }
            guard let bytes = Base64.decode(text) else { throw .serialization("a Blob is not valid base64") }
            return shape.isSensitive ? .secret(SharedSecret(copying: bytes)) : .blob(bytes)
        case .integer: return .integer(try integer(value, Int64(Int32.min)...Int64(Int32.max), "an Integer"))
        case .long: return .integer(try integer(value, Int64.min...Int64.max, "a Long"))
        case .double:
            guard let number = value.number else { throw mismatch(value, "a Double") }
            return .double(number)
        case .boolean:
            guard case .bool(let flag) = value else { throw mismatch(value, "a Boolean") }
            return .bool(flag)
        case .timestamp: return .timestamp(try timestamp(value))
        case .list(let member, _, _, _):
            guard case .array(let elements) = value else {
                if case .object = value { throw mismatch(value, "a List") }
                throw .serialization("Expected list or null")
            }
            let element = member.shape
            var list: [WireValue] = []
            list.reserveCapacity(elements.count)
            for item in elements { list.append(try decode(item, element)) }
            return .list(list)
        case .map(_, let valueReference, _):
            guard case .object(let object) = value else { throw notAnObject(value) }
            let element = valueReference.shape
            var entries: WireObject = []
            entries.reserveCapacity(object.count)
            for entry in object { entries.append((entry.name, try decode(entry.value, element))) }
            return .map(entries)
        case .structure(let members):
            guard case .object(let object) = value else { throw notAnObject(value) }
            return .structure(try structure(object, members))
        }
    }

    private static func integer(
        _ value: JSONValue, _ range: ClosedRange<Int64>, _ target: StaticString
    ) throws(AWSError) -> Int64 {
        let number: Int64?
        switch value {
        case .integer(let exact): number = exact
        case .double(let double): number = Int64(exactly: double)
        default: throw mismatch(value, target)
        }
        guard let number, range.contains(number) else { throw mismatch(value, target) }
        return number
    }

    private static func timestamp(_ value: JSONValue) throws(AWSError) -> Timestamp {
        switch value {
        case .string(let text):
            if let time = Timestamp(iso8601: text) { return time }
        case .integer, .double:
            if let seconds = value.number, let time = Timestamp(checkedSeconds: seconds) { return time }
        default: break
        }
        throw mismatch(value, "a Timestamp")
    }

    private static func notAnObject(_ value: JSONValue) -> AWSError {
        if case .array = value { return mismatch(value, "a Map") }
        return .serialization(unexpectedValue)
    }

    private static func mismatch(_ value: JSONValue, _ target: StaticString) -> AWSError {
        switch value {
        case .null: .serialization("NULL_VALUE can not be converted to \(target)")
        case .bool(true): .serialization("TRUE_VALUE can not be converted to \(target)")
        case .bool(false): .serialization("FALSE_VALUE can not be converted to \(target)")
        case .integer: .serialization("NUMBER_VALUE can not be converted to \(target)")
        case .double: .serialization("DECIMAL_VALUE can not be converted to \(target)")
        case .string: .serialization("STRING_VALUE can not be converted to \(target)")
        case .array: .serialization("Start of list found where not expected")
        case .object: .serialization("Start of structure or map found where not expected.")
        }
    }
}

extension AWSError {
    static func serialization(_ message: String) -> AWSError { AWSError("SerializationException", message) }
}

extension Timestamp {
    /// Nil beyond the year 9999, so that no later arithmetic can overflow.
    init?(checkedSeconds seconds: Double) {
        guard seconds.isFinite, abs(seconds) < 253_402_300_800 else { return nil }
        self.init(seconds: seconds)
    }
}
