// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferPipeline

/// All operations that have a handler.
struct OperationRegistry: Sendable {
    private let operations: [String: RegisteredOperation]

    init(_ all: [RegisteredOperation]) {
        operations = Dictionary(all.map { ("\($0.service.signingName):\($0.name)", $0) }) { first, _ in first }
    }

    subscript(route: Route) -> RegisteredOperation? { operations["\(route.service.signingName):\(route.operation)"] }
}
