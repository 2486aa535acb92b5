// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// There are no custom key stores here, so whichever is named isn't there.
struct DisconnectCustomKeyStore: OperationHandler {
    typealias Operation = KMS.DisconnectCustomKeyStore

    var isReadOnly: Bool { false }

    func locate(_ input: KMS.DisconnectCustomKeyStoreInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [.account("kms:DisconnectCustomKeyStore", request)])
    }

    func perform(
        _ input: KMS.DisconnectCustomKeyStoreInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<KMS.DisconnectCustomKeyStoreOutput> {
        throw AWSError.noCustomKeyStore(input.customKeyStoreId)
    }

    func trailParameters(_ input: KMS.DisconnectCustomKeyStoreInput) -> JSONValue? {
        TrailParameters().with("customKeyStoreId", input.customKeyStoreId).value
    }
}
