// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The process that takes a stranger's document apart, so that no fault in doing so reaches the one that holds keys: it
/// has the document as its standard input, writes frames to its standard output, may use so much memory and time and no
/// more, and opens and writes few files.
public enum ExtractorProcess {
    private static let memory: rlim_t = 1 << 30
    private static let seconds: rlim_t = 60
    /// A document within an archive becomes a file without a name.
    private static let fileSize: rlim_t = 64 << 20

    /// What a process is started with: `kind` and options behind it.
    public static func arguments(_ kind: DocumentKind, _ options: ExtractionOptions) -> [String] {
        [kind.rawValue] + (options.readsImages ? ["images"] : [])
    }

    /// Works through the document. Returns the exit code.
    public static func run(_ arguments: [String]) -> Int32 {
        guard let kind = arguments.first.flatMap(DocumentKind.init(rawValue:)) else { return 2 }
        limit(__rlimit_resource_t(RLIMIT_AS.rawValue), memory)
        limit(__rlimit_resource_t(RLIMIT_CPU.rawValue), seconds)
        limit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), fileSize)
        limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
        limit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), 64)
        let options = ExtractionOptions(readsImages: arguments.contains("images"))
        let sink = TextSink { frame throws(ExtractionStop) in try write(frame) }
        do throws(ExtractionStop) {
            try extract(.file(0), kind, options, into: sink)
            try sink.end()
            return 0
        } catch {
            return 1
        }
    }

    /// What stops it is told as a warning.
    static func extract(
        _ input: DocumentInput, _ kind: DocumentKind, _ options: ExtractionOptions, into sink: TextSink
    ) throws(ExtractionStop) {
        do throws(ExtractionStop) {
            try Extraction(sink: sink, options: options).extract(input, kind)
        } catch .damaged(let reason) {
            try sink.warn("read only in part: \(reason)")
        } catch .tooMuch(let reason) {
            try sink.warn("read only in part: \(reason)")
        }
    }

    private static func limit(_ resource: __rlimit_resource_t, _ most: rlim_t) {
        var value = rlimit()
        getrlimit(resource, &value)
        value = rlimit(rlim_cur: min(most, value.rlim_max), rlim_max: min(most, value.rlim_max))
        setrlimit(resource, &value)
    }

    private static func write(_ bytes: [UInt8]) throws(ExtractionStop) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress.map { $0 + written }, bytes.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .closed }
            written += count
        }
    }
}
