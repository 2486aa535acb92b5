// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Reads the secrets of an account and region in an order, page by page.
///
/// Each page reads all of them, since the order by date isn't the store's; only places are kept meanwhile.
struct SecretListing: Sendable {
    enum Order: String, Sendable {
        case created = "created-date"
        case accessed = "last-accessed-date"
        case changed = "last-changed-date"
        case name
    }

    let vault: Vault
    var filters: SecretFilters
    var includesDeleted = false
    var order = Order.created
    var isDescending = false
    private static let batch = 500

    init(vault: Vault, filters: SecretFilters) {
        self.vault = vault
        self.filters = filters
    }

    /// At most `limit` secrets after a place, and where the next page begins; nil at the end.
    func page(after place: SecretPage?, limit: Int, in scope: Scope) throws -> (
        secrets: [SecretRecord], next: SecretPage?
    ) {
        try vault.store.read { reader in
            var places = try self.places(in: scope, reader)
            places.sort { isDescending ? $1 < $0 : $0 < $1 }
            if let place { places.removeAll { isDescending ? $0 >= place : $0 <= place } }
            let page = places.prefix(limit)
            let secrets = try page.compactMap { try reader.load(SecretRecord.self, $0.name, in: scope)?.value }
            return (secrets, page.count < places.count ? page.last : nil)
        }
    }

    private func places(in scope: Scope, _ reader: any StoreReader) throws -> [SecretPage] {
        var places: [SecretPage] = []
        var after: String?
        while true {
            let batch = try reader.list(SecretRecord.self, in: scope, after: after, limit: Self.batch)
            for secret in batch where includesDeleted || secret.value.deletionDate == nil {
                if filters.match(secret.value) { places.append(place(of: secret.value)) }
            }
            guard batch.count == Self.batch else { return places }
            after = batch.last?.value.id
        }
    }

    private func place(of secret: SecretRecord) -> SecretPage {
        let value =
            switch order {
            case .created: SecretRecord.sortable(secret.createdAt)
            case .accessed: SecretRecord.sortable(secret.accessedDay ?? 0)
            case .changed: SecretRecord.sortable(secret.changedAt)
            case .name: ""
            }
        return SecretPage(value: value, name: secret.name)
    }
}
