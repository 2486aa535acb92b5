// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI

/// The constraints of a shape on a single value, each with AWS's wording.
enum Constraint {
    case atLeast(Int64, isLength: Bool)
    case atMost(Int64, isLength: Bool)
    case pattern(String)
    case values([String])

    var description: String {
        switch self {
        case .atLeast(let bound, true): "Member must have length greater than or equal to \(bound)"
        case .atMost(let bound, true): "Member must have length less than or equal to \(bound)"
        case .atLeast(let bound, false): "Member must have value greater than or equal to \(bound)"
        case .atMost(let bound, false): "Member must have value less than or equal to \(bound)"
        case .pattern(let pattern): "Member must satisfy regular expression pattern: \(pattern)"
        case .values(let values): "Member must satisfy enum value set: [\(values.joined(separator: ", "))]"
        }
    }

    /// All constraints of a shape, in the order AWS lists those of a list's members: upper, lower, pattern, values.
    static func all(of shape: Shape) -> [Constraint] {
        switch shape.kind {
        case .string(let length, let pattern, let values):
            (length.map { bounds($0.widened, isLength: true) } ?? [])
                + (pattern.map { [.pattern($0)] } ?? []) + (values.isEmpty ? [] : [.values(values)])
        case .blob(let length), .list(_, let length, _, _), .map(_, _, let length):
            length.map { bounds($0.widened, isLength: true) } ?? []
        case .integer(let range), .long(let range): range.map { bounds($0, isLength: false) } ?? []
        case .double, .boolean, .timestamp, .structure: []
        }
    }

    static func bounds(_ range: ClosedRange<Int64>, isLength: Bool) -> [Constraint] {
        var found: [Constraint] = []
        if range.upperBound != Int64.max { found.append(.atMost(range.upperBound, isLength: isLength)) }
        // AWS lists the lower bound 0 of a length too, where there is an upper one.
        if range.lowerBound != Int64.min { found.append(.atLeast(range.lowerBound, isLength: isLength)) }
        return found
    }

    static func broken(_ range: ClosedRange<Int64>, by value: Int64, isLength: Bool) -> Constraint? {
        if value < range.lowerBound { return .atLeast(range.lowerBound, isLength: isLength) }
        if value > range.upperBound { return .atMost(range.upperBound, isLength: isLength) }
        return nil
    }

    /// What a text breaks: pattern, length, values. The length counts code points.
    static func broken(
        by utf8: UnsafeBufferPointer<UInt8>, length: ClosedRange<Int>?, pattern: String?, values: [String]
    ) -> [Constraint] {
        if length == nil, pattern == nil, values.isEmpty { return [] }
        var found: [Constraint] = []
        if let pattern, let compiled = ValuePattern.cached(pattern), !compiled.matches(utf8: utf8) {
            found.append(.pattern(pattern))
        }
        if let length {
            // Between one and four bytes a code point: counting is needed only near a bound.
            let isSurelyIn = utf8.count <= length.upperBound && utf8.count / 4 >= length.lowerBound
            if !isSurelyIn {
                let count = utf8.reduce(0) { $1 & 0xc0 == 0x80 ? $0 : $0 + 1 }
                if let bound = broken(length.widened, by: Int64(count), isLength: true) { found.append(bound) }
            }
        }
        if !values.isEmpty, !values.contains(where: { $0.utf8.elementsEqual(utf8) }) { found.append(.values(values)) }
        return found
    }
}

extension ClosedRange<Int> {
    var widened: ClosedRange<Int64> { Int64(lowerBound)...Int64(upperBound) }
}
