// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Crypto

/// The log's size and root, which the vault signs: C2SP's tlog-checkpoint in a signed note.
public struct Checkpoint: Sendable, Equatable {
    /// The log's name, `coffer/<vault id>`: also the name of the key that signs.
    public let origin: String
    /// The number of events.
    public let size: Int64
    public let root: TreeHash

    public init(origin: String, size: Int64, root: TreeHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// The origin of a vault's log.
    public static func origin(vault id: String) -> String { "coffer/\(id)" }

    /// The text that is signed: three lines.
    public var text: String { "\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n" }

    /// The signed note: the text, an empty line and the signature line.
    public func signed(by signer: some CheckpointSigning) throws -> [UInt8] {
        let key = try CheckpointKey(name: origin, publicKey: signer.publicKey)
        let signature = try signer.sign(Array(text.utf8))
        return Array("\(text)\n— \(origin) \(Base64.encode(key.hash + signature))\n".utf8)
    }

    /// Opens a signed note. Lines after the third and signatures by other keys are passed over, as the format asks.
    ///
    /// Throws `CheckpointError`: it is not a checkpoint of this log, or the key's signature is missing or wrong.
    public init(verifying note: [UInt8], origin: String, publicKey: [UInt8]) throws(CheckpointError) {
        let key = try CheckpointKey(name: origin, publicKey: publicKey)
        guard note.count <= 65_536, let whole = String(validating: note, as: UTF8.self), whole.utf8.last == 0x0a,
            let (text, signatures) = Self.split(whole)
        else { throw .malformed }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, !lines[0].isEmpty, let size = Self.size(lines[1]),
            let root = Base64.decode(lines[2]).flatMap({ TreeHash($0) })
        else { throw .malformed }
        guard lines[0].utf8.elementsEqual(origin.utf8) else { throw .otherLog }
        guard try key.verifies(text: text, signatures: signatures) else { throw .badSignature }
        self.init(origin: origin, size: size, root: root)
    }

    /// The text with its last line break, and the signature lines.
    private static func split(_ note: String) -> (text: String, signatures: [Substring])? {
        let bytes = Array(note.utf8)
        // The last empty line parts them: a text may hold others.
        guard let end = (1..<max(1, bytes.count)).last(where: { bytes[$0] == 0x0a && bytes[$0 - 1] == 0x0a })
        else { return nil }
        let text = String(decoding: bytes[..<end], as: UTF8.self)
        let rest = String(decoding: bytes[(end + 1)...], as: UTF8.self)
        return (text, rest.split(separator: "\n", omittingEmptySubsequences: true))
    }

    /// Decimal digits without leading zeros.
    private static func size(_ text: Substring) -> Int64? {
        guard let first = text.utf8.first, (0x30...0x39).contains(first), first != 0x30 || text.utf8.count == 1
        else { return nil }
        return Int64(text)
    }
}

/// What signs checkpoints. The key never leaves it.
public protocol CheckpointSigning: Sendable {
    /// The Ed25519 public key: 32 bytes.
    var publicKey: [UInt8] { get }
    /// The Ed25519 signature: 64 bytes.
    func sign(_ message: [UInt8]) throws -> [UInt8]
}

public enum CheckpointError: Error, Sendable, Equatable, CustomStringConvertible {
    case malformed, otherLog, badSignature, badKey

    public var description: String {
        switch self {
        case .malformed: "the checkpoint of the audit log can't be read"
        case .otherLog: "the checkpoint belongs to another log"
        case .badSignature: "the checkpoint was not signed by this vault's key"
        case .badKey: "the key for the audit log's checkpoints is not an Ed25519 public key"
        }
    }
}

/// A named verifier key. Source: C2SP signed-note, "Signatures": Ed25519 is type 1.
struct CheckpointKey {
    let name: String
    let publicKey: [UInt8]
    /// The first 4 bytes of SHA-256 over the name, a line break, the type and the key.
    let hash: [UInt8]

    init(name: String, publicKey: [UInt8]) throws(CheckpointError) {
        guard publicKey.count == 32, !name.isEmpty, !name.contains(where: { $0.isWhitespace || $0 == "+" })
        else { throw .badKey }
        self.name = name
        self.publicKey = publicKey
        var sha = SHA256()
        (Array(name.utf8) + [0x0a, 1] + publicKey).withUnsafeBytes { sha.update(bufferPointer: $0) }
        hash = Array(sha.finalize().prefix(4))
    }

    func verifies(text: String, signatures: [Substring]) throws(CheckpointError) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { throw .badKey }
        for line in signatures {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "—", parts[1].utf8.elementsEqual(name.utf8),
                let bytes = Base64.decode(parts[2]), bytes.count == 68, bytes.starts(with: hash)
            else { continue }
            return key.isValidSignature(Array(bytes[4...]), for: Array(text.utf8))
        }
        return false
    }
}
