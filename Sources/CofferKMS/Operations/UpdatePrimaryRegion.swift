// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Makes a replica the primary, and the primary a replica.
struct UpdatePrimaryRegion: OperationHandler {
    typealias Operation = KMS.UpdatePrimaryRegion

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    struct Target: Sendable {
        let primary: PreparedKey
        /// Nil where there is none in that Region.
        let replica: PreparedKey?
    }

    func locate(_ input: KMS.UpdatePrimaryRegionInput, _ request: Authenticated) throws -> Located<Target> {
        let found = try keys.find(input.keyId, for: "kms:UpdatePrimaryRegion", request, forms: .plain)
        let conditions: [ExactString: [String]] = ["kms:PrimaryRegion": [input.primaryRegion]]
        var located = found.located("kms:UpdatePrimaryRegion", request, conditions)
        var replica: PreparedKey?
        if found.key.record.isMultiRegion, let region = Region(input.primaryRegion), region != found.key.scope.region {
            let scope = Scope(account: found.key.scope.account, region: region)
            replica = try keys.key(found.key.record.id, in: scope, request)
        }
        if let replica {
            let other = keys.found(replica)
            located.checks.append(other.check("kms:UpdatePrimaryRegion", request, conditions))
            located.preconditions += other.preconditions
        }
        return located.with(Target(primary: found.key, replica: replica))
    }

    func perform(
        _ input: KMS.UpdatePrimaryRegionInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<KMS.UpdatePrimaryRegionOutput> {
        let key = authorized.target.primary
        guard let regions = key.record.multiRegion, !key.isReplica else {
            throw AWSError.invalidState("\(key.arn) is not a multi-Region primary key.")
        }
        if input.primaryRegion == regions.primary {
            return .reply(KMS.UpdatePrimaryRegionOutput(), KeyTrail.change(key))
        }
        guard let replica = authorized.target.replica else {
            throw AWSError.validation("\(key.record.id) does not have a replica key in the specified Region.")
        }
        try key.check(.updatePrimary, request)
        try replica.check(.updatePrimary, request)
        let all = KeyRecord.MultiRegion(
            primary: input.primaryRegion,
            replicas: (regions.replicas.filter { $0 != input.primaryRegion } + [regions.primary]).sorted())
        let until = (request.receivedAt + keys.vault.settings.multiRegionTransition).milliseconds
        let old = key.changed {
            $0.multiRegion = all
            $0.rotation = nil
            $0.transition = .init(state: .updating, until: until)
        }
        let rotation = key.record.rotation
        let stored = key.stored
        return .change(KeyTrail.change(key)) { writer in
            try writer.update(old)
            try RelatedKeys.updateOthers(writer, of: stored.value, in: stored.key.scope) { other, scope in
                other.multiRegion = all
                guard scope.region.description == all.primary else { return }
                // The schedule goes with the primary.
                other.rotation = rotation
                other.transition = .init(state: .updating, until: until)
            }
            return KMS.UpdatePrimaryRegionOutput()
        }
    }

    func trailParameters(_ input: KMS.UpdatePrimaryRegionInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("primaryRegion", input.primaryRegion).value
    }
}
