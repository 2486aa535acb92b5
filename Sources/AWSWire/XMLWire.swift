// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase

/// The Query protocol's replies: IAM, STS.
public enum XMLWire {
    /// `<XResponse xmlns="…"><XResult>…</XResult><ResponseMetadata><RequestId>…`.
    /// An operation to which the model gives no output (the generator calls it `XOutput`) has no `XResult`; an output
    /// without members, such as UpdateRole's, has an empty one.
    public static func encode(
        _ result: WireObject, shape: Shape, action: String, namespace: String, requestID: String
    ) -> [UInt8] {
        var writer = XMLWriter(reserving: 1024)
        writer.open(action + "Response", namespace: namespace)
        if case .structure(let members) = shape.kind, !members.isEmpty || shape.name != action + "Output" {
            writer.open(action + "Result")
            structure(result, members, into: &writer)
            writer.close(action + "Result")
        }
        writer.open("ResponseMetadata")
        writer.element("RequestId", requestID)
        writer.close("ResponseMetadata")
        writer.close(action + "Response")
        return writer.bytes
    }

    private static func structure(_ object: WireObject, _ members: [ShapeMember], into writer: inout XMLWriter) {
        var cursor = MemberCursor(members)
        for (name, value) in object {
            guard let shape = cursor.find(name)?.shape else { continue }
            if case .list(let elements) = value, case .list(let member, _, _, true) = shape.kind {
                for element in elements { write(element, member.shape, name: name, into: &writer) }
            } else {
                write(value, shape, name: name, into: &writer)
            }
        }
    }

    private static func write(_ value: WireValue, _ shape: Shape, name: String, into writer: inout XMLWriter) {
        writer.open(name)
        switch (value, shape.kind) {
        case (.structure(let object), .structure(let members)): structure(object, members, into: &writer)
        case (.list(let elements), .list(let member, _, let memberName, _)):
            for element in elements { write(element, member.shape, name: memberName ?? "member", into: &writer) }
        case (.map(let entries), .map(_, let element, _)):
            for entry in entries {
                writer.open("entry")
                writer.element("key", entry.name)
                write(entry.value, element.shape, name: "value", into: &writer)
                writer.close("entry")
            }
        case (.secret(let secret), .blob): secret.withBase64 { writer.raw($0) }
        case (.secret(let secret), _): secret.withUnsafeBytes { writer.text(utf8: $0) }
        default: writer.text(value.scalarText ?? "")
        }
        writer.close(name)
    }
}
