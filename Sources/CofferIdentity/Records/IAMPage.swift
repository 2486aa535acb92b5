// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// One page of an IAM listing: `Marker` is the last id of the page before, base64.
enum IAMPage {
    static func records<R: VaultRecord>(
        _ type: R.Type, marker: String?, limit: Int?, _ vault: Vault, _ request: Authenticated, where keep: (R) -> Bool
    ) throws -> (records: [R], marker: String?) {
        let limit = limit ?? 100
        var after = try position(marker)
        var kept: [R] = []
        while true {
            let batch = try vault.store.read { try $0.list(R.self, in: request.scope.global, after: after, limit: 200) }
            for record in batch {
                guard keep(record.value) else { continue }
                if kept.count == limit { return (kept, kept.last.map { token($0.id) }) }
                kept.append(record.value)
            }
            guard batch.count == 200, let last = batch.last else { return (kept, nil) }
            after = last.value.id
        }
    }

    static func names(_ all: [String], marker: String?, limit: Int?) throws -> (names: [String], marker: String?) {
        let after = try position(marker)
        let rest = all.sorted().drop { name in after.map { name <= $0 } ?? false }
        let page = Array(rest.prefix(limit ?? 100))
        return (page, page.count < rest.count ? page.last.map { token($0) } : nil)
    }

    private static func token(_ id: String) -> String { Base64.encode(Array(id.utf8)) }

    private static func position(_ marker: String?) throws -> String? {
        guard let marker else { return nil }
        guard let bytes = Base64.decode(marker), let id = String(validating: bytes, as: UTF8.self) else {
            throw AWSError("ValidationError", "Invalid Marker.")
        }
        return id
    }
}
