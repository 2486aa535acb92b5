// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase

extension XMLWire {
    /// Reads a reply as the shape says. Elements that the shape lacks are skipped.
    /// Throws `SerializationException` for a reply that is not XML of the shape; its message never quotes the reply.
    public static func decode(_ bytes: [UInt8], shape: Shape, action: String) throws(AWSError) -> WireObject {
        let root: XMLElement
        do throws(XMLError) { root = try XMLElement.parse(bytes) } catch {
            throw .serialization("the reply is not XML: \(error)")
        }
        guard root.name == action + "Response" else { throw .serialization("the reply is not of \(action)") }
        guard case .structure(let members) = shape.kind, !members.isEmpty else { return [] }
        return try structure(root[action + "Result"] ?? root, members)
    }

    private static func structure(_ element: XMLElement, _ members: [ShapeMember]) throws(AWSError) -> WireObject {
        var object: WireObject = []
        for member in members {
            let shape = member.shape
            if case .list(let reference, _, _, true) = shape.kind {
                let elements = element.children.filter { $0.name == member.name }
                if !elements.isEmpty { object.append((member.name, .list(try list(elements, reference.shape)))) }
            } else if let child = element[member.name] {
                object.append((member.name, try decode(child, shape)))
            }
        }
        return object
    }

    private static func list(_ elements: [XMLElement], _ shape: Shape) throws(AWSError) -> [WireValue] {
        var list: [WireValue] = []
        list.reserveCapacity(elements.count)
        for element in elements { list.append(try decode(element, shape)) }
        return list
    }

    private static func decode(_ element: XMLElement, _ shape: Shape) throws(AWSError) -> WireValue {
        switch shape.kind {
        case .structure(let members): return .structure(try structure(element, members))
        case .list(let reference, _, let memberName, _):
            return .list(try list(element.children.filter { $0.name == memberName ?? "member" }, reference.shape))
        case .map(_, let reference, _):
            var entries: WireObject = []
            for entry in element.children where entry.name == "entry" {
                guard let key = entry["key"], let value = entry["value"] else { throw mismatch(element) }
                entries.append((key.text, try decode(value, reference.shape)))
            }
            return .map(entries)
        default:
            guard element.children.isEmpty, let value = WireValue(text: element.text, as: shape) else {
                throw mismatch(element)
            }
            return value
        }
    }

    private static func mismatch(_ element: XMLElement) -> AWSError {
        .serialization("the reply's \(element.name) is of another type")
    }
}
