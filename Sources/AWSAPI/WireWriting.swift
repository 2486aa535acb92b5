// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// What the generated structures write themselves with: a nil adds nothing, a map is sorted by its keys.
extension Array where Element == (name: String, value: WireValue) {
    public mutating func addString(_ name: String, _ value: String?) {
        if let value { append((name, .string(value))) }
    }

    public mutating func addBlob(_ name: String, _ value: [UInt8]?) {
        if let value { append((name, .blob(value))) }
    }

    public mutating func addSecret(_ name: String, _ value: SharedSecret?) {
        if let value { append((name, .secret(value))) }
    }

    public mutating func addInteger(_ name: String, _ value: Int?) {
        if let value { append((name, .integer(Int64(value)))) }
    }

    public mutating func addDouble(_ name: String, _ value: Double?) {
        if let value { append((name, .double(value))) }
    }

    public mutating func addBoolean(_ name: String, _ value: Bool?) {
        if let value { append((name, .bool(value))) }
    }

    public mutating func addTimestamp(_ name: String, _ value: Timestamp?) {
        if let value { append((name, .timestamp(value))) }
    }

    public mutating func addStructure<Structure: AWSStructure>(_ name: String, _ value: Structure?) {
        if let value { append((name, .structure(value.wire))) }
    }

    public mutating func addStrings(_ name: String, _ value: [String]?) {
        if let value { append((name, .list(value.map { (text: String) -> WireValue in .string(text) }))) }
    }

    public mutating func addStructures<Structure: AWSStructure>(_ name: String, _ value: [Structure]?) {
        if let value { append((name, .list(value.map { (item: Structure) -> WireValue in .structure(item.wire) }))) }
    }

    public mutating func addStringMap(_ name: String, _ value: [String: String]?) {
        guard let value else { return }
        var entries: WireObject = []
        entries.reserveCapacity(value.count)
        for key: String in value.keys.sorted() { entries.addString(key, value[key]) }
        append((name, .map(entries)))
    }

    public mutating func addIntegerMap(_ name: String, _ value: [String: Int]?) {
        guard let value else { return }
        var entries: WireObject = []
        entries.reserveCapacity(value.count)
        for key: String in value.keys.sorted() { entries.addInteger(key, value[key]) }
        append((name, .map(entries)))
    }

    public mutating func addStringsMap(_ name: String, _ value: [String: [String]]?) {
        guard let value else { return }
        var entries: WireObject = []
        entries.reserveCapacity(value.count)
        for key: String in value.keys.sorted() { entries.addStrings(key, value[key]) }
        append((name, .map(entries)))
    }
}
