// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Synchronization

/// Bytes that must not turn up, and the forms that they could turn up in.
final class Canaries: Sendable {
    private let found = Mutex<[(name: String, traces: [String])]>([])

    var traces: [(name: String, traces: [String])] { found.withLock { $0 } }

    func add(_ name: String, _ secret: SharedSecret?) {
        if let secret { add(name, secret.withUnsafeBytes { Array($0) }) }
    }

    @discardableResult
    func add(_ name: String, _ bytes: [UInt8]?) -> [UInt8] {
        guard let bytes, bytes.count >= 12 else { return bytes ?? [] }
        found.withLock { $0.append((name, Self.traces(of: bytes))) }
        return bytes
    }

    /// A text that isn't anywhere else.
    func text(_ name: String, count: Int = 40) -> SharedSecret {
        let random = Hex.encode(SharedSecret.random(count: count).withUnsafeBytes { Array($0) })
        let secret = SharedSecret(utf8: String(("canary-" + random).prefix(count)))
        add(name, secret)
        return secret
    }

    func bytes(_ name: String) -> [UInt8] {
        add(name, SharedSecret.random(count: 48).withUnsafeBytes { Array($0) })
    }

    /// As they are where that is text, in hexadecimal, as numbers, and in base64 wherever in its text they begin. The
    /// middle of them will do, so that a part of them is found too.
    private static func traces(of bytes: [UInt8]) -> [String] {
        let middle = Array(bytes[(bytes.count / 2 - 6)..<(bytes.count / 2 + 6)])
        let hex = Hex.encode(middle)
        let numbers = middle.map(String.init)
        var traces = [hex, hex.uppercased(), numbers.joined(separator: ", "), numbers.joined(separator: ",")]
        for start in 0..<3 {
            let base64 = Base64.encode(Array(middle[start..<(start + 9)]))
            // base64url too.
            traces += [base64, String(base64.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })]
        }
        if let text = String(validating: middle, as: UTF8.self), middle.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) {
            traces.append(text)
        }
        return traces
    }
}
