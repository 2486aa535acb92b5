// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Why a catalogue can't be used.
public struct CatalogueError: Error, Sendable, CustomStringConvertible {
    public let message: String
    public var description: String { "the provider catalogue is not usable: \(message)" }
}

/// The providers that Coffer knows, read from `providers.json`.
public struct ProviderCatalogue: Sendable {
    public let providers: [Provider]
    /// Published example keys, which are never a leak.
    public let placeholders: [String]
    /// Words that make a match a placeholder.
    public let placeholderWords: [String]

    /// The catalogue that is part of the program.
    public static func builtIn() throws(CatalogueError) -> ProviderCatalogue { try loaded.get() }

    private static let loaded = Result { () throws(CatalogueError) in
        try ProviderCatalogue(parsing: PackageResources.providers_json)
    }

    /// Reads a catalogue of the built-in one's form.
    public init(parsing bytes: [UInt8]) throws(CatalogueError) {
        let document: JSONValue
        do { document = try JSONValue(parsing: bytes) } catch { throw CatalogueError(message: error.description) }
        guard document["version"]?.integer == 1 else { throw CatalogueError(message: "its version is not 1") }
        placeholders = document.texts("placeholders")
        placeholderWords = document.texts("placeholderWords")
        var providers: [Provider] = []
        for entry in document["providers"]?.array ?? [] { providers.append(try Provider(entry)) }
        self.providers = providers
        let ids = detectors.map(\.id)
        guard Set(ids).count == ids.count, Set(providers.map(\.name)).count == providers.count else {
            throw CatalogueError(message: "a name occurs twice")
        }
    }

    public var detectors: [Detector] { providers.flatMap(\.detectors) }

    public subscript(name: String) -> Provider? { providers.first { $0.name == name } }

    /// After how many days a provider's keys should be replaced.
    public func rotationDays(of provider: String) -> Int { self[provider]?.rotationDays ?? SecretSummary.defaultRotationDays }

    /// The provider that reads this environment variable, also where the user has put something before or behind its
    /// name, as in `OPENAI_API_KEY_BOT`.
    public func provider(forVariable variable: String) -> Provider? {
        let name = variable.uppercased()
        var best: (provider: Provider, length: Int)?
        for provider in providers {
            for known in provider.environment
            where name == known || name.hasPrefix(known + "_") || name.hasSuffix("_" + known) {
                if known.utf8.count > best?.length ?? 0 { best = (provider, known.utf8.count) }
            }
        }
        return best?.provider
    }
}

extension Provider {
    fileprivate init(_ json: JSONValue) throws(CatalogueError) {
        guard let name = json["name"]?.string, let title = json["title"]?.string,
            name.utf8.allSatisfy({ $0.isLower || $0.isDigit || $0 == UInt8(ascii: "-") })
        else { throw CatalogueError(message: "a provider has no name or title") }
        var detectors: [Detector] = []
        for entry in json["detectors"]?.array ?? [] { detectors.append(try Detector(entry, provider: name)) }
        var check: ProviderCheck?
        if let entry = json["check"], entry != .null { check = try ProviderCheck(entry, provider: name) }
        self.init(
            name: name, title: title, words: json.texts("words"), nameWords: json.texts("nameWords"), environment: json.texts("environment"),
            console: json["console"]?.string, check: check,
            rotationDays: Int(json["rotationDays"]?.integer ?? 90), detectors: detectors)
    }
}

extension Detector {
    fileprivate init(_ json: JSONValue, provider: String) throws(CatalogueError) {
        guard let id = json["id"]?.string, let pattern = json["pattern"]?.string else {
            throw CatalogueError(message: "a detector of \(provider) has no id or pattern")
        }
        let compiled: BytePattern
        do { compiled = try BytePattern(pattern) } catch {
            throw CatalogueError(message: "detector \(id): \(error.description)")
        }
        guard let severity = Severity(rawValue: json["severity"]?.string ?? "") else {
            throw CatalogueError(message: "detector \(id) has no severity")
        }
        let requirements = json.texts("requires")
        let context = Context(json["context"])
        self.init(
            id: id, provider: provider, pattern: pattern, severity: severity,
            minimumEntropy: json["minimumEntropy"]?.number ?? 0, isVerified: json["verified"]?.bool ?? true,
            isGeneric: json["generic"]?.bool ?? false, contains: json["contains"]?.string, context: context,
            requirements: requirements.compactMap(Requirement.init), needsKeyword: json["keyword"]?.bool ?? false,
            positive: json.examples("positive"), negative: json.examples("negative"), compiled: compiled)
        guard self.requirements.count == requirements.count else {
            throw CatalogueError(message: "detector \(id) requires something unknown")
        }
        guard hasPrefix || context != nil else {
            throw CatalogueError(message: "detector \(id) has neither a fixed start nor a context")
        }
    }
}

extension Detector.Context {
    fileprivate init?(_ json: JSONValue?) {
        guard let json else { return nil }
        if json.string == "provider" {
            self = .provider
        } else if json["variable"] != nil {
            self = .variable(json.texts("variable"))
        } else {
            self = .words(json.texts("words"), near: json.texts("near"))
        }
    }
}

extension JSONValue {
    fileprivate func texts(_ name: String) -> [String] { self[name]?.array?.compactMap(\.string) ?? [] }

    /// Texts without the mark that keeps other scanners from taking an example for a leak.
    fileprivate func examples(_ name: String) -> [String] {
        texts(name).map { $0.filter { $0 != "~" } }
    }
}
