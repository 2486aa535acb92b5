// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// All operations that have a handler.
struct OperationRegistry: Sendable {
    private let operations: [ExactString: RegisteredOperation]

    init(_ all: [RegisteredOperation]) {
        operations = Dictionary(all.map { (Self.name($0.service, $0.name), $0) }) { first, _ in first }
    }

    subscript(route: Route) -> RegisteredOperation? { operations[Self.name(route.service, route.operation)] }

    private static func name(_ service: AWSService, _ operation: String) -> ExactString {
        "\(service.signingName):\(operation)"
    }
}
