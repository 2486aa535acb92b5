// SPDX-License-Identifier: Apache-2.0

/// Why a file was not rewritten. The file is as it was, except with `notDurable`.
public struct RewriteError: Error, Sendable, CustomStringConvertible {
    public enum Reason: Sendable, Equatable {
        /// Missing, unreadable, or the disk reports an error.
        case unreadable
        /// A FIFO, a device, a folder.
        case notAFile
        /// Its mode or its file system allow no writing.
        case readOnly
        /// It has further names, which would keep the old text.
        case hardLinked
        case tooLarge
        /// It is not what it was when it was scanned or prepared.
        case changed
        /// The replacements overlap or lie outside the file.
        case badReplacement
        /// Writing failed: no space, no permission.
        case notWritten
        /// The new text is there, but a power loss may bring the old one back.
        case notDurable
    }

    public let reason: Reason
    public let path: String
    let detail: String

    init(_ reason: Reason, _ path: String, _ detail: String) {
        self.reason = reason
        self.path = path
        self.detail = detail
    }

    public var description: String { "\(path): \(detail)" }
}
