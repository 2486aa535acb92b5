// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase

extension QueryWire {
    /// A form body: `Action=…&Version=…` and the members.
    public static func encode(action: String, version: String, object: WireObject, shape: Shape) -> [UInt8] {
        var writer = FormWriter()
        writer.pair("Action", action.utf8)
        writer.pair("Version", version.utf8)
        writer.structure(object, shape, prefix: "")
        return writer.bytes
    }
}

private struct FormWriter {
    var bytes: [UInt8] = []

    mutating func pair(_ name: String, _ value: some Sequence<UInt8>) {
        if !bytes.isEmpty { bytes.append(0x26) }
        FormEncoding.append(name.utf8, to: &bytes)
        bytes.append(0x3d)
        FormEncoding.append(value, to: &bytes)
    }

    mutating func structure(_ object: WireObject, _ shape: Shape, prefix: String) {
        guard case .structure(let members) = shape.kind else { return }
        var cursor = MemberCursor(members)
        for (name, value) in object {
            guard let member = cursor.find(name) else { continue }
            write(value, member.shape, name: prefix + name)
        }
    }

    private mutating func write(_ value: WireValue, _ shape: Shape, name: String) {
        switch (value, shape.kind) {
        case (.structure(let object), _): structure(object, shape, prefix: name + ".")
        case (.list(let elements), .list(let member, _, let memberName, let isFlattened)):
            if elements.isEmpty { return pair(name, EmptyCollection()) }
            let prefix = isFlattened ? name : "\(name).\(memberName ?? "member")"
            for (index, element) in elements.enumerated() {
                write(element, member.shape, name: "\(prefix).\(index + 1)")
            }
        case (.map(let entries), .map(_, let element, _)):
            if entries.isEmpty { return pair(name, EmptyCollection()) }
            for (index, entry) in entries.enumerated() {
                pair("\(name).entry.\(index + 1).key", entry.name.utf8)
                write(entry.value, element.shape, name: "\(name).entry.\(index + 1).value")
            }
        case (.secret(let secret), .blob): secret.withBase64 { pair(name, $0) }
        case (.secret(let secret), _): secret.withUnsafeBytes { pair(name, $0) }
        default: if let text = value.scalarText { pair(name, text.utf8) }
        }
    }
}

extension WireValue {
    /// The text of a scalar in Query and XML; nil for a secret and what has parts.
    var scalarText: String? {
        switch self {
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob(let bytes): Base64.encode(bytes)
        case .timestamp(let time): time.milliseconds % 1000 == 0 ? time.iso8601 : time.iso8601Milliseconds
        case .secret, .list, .map, .structure: nil
        }
    }
}
