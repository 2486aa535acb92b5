// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// There are no custom key stores here, so whichever is named isn't there.
struct ConnectCustomKeyStore: OperationHandler {
    typealias Operation = KMS.ConnectCustomKeyStore

    var isReadOnly: Bool { false }

    func locate(_ input: KMS.ConnectCustomKeyStoreInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [.account("kms:ConnectCustomKeyStore", request)])
    }

    func perform(
        _ input: KMS.ConnectCustomKeyStoreInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<KMS.ConnectCustomKeyStoreOutput> {
        throw AWSError.noCustomKeyStore(input.customKeyStoreId)
    }

    func trailParameters(_ input: KMS.ConnectCustomKeyStoreInput) -> JSONValue? {
        TrailParameters().with("customKeyStoreId", input.customKeyStoreId).value
    }
}
