// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// A custom key store needs a CloudHSM cluster or an external key manager, which this endpoint has not.
struct CreateCustomKeyStore: OperationHandler {
    typealias Operation = KMS.CreateCustomKeyStore

    var isReadOnly: Bool { false }

    func locate(_ input: KMS.CreateCustomKeyStoreInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [.account("kms:CreateCustomKeyStore", request)])
    }

    func perform(
        _ input: KMS.CreateCustomKeyStoreInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<KMS.CreateCustomKeyStoreOutput> {
        throw AWSError.noCustomKeyStores
    }

    func trailParameters(_ input: KMS.CreateCustomKeyStoreInput) -> JSONValue? {
        TrailParameters().with("customKeyStoreName", input.customKeyStoreName)
            .with("customKeyStoreType", input.customKeyStoreType).with("cloudHsmClusterId", input.cloudHsmClusterId)
            .value
    }
}
