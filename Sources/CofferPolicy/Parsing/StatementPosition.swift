// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Where a statement stands in a policy's text, as the simulator's StartPosition and EndPosition tell it.
///
/// The start of a Statement that is a single object is the column after its brace. In a list the first starts after the
/// list's bracket, whatever space follows; the end is the column after the closing brace. Source: the examples of
/// SimulateCustomPolicy and SimulatePrincipalPolicy in the IAM API Reference and the AWS CLI Reference. They look as if
/// AWS noted what its reader had consumed; from that we take it that any further one starts where the one before ends.
public struct StatementPosition: Sendable, Equatable {
    /// Counted from 1. A line ends with CR, LF or both; a column is a Unicode scalar.
    public struct Point: Sendable, Equatable {
        public let line: Int
        public let column: Int

        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    public let start: Point
    public let end: Point

    /// Of every statement, in order. Empty for a text that is no policy.
    public static func all(in json: String) -> [StatementPosition] {
        var scanner = Scanner(bytes: Array(json.utf8))
        return scanner.statements()
    }

    /// Walks over JSON that has been found to be well-formed.
    private struct Scanner {
        let bytes: [UInt8]
        var at = 0
        var line = 1
        var column = 1
        var depth = 0

        mutating func statements() -> [StatementPosition] {
            var found: [StatementPosition] = []
            var isStatement = false
            var isList = false
            var start: Point?
            while at < bytes.count {
                switch bytes[at] {
                case 0x22:
                    let text = string()
                    // A member's name, or a value, which then is not a statement anyway.
                    if depth == 1 { isStatement = text == "Statement" }
                    continue
                case 0x7b, 0x5b:
                    step()
                    depth += 1
                    if depth == 2, isStatement {
                        isList = bytes[at - 1] == 0x5b
                        start = point
                    }
                    continue
                case 0x7d, 0x5d:
                    step()
                    depth -= 1
                    if let from = start, depth == (isList ? 2 : 1), bytes[at - 1] == 0x7d {
                        found.append(StatementPosition(start: from, end: point))
                        start = point
                    }
                    if depth == 1 { start = nil }
                    continue
                default: step()
                }
            }
            return found
        }

        private var point: Point { Point(line: line, column: column) }

        private mutating func step() {
            let byte = bytes[at]
            at += 1
            switch byte {
            case 0x0d where at < bytes.count && bytes[at] == 0x0a: break
            case 0x0a, 0x0d:
                line += 1
                column = 1
            case 0x80..<0xc0: break
            default: column += 1
            }
        }

        private mutating func string() -> String? {
            let from = at
            step()
            while at < bytes.count, bytes[at] != 0x22 {
                if bytes[at] == 0x5c { step() }
                if at < bytes.count { step() }
            }
            if at < bytes.count { step() }
            return (try? JSONValue(parsing: Array(bytes[from..<at])))?.string
        }
    }
}
