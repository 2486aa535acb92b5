// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase

extension JSONWire {
    /// One line of JSON. The shape says which secrets are text and which are base64 of bytes.
    ///
    /// The buffer is made large enough first: growing it would leave copies of a secret in memory that is not wiped.
    public static func encode(_ object: WireObject, shape: Shape) -> [UInt8] {
        var writer = JSONWriter(reserving: size(.structure(object), in: shape))
        write(object, members(of: shape), into: &writer)
        return writer.bytes
    }

    private static func members(of shape: Shape?) -> [ShapeMember] {
        if let shape, case .structure(let members) = shape.kind { members } else { [] }
    }

    private static func write(_ object: WireObject, _ members: [ShapeMember], into writer: inout JSONWriter) {
        var cursor = MemberCursor(members)
        writer.byte(0x7b)
        var isFirst = true
        for (name, value) in object {
            if isFirst { isFirst = false } else { writer.byte(0x2c) }
            writer.string(name)
            writer.byte(0x3a)
            write(value, cursor.find(name)?.shape, into: &writer)
        }
        writer.byte(0x7d)
    }

    private static func write(_ value: WireValue, _ shape: Shape?, into writer: inout JSONWriter) {
        switch value {
        case .bool(let flag): writer.bool(flag)
        case .integer(let number): writer.integer(number)
        case .double(let number): writer.double(number)
        case .string(let text): writer.string(text)
        case .blob(let bytes):
            writer.byte(0x22)
            writer.raw(bytes.withUnsafeBytes { Base64.encodedBytes($0) })
            writer.byte(0x22)
        case .secret(let secret): write(secret, isBlob: shape?.isBlob ?? false, into: &writer)
        case .timestamp(let time): write(time, into: &writer)
        case .list(let elements):
            let element = shape?.element
            writer.byte(0x5b)
            for (index, item) in elements.enumerated() {
                if index > 0 { writer.byte(0x2c) }
                write(item, element, into: &writer)
            }
            writer.byte(0x5d)
        case .map(let entries):
            let element = shape?.element
            writer.byte(0x7b)
            for (index, entry) in entries.enumerated() {
                if index > 0 { writer.byte(0x2c) }
                writer.string(entry.name)
                writer.byte(0x3a)
                write(entry.value, element, into: &writer)
            }
            writer.byte(0x7d)
        case .structure(let object): write(object, members(of: shape), into: &writer)
        }
    }

    private static func write(_ secret: SharedSecret, isBlob: Bool, into writer: inout JSONWriter) {
        guard isBlob else {
            secret.withUnsafeBytes { writer.string(utf8: $0) }
            return
        }
        writer.byte(0x22)
        secret.withBase64 { writer.raw($0) }
        writer.byte(0x22)
    }

    /// Epoch seconds, with milliseconds where there are some.
    private static func write(_ time: Timestamp, into writer: inout JSONWriter) {
        let milliseconds = time.milliseconds
        guard milliseconds >= 0, milliseconds % 1000 != 0 else { return writer.double(time.seconds) }
        writer.integer(milliseconds / 1000)
        let fraction = milliseconds % 1000
        writer.byte(0x2e)
        writer.byte(0x30 + UInt8(fraction / 100))
        writer.byte(0x30 + UInt8(fraction / 10 % 10))
        writer.byte(0x30 + UInt8(fraction % 10))
    }

    /// At least the bytes that `write` appends.
    private static func size(_ value: WireValue, in shape: Shape?) -> Int {
        switch value {
        case .bool, .integer, .double, .timestamp: 26
        case .string(let text): text.utf8.count * 2 + 2
        case .blob(let bytes): (bytes.count + 2) / 3 * 4 + 2
        case .secret(let secret): shape?.isBlob ?? false ? (secret.count + 2) / 3 * 4 + 2 : escapedSize(secret)
        case .list(let elements): elements.reduce(2) { $0 + size($1, in: shape?.element) + 1 }
        case .map(let entries):
            entries.reduce(2) { $0 + $1.name.utf8.count * 2 + 4 + size($1.value, in: shape?.element) }
        case .structure(let object):
            sizes(object, members(of: shape))
        }
    }

    private static func sizes(_ object: WireObject, _ members: [ShapeMember]) -> Int {
        var cursor = MemberCursor(members)
        var total = 2
        for (name, value) in object { total += name.utf8.count + 4 + size(value, in: cursor.find(name)?.shape) }
        return total
    }

    private static func escapedSize(_ secret: SharedSecret) -> Int {
        secret.withUnsafeBytes { bytes in
            bytes.reduce(2) { $0 + ($1 < 0x20 ? 6 : $1 == 0x22 || $1 == 0x5c ? 2 : 1) }
        }
    }
}

/// Finds members by name, fast where they are asked for in the model's order.
struct MemberCursor {
    private let members: [ShapeMember]
    private var next = 0

    init(_ members: [ShapeMember]) { self.members = members }

    mutating func find(_ name: String) -> ShapeMember? {
        for index in next..<members.count where members[index].name == name {
            next = index + 1
            return members[index]
        }
        for index in 0..<Swift.min(next, members.count) where members[index].name == name {
            next = index + 1
            return members[index]
        }
        return nil
    }
}

extension Shape {
    var isBlob: Bool { if case .blob = kind { true } else { false } }

    /// What a list or map holds.
    var element: Shape? {
        switch kind {
        case .list(let member, _, _, _): member.shape
        case .map(_, let value, _): value.shape
        default: nil
        }
    }
}

extension SharedSecret {
    /// The base64 of the bytes, wiped after the call.
    func withBase64(_ body: ([UInt8]) -> Void) {
        var encoded = withUnsafeBytes { Base64.encodedBytes($0) }
        body(encoded)
        // Moving into locked memory, which ends at once, is what wipes the bytes here.
        _ = SecretBytes(moving: &encoded)
    }
}
