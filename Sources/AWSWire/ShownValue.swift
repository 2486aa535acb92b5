// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase

/// A value as AWS's messages show it. What the model marks sensitive is never shown, nor anything that holds such.
func shown(_ value: WireValue, _ shape: Shape) -> Violation.Value {
    if shape.holdsSensitive { return .sensitive }
    var text = ""
    guard append(value, shape, to: &text) else { return .sensitive }
    return .shown(text)
}

/// Longer values are cut, so that an error is not as long as the request that caused it.
private let longestShown = 8192

/// False when a secret was met.
private func append(_ value: WireValue, _ shape: Shape?, to text: inout String) -> Bool {
    guard text.utf8.count < longestShown else { return true }
    switch value {
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .double(let number): text += String(number)
    case .timestamp(let time): text += time.iso8601
    case .string(let string):
        // Counted in bytes first: taking a prefix of characters is slow on long text.
        text += string.utf8.count <= longestShown ? string : String(string.unicodeScalars.prefix(longestShown)) + "…"
    case .blob(let bytes): text += "java.nio.HeapByteBuffer[pos=0 lim=\(bytes.count) cap=\(bytes.count)]"
    case .secret: return false
    case .list(let elements):
        text += "["
        for (index, element) in elements.enumerated() {
            if index > 0 { text += ", " }
            guard append(element, shape?.element, to: &text) else { return false }
        }
        text += "]"
    case .map(let entries):
        text += "{"
        for (index, entry) in entries.enumerated() {
            if index > 0 { text += ", " }
            text += "\(entry.name)="
            guard append(entry.value, shape?.element, to: &text) else { return false }
        }
        text += "}"
    case .structure(let object): return append(object, shape, to: &text)
    }
    return true
}

/// `Tag(tagKey=a, tagValue=null)`.
private func append(_ object: WireObject, _ shape: Shape?, to text: inout String) -> Bool {
    guard let shape, case .structure(let members) = shape.kind else { return false }
    text += "\(shape.name)("
    for (index, member) in members.enumerated() {
        text += "\(index > 0 ? ", " : "")\(lowerFirst(member.name))="
        if let value = object[member.name] {
            guard append(value, member.shape, to: &text) else { return false }
        } else {
            text += "null"
        }
    }
    text += ")"
    return true
}

extension Shape {
    /// Whether values of the shape have members that are checked on their own.
    var hasInside: Bool {
        switch kind {
        case .structure, .list, .map: true
        default: false
        }
    }

    /// Whether the model marks the shape or a part of it sensitive.
    var holdsSensitive: Bool { holdsSensitive(depth: 0) }

    private func holdsSensitive(depth: Int) -> Bool {
        if isSensitive || depth > 8 { return true }
        switch kind {
        case .list(let member, _, _, _): return member.shape.holdsSensitive(depth: depth + 1)
        case .map(let key, let value, _):
            return key.shape.holdsSensitive(depth: depth + 1) || value.shape.holdsSensitive(depth: depth + 1)
        case .structure(let members): return members.contains { $0.shape.holdsSensitive(depth: depth + 1) }
        default: return false
        }
    }
}
