// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
internal import CofferPipeline

/// Up to twenty current values at once. What goes wrong with one secret is an error beside the others' values.
///
/// Each secret that is read is an event of its own: a GetSecretValue.
struct BatchGetSecretValueHandler: OperationHandler {
    typealias Operation = SecretsManager.BatchGetSecretValue
    let vault: Vault
    let sealer: SecretSealer
    let isReadOnly = true
    func workload(_ input: SecretsManager.BatchGetSecretValueInput) -> Workload { .scanning }
    private static let most = 20

    struct Target: Sendable {
        let items: [Item]
        let next: SecretPage?
    }

    struct Item: Sendable {
        let secretID: String
        /// Not yet authorised. A failure is a `SecretId` that can't name a secret.
        let reading: Result<Located<ValueReading>, AWSError>
    }

    func locate(_ input: SecretsManager.BatchGetSecretValueInput, _ request: Authenticated) throws -> Located<Target> {
        let hasFilters = input.filters?.isEmpty == false
        guard (input.secretIdList != nil) != hasFilters else {
            throw AWSError.invalidParameter("Either 'SecretIdList' or 'Filters' must be provided, but not both.")
        }
        guard hasFilters || input.maxResults == nil else {
            throw AWSError.invalidParameter(
                "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.")
        }
        var checks = [
            AccessCheck(
                action: "secretsmanager:BatchGetSecretValue", resource: "*", resourceAccount: request.scope.account)
        ]
        var identifiers = input.secretIdList ?? []
        var next: SecretPage?
        if hasFilters {
            checks.append(
                AccessCheck(action: "secretsmanager:ListSecrets", resource: "*", resourceAccount: request.scope.account)
            )
            // Nobody makes the vault look through its secrets who may not list them.
            if try request.verdict(on: checks).refusal != nil { return Located(Target(items: [], next: nil), checks: checks) }
            let place = try SecretPage.position(input.nextToken, for: Operation.name, request, vault.keyring)
            let page = try SecretListing(vault: vault, filters: try SecretFilters(input.filters))
                .page(after: place, limit: input.maxResults ?? Self.most, in: request.scope)
            identifiers = page.secrets.map { $0.arn(in: request.scope).description }
            next = page.next
        }
        let finder = SecretFinder(vault: vault)
        let items = try identifiers.map { secretID in
            do {
                let located = try ValueReading.locate(
                    secretID, versionID: nil, stage: nil, finder, sealer, request)
                return Item(secretID: secretID, reading: .success(located))
            } catch let error as AWSError {
                return Item(secretID: secretID, reading: .failure(error))
            }
        }
        let preconditions = items.flatMap { (try? $0.reading.get().preconditions) ?? [] }
        return Located(Target(items: items, next: next), checks: checks, preconditions: preconditions)
    }

    func perform(
        _ input: SecretsManager.BatchGetSecretValueInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.BatchGetSecretValueOutput> {
        var values: [SecretsManager.SecretValueEntry] = []
        var errors: [SecretsManager.APIErrorType] = []
        var touched: [String: ValueReading.Touched] = [:]
        var notes = TrailNotes()
        var preconditions: [Precondition] = []
        var counts: [CallCount] = []
        for item in authorized.target.items {
            do {
                let located = try item.reading.get()
                // INVARIANT 2: nothing is opened for whom a policy of the secret or its key keeps out.
                let verdict = try request.verdict(on: located.checks, after: counts)
                if let refusal = verdict.refusal { throw refusal }
                preconditions += verdict.preconditions
                counts += verdict.counts
                let reading = located.target
                let opened = try reading.open(sealer, request)
                values.append(entry(reading, opened))
                touched[reading.secret.arn] = opened.touched
                notes.onBehalf.append(event(reading, item.secretID))
                notes.onBehalf += reading.events(sealer)
            } catch let error as AWSError {
                errors.append(
                    SecretsManager.APIErrorType(secretId: item.secretID, errorCode: error.code, message: error.message))
            }
        }
        if !errors.isEmpty {
            notes.additional = [
                "errors": .array(
                    errors.map {
                        SecretTrail.object([
                            "secretId": SecretTrail.text($0.secretId), "errorCode": SecretTrail.text($0.errorCode),
                        ])
                    })
            ]
        }
        let output = SecretsManager.BatchGetSecretValueOutput(
            secretValues: values,
            nextToken: authorized.target.next?.token(for: Operation.name, request, vault.keyring), errors: errors)
        let writes = touched.values.filter { !$0.isEmpty }
        var performed: Performed<SecretsManager.BatchGetSecretValueOutput> =
            writes.isEmpty
            ? .reply(output, notes)
            : .change(notes) { writer in
                for touched in writes { try touched.write(writer) }
                return output
            }
        performed.preconditions = preconditions
        performed.counts = counts
        return performed
    }

    private func entry(_ reading: ValueReading, _ opened: ValueReading.Opened) -> SecretsManager.SecretValueEntry {
        SecretsManager.SecretValueEntry(
            arn: reading.secret.arn, name: reading.secret.name, versionId: opened.versionID,
            secretBinary: opened.isBinary ? opened.value : nil, secretString: opened.isBinary ? nil : opened.value,
            versionStages: opened.stages, createdDate: opened.createdAt)
    }

    private func event(_ reading: ValueReading, _ secretID: String) -> InnerCall {
        InnerCall(
            eventSource: Operation.service.eventSource, eventName: "GetSecretValue",
            invokedBy: Operation.service.eventSource, parameters: ["secretId": .string(secretID)],
            resources: [reading.secret.trailResource], isReadOnly: true)
    }

    func trailParameters(_ input: SecretsManager.BatchGetSecretValueInput) -> JSONValue? {
        SecretTrail.object([
            "secretIdList": SecretTrail.list(input.secretIdList), "filters": SecretTrail.filters(input.filters),
            "maxResults": SecretTrail.number(input.maxResults),
        ])
    }
}
