// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// The secrets of the caller's account and region; never their values.
struct ListSecretsHandler: OperationHandler {
    typealias Operation = SecretsManager.ListSecrets
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: SecretsManager.ListSecretsInput) -> Workload { .scanning }

    func locate(_ input: SecretsManager.ListSecretsInput, _ request: Authenticated) throws -> Located<Void> {
        Located(
            (),
            checks: [
                AccessCheck(action: "secretsmanager:ListSecrets", resource: "*", resourceAccount: request.scope.account)
            ])
    }

    func perform(
        _ input: SecretsManager.ListSecretsInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.ListSecretsOutput> {
        var listing = SecretListing(vault: vault, filters: try SecretFilters(input.filters))
        listing.includesDeleted = input.includePlannedDeletion ?? false
        listing.order = input.sortBy.flatMap { SecretListing.Order(rawValue: $0) } ?? .created
        listing.isDescending = input.sortOrder == "desc"
        // A place means something in its own order only.
        let subject = "\(listing.order.rawValue) \(listing.isDescending)"
        let place = try SecretPage.position(
            input.nextToken, for: Operation.name, about: subject, request, vault.keyring)
        let page = try listing.page(after: place, limit: input.maxResults ?? 100, in: request.scope)
        return .reply(
            SecretsManager.ListSecretsOutput(
                secretList: page.secrets.map { entry($0, in: request.scope) },
                nextToken: page.next?.token(for: Operation.name, about: subject, request, vault.keyring)))
    }

    private func entry(_ secret: SecretRecord, in scope: Scope) -> SecretsManager.SecretListEntry {
        var entry = SecretsManager.SecretListEntry(arn: secret.arn(in: scope).description, name: secret.name)
        entry.type = secret.type
        entry.description = secret.description
        entry.kmsKeyId = secret.kmsKeyID
        entry.lastChangedDate = Timestamp(milliseconds: secret.changedAt)
        entry.lastAccessedDate = secret.accessedDay.map { Timestamp(milliseconds: $0) }
        entry.deletedDate = secret.deletionDate.map { Timestamp(milliseconds: $0) }
        entry.tags = SecretTags.shapes(secret.tags)
        entry.secretVersionsToStages = secret.versionsToStages
        entry.createdDate = Timestamp(milliseconds: secret.createdAt)
        return entry
    }

    func trailParameters(_ input: SecretsManager.ListSecretsInput) -> JSONValue? {
        SecretTrail.object([
            "includePlannedDeletion": SecretTrail.flag(input.includePlannedDeletion),
            "maxResults": SecretTrail.number(input.maxResults), "filters": SecretTrail.filters(input.filters),
            "sortBy": SecretTrail.text(input.sortBy), "sortOrder": SecretTrail.text(input.sortOrder),
        ])
    }
}
