// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase

/// Checks a decoded object against the constraints of the model: required members, lengths, ranges, patterns, enums.
public enum Validation {
    /// Everything that is broken, members in the model's order. Empty for a valid object. Unknown members are skipped.
    public static func violations(_ object: WireObject, shape: Shape) -> [Violation] {
        guard case .structure(let members) = shape.kind else { return [] }
        var checker = Checker()
        checker.structure(object, members, at: nil)
        return checker.violations
    }

    /// Throws all violations in one error: `ValidationException`, or `ValidationError` where the service speaks Query.
    public static func check(_ object: WireObject, shape: Shape, wire: WireProtocol) throws(AWSError) {
        let found = violations(object, shape: shape)
        if found.isEmpty { return }
        switch wire {
        case .json: throw AWSError("ValidationException", Violation.message(found))
        case .query("2010-05-08", _): throw AWSError("ValidationError", Violation.message(found.map(\.withoutValues)))
        case .query: throw AWSError("ValidationError", Violation.message(found))
        }
    }

    /// As `check(_:shape:wire:)` for a service that speaks JSON.
    public static func check(_ object: WireObject, shape: Shape) throws(AWSError) {
        try check(object, shape: shape, wire: .json(targetPrefix: ""))
    }
}

/// A place in the input, written out only when something is wrong there.
private indirect enum Place {
    case member(String, of: Place?)
    case element(Int, of: Place)
    case entry(String, of: Place)

    var path: String {
        switch self {
        case .member(let name, let parent): parent.map { "\($0.path).\(lowerFirst(name))" } ?? lowerFirst(name)
        case .element(let index, let list): "\(list.path).\(index + 1).member"
        case .entry(let key, let map): "\(map.path).\(key.prefix(256)).member"
        }
    }
}

/// The model's `KeyId` as AWS writes it in a path: `keyId`.
func lowerFirst(_ name: String) -> String {
    guard let first = name.first else { return name }
    return first.lowercased() + name.dropFirst()
}

private struct Checker {
    var violations: [Violation] = []

    mutating func structure(_ object: WireObject, _ members: [ShapeMember], at parent: Place?) {
        var cursor = ObjectCursor(object)
        for member in members {
            if let value = cursor.find(member.name) {
                check(value, member.shape, name: member.name, at: parent)
            } else if member.isRequired {
                let path = Place.member(member.name, of: parent).path
                violations.append(Violation(path: path, value: .absent, constraint: "Member must not be null"))
            }
        }
    }

    /// The place is made only where it is needed: most values are right and have nothing inside.
    private mutating func check(_ value: WireValue, _ shape: Shape, name: String, at parent: Place?) {
        for constraint in Self.broken(value, shape) {
            report(value, shape, Place.member(name, of: parent), constraint.description)
        }
        switch (shape.kind, value) {
        case (.structure(let members), .structure(let object)):
            structure(object, members, at: .member(name, of: parent))
        case (.list, .list), (.map, .map):
            inside(value, shape, at: .member(name, of: parent))
        default: break
        }
    }

    private mutating func inside(_ value: WireValue, _ shape: Shape, at place: Place) {
        switch (shape.kind, value) {
        case (.structure(let members), .structure(let object)): structure(object, members, at: place)
        case (.list(let reference, _, _, _), .list(let elements)):
            let element = reference.shape
            if elements.contains(where: { !Self.broken($0, element).isEmpty }) {
                report(value, shape, place, "Member must satisfy constraint: \(Self.listed(element))")
            }
            guard element.hasInside else { return }
            for (index, item) in elements.enumerated() { inside(item, element, at: .element(index, of: place)) }
        case (.map(let keyReference, let reference, _), .map(let entries)):
            let key = keyReference.shape
            let element = reference.shape
            if entries.contains(where: { !Self.broken(.string($0.name), key).isEmpty }) {
                report(value, shape, place, "Map keys must satisfy constraint: \(Self.listed(key))")
            }
            if entries.contains(where: { !Self.broken($0.value, element).isEmpty }) {
                report(value, shape, place, "Map value must satisfy constraint: \(Self.listed(element))")
            }
            guard element.hasInside else { return }
            for entry in entries { inside(entry.value, element, at: .entry(entry.name, of: place)) }
        default: return
        }
    }

    private static func listed(_ shape: Shape) -> String {
        "[\(Constraint.all(of: shape).map(\.description).joined(separator: ", "))]"
    }

    private mutating func report(_ value: WireValue, _ shape: Shape, _ place: Place, _ constraint: String) {
        violations.append(Violation(path: place.path, value: shown(value, shape), constraint: constraint))
    }

    /// What the value itself breaks, not what is inside it.
    private static func broken(_ value: WireValue, _ shape: Shape) -> [Constraint] {
        switch (shape.kind, value) {
        case (.string(let length, let pattern, let values), .string(let text)):
            if length == nil, pattern == nil, values.isEmpty { return [] }
            var text = text
            return text.withUTF8 { Constraint.broken(by: $0, length: length, pattern: pattern, values: values) }
        case (.string(let length, let pattern, let values), .secret(let secret)):
            return secret.withUnsafeBytes { bytes in
                bytes.withMemoryRebound(to: UInt8.self) {
                    Constraint.broken(by: $0, length: length, pattern: pattern, values: values)
                }
            }
        case (.blob(let length), .blob(let bytes)): return broken(length, by: bytes.count)
        case (.blob(let length), .secret(let secret)): return broken(length, by: secret.count)
        case (.integer(let range), .integer(let number)), (.long(let range), .integer(let number)):
            return range.flatMap { Constraint.broken($0, by: number, isLength: false) }.map { [$0] } ?? []
        case (.list(_, let length, _, _), .list(let elements)): return broken(length, by: elements.count)
        case (.map(_, _, let length), .map(let entries)): return broken(length, by: entries.count)
        default: return []
        }
    }

    private static func broken(_ length: ClosedRange<Int>?, by count: Int) -> [Constraint] {
        length.flatMap { Constraint.broken($0.widened, by: Int64(count), isLength: true) }.map { [$0] } ?? []
    }
}

/// Finds an object's members by name, fast where they are asked for in their order.
private struct ObjectCursor {
    private let object: WireObject
    private var next = 0

    init(_ object: WireObject) { self.object = object }

    mutating func find(_ name: String) -> WireValue? {
        if next < object.count, object[next].name == name {
            next += 1
            return object[next - 1].value
        }
        for element in object where element.name == name { return element.value }
        return nil
    }
}
