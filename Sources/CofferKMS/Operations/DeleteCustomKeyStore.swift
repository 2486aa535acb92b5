// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// There are no custom key stores here, so whichever is named isn't there.
struct DeleteCustomKeyStore: OperationHandler {
    typealias Operation = KMS.DeleteCustomKeyStore

    var isReadOnly: Bool { false }

    func locate(_ input: KMS.DeleteCustomKeyStoreInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [.account("kms:DeleteCustomKeyStore", request)])
    }

    func perform(
        _ input: KMS.DeleteCustomKeyStoreInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<KMS.DeleteCustomKeyStoreOutput> {
        throw AWSError.noCustomKeyStore(input.customKeyStoreId)
    }

    func trailParameters(_ input: KMS.DeleteCustomKeyStoreInput) -> JSONValue? {
        TrailParameters().with("customKeyStoreId", input.customKeyStoreId).value
    }
}
