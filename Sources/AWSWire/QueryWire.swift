// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase

/// The Query protocol's requests: IAM, STS. Written by hand, since no library in Swift has it.
public enum QueryWire {
    /// Reads a form body, or the query string of a GET, as the shape says. Parameters that the shape lacks are skipped.
    ///
    /// Throws `MalformedQueryString`, or `MalformedInput` for a value of the wrong type.
    public static func decode(
        _ form: [UInt8], as shape: Shape
    ) throws(AWSError) -> (action: String, version: String, object: WireObject) {
        let form = try QueryForm(parsing: form)
        return (form.action, form.version, try form.object(as: shape))
    }
}

extension QueryForm {
    /// Types the parameters. Throws `MalformedInput` for a value of the wrong type.
    public func object(as shape: Shape) throws(AWSError) -> WireObject {
        guard case .structure(let members) = shape.kind else { return [] }
        return try Self.structure(root, members)
    }

    private static func structure(_ node: Node, _ members: [ShapeMember]) throws(AWSError) -> WireObject {
        var object: WireObject = []
        for member in members {
            guard let child = node.children[member.name], let value = try decode(child, member.shape) else { continue }
            object.append((member.name, value))
        }
        return object
    }

    /// Nil where the node has nothing of that shape.
    private static func decode(_ node: Node, _ shape: Shape) throws(AWSError) -> WireValue? {
        switch shape.kind {
        case .structure(let members):
            return node.children.isEmpty ? nil : .structure(try structure(node, members))
        case .list(let member, _, let memberName, let isFlattened):
            // `Tags=` is how an empty list travels.
            if node.children.isEmpty { return node.value.map { _ in .list([]) } }
            let holder = isFlattened ? node : node.children[memberName ?? "member"]
            return .list(try elements(holder, member.shape))
        case .map(let key, let value, _):
            if node.children.isEmpty { return node.value.map { _ in .map([]) } }
            return .map(try entries(node.children["entry"] ?? node, key.shape, value.shape))
        default:
            guard let text = node.value else {
                if node.children.isEmpty { return nil }
                throw Self.malformed("Start of structure or map found where not expected.")
            }
            guard let value = WireValue(text: text, as: shape) else {
                throw Self.malformed("STRING_VALUE can not be converted to \(shape.javaName)")
            }
            return value
        }
    }

    /// The children named by numbers, in their order. Gaps close up, so that an index costs nothing by its size.
    private static func numbered(_ node: Node?) throws(AWSError) -> [Node] {
        var found: [(index: Int, node: Node)] = []
        for (name, child) in node?.children ?? [:] {
            guard name.utf8.count <= 9, name.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int(name),
                index > 0
            else { throw Self.malformed("a list has an index that is not a positive number") }
            found.append((index, child))
        }
        return found.sorted { $0.index < $1.index }.map(\.node)
    }

    private static func elements(_ node: Node?, _ shape: Shape) throws(AWSError) -> [WireValue] {
        var elements: [WireValue] = []
        for child in try numbered(node) {
            if let element = try decode(child, shape) { elements.append(element) }
        }
        return elements
    }

    private static func entries(_ node: Node, _ key: Shape, _ value: Shape) throws(AWSError) -> WireObject {
        var entries: WireObject = []
        var names: Set<String> = []
        for child in try numbered(node) {
            guard let name = child.children["key"]?.value, let held = child.children["value"],
                let value = try decode(held, value)
            else { throw Self.malformed("a map has an entry without key or value") }
            guard names.insert(name).inserted else { throw Self.malformed("a map has a key twice") }
            entries.append((name, value))
        }
        return entries
    }

    private static func malformed(_ message: String) -> AWSError { AWSError("MalformedInput", message) }
}

extension WireValue {
    /// A scalar from its text in Query and XML. Nil where the text is not of the shape.
    init?(text: String, as shape: Shape) {
        switch shape.kind {
        case .string: self = shape.isSensitive ? .secret(SharedSecret(utf8: text)) : .string(text)
        case .blob:
            guard let bytes = Base64.decode(text) else { return nil }
            self = shape.isSensitive ? .secret(SharedSecret(copying: bytes)) : .blob(bytes)
        case .integer:
            guard let number = Int32(text) else { return nil }
            self = .integer(Int64(number))
        case .long:
            guard let number = Int64(text) else { return nil }
            self = .integer(number)
        case .double:
            guard let number = Double(text), number.isFinite else { return nil }
            self = .double(number)
        case .boolean:
            switch text {
            case "true", "True", "TRUE": self = .bool(true)
            case "false", "False", "FALSE": self = .bool(false)
            default: return nil
            }
        case .timestamp:
            let time = Timestamp(iso8601: text) ?? Double(text).flatMap { Timestamp(checkedSeconds: $0) }
            guard let time else { return nil }
            self = .timestamp(time)
        case .list, .map, .structure: return nil
        }
    }
}

extension Shape {
    /// The type's name with its article, as in AWS's messages.
    var javaName: String {
        switch kind {
        case .string: "a String"
        case .blob: "a Blob"
        case .integer: "an Integer"
        case .long: "a Long"
        case .double: "a Double"
        case .boolean: "a Boolean"
        case .timestamp: "a Timestamp"
        case .list: "a List"
        case .map: "a Map"
        case .structure: "a Structure"
        }
    }
}
