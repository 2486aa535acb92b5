// SPDX-License-Identifier: Apache-2.0
public import AWSAPI

extension AWSClient {
    /// All items of an operation that answers in pages, in order.
    ///
    /// - Parameters:
    ///   - marker: where the input takes the place to go on from.
    ///   - next: where the output says it; nil or empty on the last page.
    ///   - items: what a page holds.
    ///   - limit: stops once that many items are there.
    /// - Throws: as `call`; and `PagingError` when the service answers with the place it was asked for, which would
    ///   go on for ever.
    public func all<Op: AWSOperation, Item>(
        _ operation: Op.Type, _ input: Op.Input, marker: WritableKeyPath<Op.Input, String?>,
        next: KeyPath<Op.Output, String?>, items: (Op.Output) -> [Item], limit: Int = .max
    ) async throws -> [Item] {
        var input = input
        var found: [Item] = []
        while true {
            let page = try await call(operation, input)
            found += items(page)
            guard found.count < limit, let place = page[keyPath: next], !place.isEmpty else {
                return Array(found.prefix(limit))
            }
            guard place != input[keyPath: marker] else { throw PagingError(operation: Op.name) }
            input[keyPath: marker] = place
        }
    }
}

/// A service that answers with the same page for ever.
public struct PagingError: Error, Sendable, CustomStringConvertible {
    public let operation: String
    public var description: String { "\(operation) answers with the same page again and again" }
}
