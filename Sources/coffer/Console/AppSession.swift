// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import AWSSigning
internal import CofferBase
internal import CofferLocal
internal import CofferVault

extension VaultSession {
    /// What references stand for, as far as an app may read it: with a session of the app's role, so that the log and the
    /// permissions are the app's.
    func values(
        of references: Set<Reference>, for role: AppRole, stage: String? = nil
    ) async throws -> [Reference: SharedSecret] {
        // Names are shown, and the log keeps them for ever.
        for case .vault(let name) in references where TypedKey.isMeant(by: name) {
            throw Failure(
                .refusedInput, "a reference holds a key where a secret's name belongs",
                hint: "coffer add PROVIDER/USE stores the key; write coffer://vault/PROVIDER/USE, and replace the key at its provider")
        }
        let account = try await account()
        let granted: STS.Credentials
        do {
            granted = try await role.assume(account: account, seconds: 900, session: "coffer-run", client)
        } catch let error as AWSError where error.isRefusal {
            let names = references.compactMap { if case .vault(let name) = $0 { name } else { nil } }.sorted()
            let what = names.isEmpty ? "--blobs" : names.joined(separator: " ")
            let apps = try await AppRole.all(client).map(\.name)
            if !apps.contains(role.name), !apps.isEmpty {
                throw Failure(
                    .notAllowed, "there is no app \(role.name); there are: \(apps.joined(separator: ", "))",
                    hint: "coffer allow \(role.name) \(what) makes it")
            }
            throw NotAllowed(app: role.name, what: names.isEmpty ? "blobs" : what, grant: "coffer allow \(role.name) \(what)")
        }
        let credentials = Credentials(
            accessKeyID: granted.accessKeyId, secret: granted.secretAccessKey, sessionToken: granted.sessionToken,
            expiration: granted.expiration)
        do {
            return try await ReferenceResolver(app: role, client: client(as: credentials), stage: stage).values(of: references)
        } catch let refusal as NotAllowed {
            throw try await limited(refusal, role)
        }
    }

    /// A refusal of what the app is allowed under limits: to allow it again would lift them.
    private func limited(_ refusal: NotAllowed, _ role: AppRole) async throws -> any Error {
        let granted = try await role.current(client)?.grants ?? []
        let denied = try await role.denials(client)
        let isKnown = (granted + denied).contains { grant in grant.secrets.contains { AppRole.names($0, secret: refusal.what) } }
        guard isKnown else { return refusal }
        return Failure(
            .notAllowed, "\(refusal) now", hint: "coffer why \(role.name) \(refusal.what) says which limit or denial forbids it")
    }
}

extension AppRole {
    /// Throws a usage failure for what can't be an app's name.
    init(named name: String) throws {
        guard let role = AppRole(name: name) else {
            throw Failure(.usage, "'\(name)' can't be an app's name", hint: "up to 64 letters, digits and _ + = , . @ -")
        }
        self = role
    }
}
