// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Synchronization

/// The `Date` header's value, written anew once a second.
enum HTTPDate {
    private struct Written {
        var second: Int64 = .min
        var text = ""
    }

    private static let written = Mutex(Written())

    static func now() -> String {
        let now = SystemClock().now()
        let second = now.milliseconds / 1000
        return written.withLock { written in
            if written.second != second { written = Written(second: second, text: now.httpDate) }
            return written.text
        }
    }
}
