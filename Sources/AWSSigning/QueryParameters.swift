// SPDX-License-Identifier: Apache-2.0

/// The parameters of a query string, decoded. The names and values that are checked are those that were signed,
/// since the canonical query is written from these.
struct QueryParameters {
    struct Item {
        let name: [UInt8]
        let value: [UInt8]

        func isNamed(_ text: StaticString) -> Bool {
            name.count == text.utf8CodeUnitCount
                && name.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
    }

    static let limit = 1000
    private(set) var items: [Item] = []

    init(_ query: String) throws(SignatureFailure) {
        if query.isEmpty { return }
        for piece in Array(query.utf8).split(separator: 0x26) {
            guard items.count < Self.limit else { throw .malformedQuery }
            let equals = piece.firstIndex(of: 0x3d) ?? piece.endIndex
            // `+` is a space to whoever reads the parameters, so it must be one to the signature too: otherwise a
            // signed `%2B` could be turned into a space on its way.
            guard let name = percentDecoded(piece[..<equals], plusIsSpace: true),
                let value = percentDecoded(piece[equals...].dropFirst(), plusIsSpace: true)
            else { throw .malformedQuery }
            items.append(Item(name: name, value: value))
        }
    }

    func contains(_ name: StaticString) -> Bool { items.contains { $0.isNamed(name) } }

    /// The value of that name: nil when there is none or it is empty; throws where it occurs twice or is not text.
    func single(_ name: StaticString) throws(SignatureFailure) -> String? {
        var found: Item?
        for item in items where item.isNamed(name) {
            guard found == nil else { throw .repeated(name.description) }
            found = item
        }
        guard let found, !found.value.isEmpty else { return nil }
        guard let text = String(validating: found.value, as: UTF8.self) else { throw .malformedQuery }
        return text
    }

    /// Name=value pairs, encoded strictly, in order of name, then value.
    func appendCanonical(to out: inout [UInt8], leavingOutSignature: Bool) {
        var pairs: [(name: [UInt8], value: [UInt8])] = []
        pairs.reserveCapacity(items.count)
        for item in items where !(leavingOutSignature && item.isNamed("X-Amz-Signature")) {
            var name: [UInt8] = []
            name.append(percentEncoding: item.name)
            var value: [UInt8] = []
            value.append(percentEncoding: item.value)
            pairs.append((name, value))
        }
        pairs.sort {
            $0.name == $1.name
                ? $0.value.lexicographicallyPrecedes($1.value) : $0.name.lexicographicallyPrecedes($1.name)
        }
        for (index, pair) in pairs.enumerated() {
            if index > 0 { out.append(0x26) }
            out += pair.name
            out.append(0x3d)
            out += pair.value
        }
    }
}
