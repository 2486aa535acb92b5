// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// What the generated structures read themselves from, by the model's member names.
///
/// Each function throws `WireMismatch` for a value of another kind, and the plain form (`string`) for an absent one.
extension Array where Element == (name: String, value: WireValue) {
    public subscript(name: String) -> WireValue? {
        for element in self where element.name == name { return element.value }
        return nil
    }

    private func present<Value>(_ value: Value?, _ name: String) throws -> Value {
        guard let value else { throw WireMismatch("\(name) is missing") }
        return value
    }

    private func mismatch(_ name: String) -> WireMismatch { WireMismatch("\(name) is of another type") }

    public func optionalString(_ name: String) throws -> String? {
        guard let value: WireValue = self[name] else { return nil }
        guard case .string(let text) = value else { throw mismatch(name) }
        return text
    }

    public func optionalBlob(_ name: String) throws -> [UInt8]? {
        guard let value: WireValue = self[name] else { return nil }
        guard case .blob(let bytes) = value else { throw mismatch(name) }
        return bytes
    }

    /// A plain string or blob counts too: its bytes are copied.
    public func optionalSecret(_ name: String) throws -> SharedSecret? {
        guard let value: WireValue = self[name] else { return nil }
        switch value {
        case .secret(let secret): return secret
        case .string(let text): return SharedSecret(utf8: text)
        case .blob(let bytes): return SharedSecret(copying: bytes)
        default: throw mismatch(name)
        }
    }

    public func optionalInteger(_ name: String) throws -> Int? {
        guard let value: WireValue = self[name] else { return nil }
        guard case .integer(let number) = value, let integer = Int(exactly: number) else { throw mismatch(name) }
        return integer
    }

    public func optionalDouble(_ name: String) throws -> Double? {
        guard let value: WireValue = self[name] else { return nil }
        switch value {
        case .double(let number): return number
        case .integer(let number): return Double(number)
        default: throw mismatch(name)
        }
    }

    public func optionalBoolean(_ name: String) throws -> Bool? {
        guard let value: WireValue = self[name] else { return nil }
        guard case .bool(let flag) = value else { throw mismatch(name) }
        return flag
    }

    public func optionalTimestamp(_ name: String) throws -> Timestamp? {
        guard let value: WireValue = self[name] else { return nil }
        guard case .timestamp(let time) = value else { throw mismatch(name) }
        return time
    }

    public func optionalStructure<Structure: AWSStructure>(_ name: String) throws -> Structure? {
        guard let value: WireValue = self[name] else { return nil }
        guard case .structure(let members) = value else { throw mismatch(name) }
        return try Structure(wire: members)
    }

    public func optionalStrings(_ name: String) throws -> [String]? {
        guard let value: WireValue = self[name] else { return nil }
        return try strings(in: value, name)
    }

    public func optionalStructures<Structure: AWSStructure>(_ name: String) throws -> [Structure]? {
        guard let value: WireValue = self[name] else { return nil }
        guard case .list(let elements) = value else { throw mismatch(name) }
        var structures: [Structure] = []
        structures.reserveCapacity(elements.count)
        for element in elements {
            guard case .structure(let members) = element else { throw mismatch(name) }
            structures.append(try Structure(wire: members))
        }
        return structures
    }

    public func optionalStringMap(_ name: String) throws -> [String: String]? {
        guard let value: WireValue = self[name] else { return nil }
        guard case .map(let entries) = value else { throw mismatch(name) }
        var map: [String: String] = Dictionary(minimumCapacity: entries.count)
        for entry in entries {
            guard case .string(let text) = entry.value else { throw mismatch(name) }
            map[entry.name] = text
        }
        return map
    }

    public func optionalStringsMap(_ name: String) throws -> [String: [String]]? {
        guard let value: WireValue = self[name] else { return nil }
        guard case .map(let entries) = value else { throw mismatch(name) }
        var map: [String: [String]] = Dictionary(minimumCapacity: entries.count)
        for entry in entries { map[entry.name] = try strings(in: entry.value, name) }
        return map
    }

    public func optionalIntegerMap(_ name: String) throws -> [String: Int]? {
        guard let value: WireValue = self[name] else { return nil }
        guard case .map(let entries) = value else { throw mismatch(name) }
        var map: [String: Int] = Dictionary(minimumCapacity: entries.count)
        for entry in entries {
            guard case .integer(let number) = entry.value, let number = Int(exactly: number) else { throw mismatch(name) }
            map[entry.name] = number
        }
        return map
    }

    private func strings(in value: WireValue, _ name: String) throws -> [String] {
        guard case .list(let elements) = value else { throw mismatch(name) }
        var strings: [String] = []
        strings.reserveCapacity(elements.count)
        for element in elements {
            guard case .string(let text) = element else { throw mismatch(name) }
            strings.append(text)
        }
        return strings
    }

    public func string(_ name: String) throws -> String { try present(optionalString(name), name) }
    public func blob(_ name: String) throws -> [UInt8] { try present(optionalBlob(name), name) }
    public func secret(_ name: String) throws -> SharedSecret { try present(optionalSecret(name), name) }
    public func integer(_ name: String) throws -> Int { try present(optionalInteger(name), name) }
    public func double(_ name: String) throws -> Double { try present(optionalDouble(name), name) }
    public func boolean(_ name: String) throws -> Bool { try present(optionalBoolean(name), name) }
    public func timestamp(_ name: String) throws -> Timestamp { try present(optionalTimestamp(name), name) }
    public func strings(_ name: String) throws -> [String] { try present(optionalStrings(name), name) }
    public func structure<Structure: AWSStructure>(_ name: String) throws -> Structure {
        try present(optionalStructure(name), name)
    }
    public func structures<Structure: AWSStructure>(_ name: String) throws -> [Structure] {
        try present(optionalStructures(name), name)
    }
    public func stringMap(_ name: String) throws -> [String: String] { try present(optionalStringMap(name), name) }
    public func integerMap(_ name: String) throws -> [String: Int] { try present(optionalIntegerMap(name), name) }
    public func stringsMap(_ name: String) throws -> [String: [String]] { try present(optionalStringsMap(name), name) }
}
