// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline

/// The deletion of a service-linked role, by the id that its caller asks after it with.
struct DeletionTask {
    /// `task/aws-service-role/SERVICE/ROLE/UUID`.
    let id: String

    init(id: String) { self.id = id }

    init(role: RoleRecord) { id = "task\(role.path)\(role.name)/\(UniqueID.uuid())" }

    /// The path and name of the role.
    var role: String {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 5 && parts[0] == "task" ? "/" + parts[1...3].joined(separator: "/") : "/*"
    }

    /// Where the outcome is noted.
    func setting(in scope: Scope) -> String { "deletion-task/\(scope.account)/\(scope.partition.rawValue)/\(id)" }
}
