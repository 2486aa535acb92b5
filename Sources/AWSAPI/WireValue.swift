// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// The members of a structure or map, in order.
public typealias WireObject = [(name: String, value: WireValue)]

/// A typed value between the bytes of a protocol and a generated structure.
public enum WireValue: Sendable {
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case string(String)
    case blob([UInt8])
    /// A sensitive string (its UTF-8) or blob: written straight into the reply's buffer (invariant 1).
    case secret(SharedSecret)
    case timestamp(Timestamp)
    case list([WireValue])
    case map(WireObject)
    case structure(WireObject)
}

/// A wire value that is not of the shape: a fault of ours, since validation comes first.
public struct WireMismatch: Error, Sendable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

/// What botocore's model says of a value: its type and its constraints.
public final class Shape: Sendable {
    public indirect enum Kind: Sendable {
        case string(length: ClosedRange<Int>?, pattern: String?, values: [String])
        case blob(length: ClosedRange<Int>?)
        case integer(range: ClosedRange<Int64>?)
        case long(range: ClosedRange<Int64>?)
        case double
        case boolean
        case timestamp
        case list(member: ShapeReference, length: ClosedRange<Int>?, memberName: String?, isFlattened: Bool)
        case map(key: ShapeReference, value: ShapeReference, length: ClosedRange<Int>?)
        case structure(members: [ShapeMember])
    }

    public let name: String
    public let kind: Kind
    /// The model marks it `sensitive`: generated as `SharedSecret`, never logged.
    public let isSensitive: Bool

    public init(_ name: String, _ kind: Kind, isSensitive: Bool = false) {
        self.name = name
        self.kind = kind
        self.isSensitive = isSensitive
    }
}

/// A reference to a shape, looked up when used, so that shapes may be recursive.
public struct ShapeReference: Sendable {
    private let lookUp: @Sendable () -> Shape
    public init(_ lookUp: @autoclosure @escaping @Sendable () -> Shape) { self.lookUp = lookUp }
    public var shape: Shape { lookUp() }
}

public struct ShapeMember: Sendable {
    /// The model's member name, such as `KeyId`.
    public let name: String
    public let reference: ShapeReference
    public let isRequired: Bool
    /// Clients that retry fill it with a UUID (`idempotencyToken`).
    public let isIdempotencyToken: Bool

    public init(_ name: String, _ reference: ShapeReference, isRequired: Bool = false, isIdempotencyToken: Bool = false) {
        self.name = name
        self.reference = reference
        self.isRequired = isRequired
        self.isIdempotencyToken = isIdempotencyToken
    }

    public var shape: Shape { reference.shape }
}
