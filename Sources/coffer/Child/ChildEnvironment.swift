// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferLocal
internal import CofferVault
internal import Glibc

/// The environment that a child gets: the inherited one, env files over it, and references replaced by their values.
struct ChildEnvironment {
    private enum Value {
        /// As it was inherited: `NAME=value`, in this process's own environment.
        case inherited(UnsafeMutablePointer<CChar>)
        case plain(SharedSecret)
        case reference(Reference)
    }

    /// Names the access key that `coffer credentials` put into the environment, so that it can be told from others.
    static let credentialMark = "COFFER_CREDENTIALS"

    private var order: [String] = []
    private var values: [String: Value] = [:]
    private var problems: [String: ReferenceError] = [:]
    /// Variables whose references were resolved.
    private var resolved: Set<String> = []
    /// Variables that are passed on although they hold a key.
    private var kept: Set<String> = []
    /// Variables that hold a key in plaintext and that nobody asked for: the child doesn't get them.
    private(set) var withheld: [String] = []

    /// What a program gets of the environment with `--clean`, beside the variables that are named for it.
    private static let plain: Set<String> = [
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "TERM", "COLORTERM", "NO_COLOR", "LANG", "LANGUAGE", "TZ", "TMPDIR", "PWD",
    ]

    /// - Parameter isClean: leave out all but the few that every program needs.
    /// - Parameter kept: names of variables that the child is to have whatever they hold.
    static func inherited(isClean: Bool, keeping kept: Set<String>) throws -> ChildEnvironment {
        var result = ChildEnvironment()
        let scanner = Scanner.forShortTexts(try .builtIn())
        let scheme = "coffer://"
        // The owner's key is no business of a program that is to have some secrets alone.
        let ownCredentials: Set<String> =
            if let marked = VaultFolder.variable(Self.credentialMark),
                ["", marked].contains(VaultFolder.variable("AWS_ACCESS_KEY_ID") ?? "")
            {
                [Self.credentialMark, "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]
            } else {
                []
            }
        var at = environ
        while let entry = at.pointee {
            defer { at += 1 }
            guard let equals = strchr(entry, Int32(UInt8(ascii: "="))) else { continue }
            let name = String(
                decoding: UnsafeRawBufferPointer(start: entry, count: equals - entry), as: UTF8.self)
            if name.hasPrefix("COFFER_OWNER_") || ownCredentials.contains(name) { continue }
            let isAsked = kept.contains(name)
            if isClean, !isAsked, !Self.plain.contains(name), !name.hasPrefix("LC_"),
                strncmp(equals + 1, scheme, scheme.utf8.count) != 0
            {
                continue
            }
            if scanner.holdsKey(UnsafeRawBufferPointer(start: entry, count: strlen(entry))) {
                guard isAsked else {
                    result.withheld.append(name)
                    continue
                }
                result.kept.insert(name)
            }
            if strncmp(equals + 1, scheme, scheme.utf8.count) == 0 {
                do { result.set(name, .reference(try Reference(parsing: String(cString: equals + 1)))) } catch {
                    result.problems[name] = error
                }
            } else {
                result.set(name, .inherited(entry))
            }
        }
        return result
    }

    private mutating func set(_ name: String, _ value: Value) {
        if values.updateValue(value, forKey: name) == nil { order.append(name) }
        problems[name] = nil
    }

    /// Adds an env file's variables, over those of the same names.
    mutating func add(file: String) throws {
        var bytes: [UInt8]
        do { bytes = try SmallFile.read(file, limit: EnvFile.longest) } catch {
            throw Failure(.refusedInput, error.message, hint: "name the file that holds the references: --env-file .env")
        }
        guard (try? UTF8Span(validating: bytes.span)) != nil else {
            throw Failure(
                .refusedInput, "\(file) is not UTF-8 text, so its variables can't be read",
                hint: "save it as UTF-8: iconv -f UTF-16 -t UTF-8 FILE > NEW")
        }
        let env = EnvFile(SharedSecret(moving: &bytes))
        for problem in env.problems { Output.message("coffer: \(file): \(problem)") }
        for entry in env.entries {
            do throws(ReferenceError) {
                if let reference = try env.reference(of: entry) {
                    set(entry.name, .reference(reference))
                } else {
                    set(entry.name, .plain(env.value(of: entry)))
                }
            } catch {
                throw Failure(.refusedInput, "\(file): line \(entry.line): \(error)")
            }
        }
    }

    func references() throws -> Set<Reference> {
        if let problem = problems.min(by: { $0.key < $1.key }) {
            throw Failure(.refusedInput, "the variable \(problem.key): \(problem.value)")
        }
        return Set(values.values.compactMap { if case .reference(let reference) = $0 { reference } else { nil } })
    }

    mutating func resolve(_ found: [Reference: SharedSecret]) {
        for (name, value) in values {
            if case .reference(let reference) = value, let secret = found[reference] {
                values[name] = .plain(secret)
                resolved.insert(name)
            }
        }
    }

    /// The values that the child's output should not show, by their variables: what references stood for, and keys that are
    /// passed on in plaintext.
    func secrets() throws -> [(name: String, value: SharedSecret)] {
        let scanner = Scanner.forShortTexts(try .builtIn())
        return order.compactMap { variable in
            secret(of: variable, scanner).map { (TypedKey.isMeant(by: variable) ? "a variable" : variable, $0) }
        }
    }

    private func secret(of name: String, _ scanner: Scanner) -> SharedSecret? {
        switch values[name] {
        case .plain(let secret):
            let isSecret = resolved.contains(name) || secret.withUnsafeBytes { holdsKey($0, of: name, scanner) }
            return isSecret ? secret : nil
        case .inherited(let entry):
            guard kept.contains(name), let equals = strchr(entry, Int32(UInt8(ascii: "="))) else { return nil }
            return SharedSecret(copying: UnsafeRawBufferPointer(start: equals + 1, count: strlen(equals + 1)))
        case .reference, nil: return nil
        }
    }

    /// Whether `NAME=value` holds a key: some are known by their variable alone.
    private func holdsKey(_ value: UnsafeRawBufferPointer, of name: String, _ scanner: Scanner) -> Bool {
        let start = Array("\(name)=".utf8)
        return SecretBytes(count: start.count + value.count) { target in
            target.copyBytes(from: start)
            UnsafeMutableRawBufferPointer(rebasing: target[start.count...]).copyMemory(from: value)
        }.withUnsafeBytes { scanner.holdsKey($0) }
    }

    /// Calls `body` with what `posix_spawn` takes; the copies are wiped afterwards.
    func withPointers<R>(_ body: ([UnsafeMutablePointer<CChar>?]) throws -> R) throws -> R {
        var pointers: [UnsafeMutablePointer<CChar>?] = []
        var made: [(start: UnsafeMutablePointer<CChar>, count: Int)] = []
        defer {
            for copy in made {
                explicit_bzero(copy.start, copy.count)
                copy.start.deallocate()
            }
        }
        for name in order {
            switch values[name] {
            case .inherited(let entry): pointers.append(entry)
            case .plain(let secret):
                let count = name.utf8.count + 1 + secret.count + 1
                let copy = UnsafeMutablePointer<CChar>.allocate(capacity: count)
                made.append((copy, count))
                let hasZero = secret.withUnsafeBytes { value in
                    let target = UnsafeMutableRawBufferPointer(start: copy, count: count)
                    target.copyBytes(from: Array("\(name)=".utf8))
                    UnsafeMutableRawBufferPointer(rebasing: target[(name.utf8.count + 1)...]).copyMemory(from: value)
                    target[count - 1] = 0
                    return value.contains(0)
                }
                guard !hasZero else { throw Failure(.refusedInput, "the value of \(name) has a zero byte: no variable can hold it") }
                pointers.append(copy)
            case .reference, nil: throw Failure(.internalError, "the variable \(name) was not resolved")
            }
        }
        return try body(pointers + [nil])
    }
}
