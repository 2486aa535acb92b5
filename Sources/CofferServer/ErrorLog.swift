// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Logging

/// The server's own errors on standard error, one line each. It keeps no metadata: the HTTP library attaches some to
/// every request, and what a request said has no place in a log.
struct ErrorLog: LogHandler {
    var logLevel = Logger.Level.error
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        FileHandle.standardError.write(Data("coffer: \(event.message)\n".utf8))
    }

    static let logger = Logger(label: "coffer.server") { _ in ErrorLog() }
}
