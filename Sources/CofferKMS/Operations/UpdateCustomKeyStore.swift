// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// There are no custom key stores here, so whichever is named isn't there.
struct UpdateCustomKeyStore: OperationHandler {
    typealias Operation = KMS.UpdateCustomKeyStore

    var isReadOnly: Bool { false }

    func locate(_ input: KMS.UpdateCustomKeyStoreInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [.account("kms:UpdateCustomKeyStore", request)])
    }

    func perform(
        _ input: KMS.UpdateCustomKeyStoreInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<KMS.UpdateCustomKeyStoreOutput> {
        throw AWSError.noCustomKeyStore(input.customKeyStoreId)
    }

    func trailParameters(_ input: KMS.UpdateCustomKeyStoreInput) -> JSONValue? {
        TrailParameters().with("customKeyStoreId", input.customKeyStoreId).value
    }
}
