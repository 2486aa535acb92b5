// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// There are none: the list is empty, and whichever is named isn't there.
struct DescribeCustomKeyStores: OperationHandler {
    typealias Operation = KMS.DescribeCustomKeyStores

    var isReadOnly: Bool { true }

    func locate(_ input: KMS.DescribeCustomKeyStoresInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [.account("kms:DescribeCustomKeyStores", request)])
    }

    func perform(
        _ input: KMS.DescribeCustomKeyStoresInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<KMS.DescribeCustomKeyStoresOutput> {
        if let name = input.customKeyStoreId ?? input.customKeyStoreName { throw AWSError.noCustomKeyStore(name) }
        if input.marker != nil { throw AWSError.invalidMarker }
        return .reply(KMS.DescribeCustomKeyStoresOutput(customKeyStores: [], truncated: false))
    }

    func trailParameters(_ input: KMS.DescribeCustomKeyStoresInput) -> JSONValue? {
        TrailParameters().with("customKeyStoreId", input.customKeyStoreId)
            .with("customKeyStoreName", input.customKeyStoreName).value
    }
}
