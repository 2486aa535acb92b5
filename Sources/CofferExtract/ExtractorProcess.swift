// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// The process that takes strangers' documents apart, so that no fault in doing so reaches the one that holds keys: it gets
/// one open document after another over a socket that is its standard input, writes frames to its standard output, may use
/// so much memory and time and no more, and opens and writes few files.
public enum ExtractorProcess {
    private static let memory: rlim_t = 1 << 30
    /// Of processor time, for each document.
    private static let seconds: rlim_t = 60
    /// A document within an archive becomes a file without a name.
    private static let fileSize: rlim_t = 64 << 20

    /// What is sent with a document: its kind, and whether pictures are read.
    static func request(_ kind: DocumentKind, _ options: ExtractionOptions) -> [UInt8] {
        [UInt8(DocumentKind.allCases.firstIndex(of: kind) ?? 0), options.readsImages ? 1 : 0]
    }

    /// Works through documents until none come. Returns the exit code.
    public static func run() -> Int32 {
        limit(__rlimit_resource_t(RLIMIT_AS.rawValue), memory)
        limit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), fileSize)
        limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
        limit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), 64)
        while true {
            var request: [UInt8] = [0, 0]
            var document: Int32 = -1
            guard coffer_receive_file(0, &document, &request, request.count) == request.count, document >= 0,
                DocumentKind.allCases.indices.contains(Int(request[0]))
            else { return 0 }
            defer { close(document) }
            allowTime()
            let sink = TextSink { frame throws(ExtractionStop) in try write(frame) }
            let kind = DocumentKind.allCases[Int(request[0])]
            do throws(ExtractionStop) {
                try extract(.file(document), kind, ExtractionOptions(readsImages: request[1] == 1), into: sink)
                try sink.end()
            } catch {
                return 1
            }
        }
    }

    /// A document's time counts from now.
    private static func allowTime() {
        var used = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &used)
        var value = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &value)
        value.rlim_cur = min(value.rlim_max, rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1) + seconds)
        setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &value)
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
