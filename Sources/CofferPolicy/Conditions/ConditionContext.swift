// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// What is known of a request, by condition key: `aws:SourceIp`, `kms:EncryptionContext:app` and so on.
///
/// Keys compare without regard to ASCII case, values exactly. A key may have several values; one without any is
/// missing. Keys that differ in case only are one key with the values of all, so that adding one never hides another.
public struct ConditionContext: Sendable, ExpressibleByDictionaryLiteral {
    private struct Entry: Sendable {
        var hash: UInt64
        var key: String
        var first: String
        var more: [String]
    }

    private var entries: [Entry] = []
    /// Where a key's entry is, by its name in lower case: for more entries than are quickly looked through.
    private var places: [[UInt8]: Int] = [:]
    private static let few = 24

    public init() {}

    public init(_ values: [ExactString: [String]]) {
        entries.reserveCapacity(values.count)
        for (key, values) in values { add(key.text, values) }
    }

    public init(dictionaryLiteral elements: (String, [String])...) {
        self.init()
        for (key, values) in elements { add(key, values) }
    }

    /// Adds a value to the key's.
    public mutating func add(_ key: String, _ value: String) {
        let hash = Self.hash(key)
        if let index = index(of: key, hash) { return entries[index].more.append(value) }
        entries.append(Entry(hash: hash, key: key, first: value, more: []))
        if entries.count > Self.few {
            places[CofferPolicy.lowered(key)] = entries.count - 1
        } else if entries.count == Self.few {
            notePlaces()
        }
    }

    private mutating func notePlaces() {
        places = [:]
        for (index, entry) in entries.enumerated() { places[CofferPolicy.lowered(entry.key)] = index }
    }

    public mutating func add(_ key: String, _ values: [String]) {
        for value in values { add(key, value) }
    }

    /// Replaces the key's values; none removes it.
    public mutating func set(_ key: String, _ values: [String]) {
        guard let index = index(of: key, Self.hash(key)) else { return add(key, values) }
        guard let first = values.first else {
            entries.remove(at: index)
            if entries.count >= Self.few { notePlaces() } else { places = [:] }
            return
        }
        entries[index].first = first
        entries[index].more = Array(values.dropFirst())
    }

    /// Puts these keys in the place of those that are there. Keys among them that differ in case only are one key with
    /// the values of all: none hides another.
    public mutating func replace(with values: [ExactString: [String]]) {
        var replaced: Set<[UInt8]> = []
        for (key, values) in values.sorted(by: { $0.key < $1.key }) {
            if replaced.insert(CofferPolicy.lowered(key.text)).inserted { set(key.text, values) } else { add(key.text, values) }
        }
    }

    /// The key's values, in the order they were added; empty where it is missing.
    public subscript(key: String) -> [String] {
        let key = ContextKey(key)
        guard let index = index(of: key) else { return [] }
        return [entries[index].first] + entries[index].more
    }

    /// The keys, as they were first written, in the order they were added.
    public var keys: [String] { entries.map(\.key) }

    // MARK: What evaluation asks

    /// What it costs to find a key.
    var lookupSteps: Int { 2 + min(entries.count, Self.few) >> 2 }

    enum Single {
        case missing
        case value(String)
        case several
    }

    /// What a variable stands for. An empty value counts as none: AWS calls it null, and `x/${aws:PrincipalTag/y}*`
    /// must not open to whoever has the tag empty.
    func single(_ key: ContextKey) -> Single {
        guard let index = index(of: key) else { return .missing }
        guard entries[index].more.isEmpty else { return .several }
        return entries[index].first.isEmpty ? .missing : .value(entries[index].first)
    }

    func index(of key: ContextKey) -> Int? {
        if entries.count >= Self.few { return places[key.lowered] }
        for index in entries.indices where entries[index].hash == key.hash && Self.same(entries[index].key, key.lowered)
        {
            return index
        }
        return nil
    }

    func valueCount(at index: Int) -> Int { 1 + entries[index].more.count }

    func value(at index: Int, _ number: Int) -> String {
        number == 0 ? entries[index].first : entries[index].more[number - 1]
    }

    /// Without a copy in lower case, as long as there are few: every request's context is built this way.
    private func index(of key: String, _ hash: UInt64) -> Int? {
        if entries.count >= Self.few { return places[CofferPolicy.lowered(key)] }
        return entries.firstIndex { $0.hash == hash && Self.same($0.key, key) }
    }

    private static func hash(_ key: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key.utf8 { hash = (hash ^ UInt64(lowered(byte))) &* 0x0000_0100_0000_01b3 }
        return hash
    }

    private static func same(_ a: String, _ b: String) -> Bool {
        a.utf8.elementsEqual(b.utf8) { lowered($0) == lowered($1) }
    }

    private static func same(_ a: String, _ lower: [UInt8]) -> Bool {
        let bytes = a.utf8Span.span
        guard bytes.count == lower.count else { return false }
        for index in 0..<bytes.count where lowered(bytes[index]) != lower[index] { return false }
        return true
    }
}

/// A condition key's name, ready to be looked up.
struct ContextKey: Sendable {
    let name: String
    let lowered: [UInt8]
    let hash: UInt64

    init(_ name: String) {
        self.name = name
        lowered = CofferPolicy.lowered(name)
        hash = quickHash(lowered)
    }
}
