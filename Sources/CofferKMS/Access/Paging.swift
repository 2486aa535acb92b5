// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline

/// One page of a list. Its marker is sealed and holds the id that the page ended with; it counts for the same
/// operation, filter, account and region only.
struct Page: Sendable {
    let after: String?
    let limit: Int
    private let aad: [UInt8]
    private let vault: Vault

    /// - Parameter list: which list, filter included: `ListAliases/1234abcd…`.
    /// - Throws: ValidationException for a limit beyond `most`, InvalidMarkerException for a marker of another list.
    init(
        marker: String?, limit: Int?, default usual: Int, most: Int, list: String, _ request: Authenticated,
        _ vault: Vault
    ) throws {
        if let limit, limit > most {
            throw AWSError.constraint(limit, at: "limit", "Member must have value less than or equal to \(most)")
        }
        self.limit = limit ?? usual
        self.vault = vault
        aad = Array("kms \(request.scope.account) \(request.scope.region) \(list)".utf8)
        guard let marker else {
            after = nil
            return
        }
        guard
            let payload = SealedToken.open(marker, purpose: .pageTokens, aad: aad, keyring: vault.keyring)
        else { throw AWSError.invalidMarker }
        after = String(decoding: payload, as: UTF8.self)
    }

    func marker(after id: String) -> String {
        SealedToken.seal(Array(id.utf8), purpose: .pageTokens, aad: aad, keyring: vault.keyring)
    }

    /// Cuts what was read with one more than the limit.
    func cut<Item>(_ items: [Item], id: (Item) -> String) -> (items: [Item], next: String?) {
        guard items.count > limit else { return (items, nil) }
        let page = Array(items.prefix(limit))
        return (page, page.last.map { marker(after: id($0)) })
    }

    /// The page of a list that is held as a whole, in the order of its ids (UTF-8 bytes).
    func slice<Item>(_ items: [Item], id: (Item) -> String) -> (items: [Item], next: String?) {
        guard let after else { return cut(items, id: id) }
        return cut(items.filter { after.utf8.lexicographicallyPrecedes(id($0).utf8) }, id: id)
    }
}
