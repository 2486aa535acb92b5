// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// A role that somebody is about to assume, and what every way of assuming one has in common.
struct AssumedRole: Sendable {
    let role: Versioned<RoleRecord>
    let session: String

    var scope: Scope { role.key.scope }
    /// `AROA…:session`.
    var id: String { "\(role.value.roleID):\(session)" }
    /// Without the role's path, as AWS has it.
    var arn: String {
        ARN(service: "sts", scope: scope, resource: "assumed-role/\(role.value.name)/\(session)").description
    }
    var shape: STS.AssumedRoleUser { STS.AssumedRoleUser(assumedRoleId: id, arn: arn) }
    var subject: SessionClaims.Subject { .role(name: role.value.name, roleID: role.value.roleID, session: session) }

    /// How long the session lasts, in seconds.
    ///
    /// - Parameter isChained: asked for by another session, whose roles last an hour at most.
    func duration(_ asked: Int?, isChained: Bool = false) throws -> Int {
        let seconds = asked ?? 3600
        guard !isChained || seconds <= 3600 else {
            throw AWSError(
                "ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.")
        }
        guard seconds <= role.value.maxSessionDuration else {
            throw AWSError("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
        }
        return seconds
    }

    /// The event's answer and resource: never the secret, nor the token.
    func trail(_ credentials: STS.Credentials, roleARN: String) -> TrailNotes {
        TrailNotes(
            response: [
                "credentials": credentials.json,
                "assumedRoleUser": ["assumedRoleId": .string(id), "arn": .string(arn)],
            ],
            resources: [TrailResource(arn: roleARN, accountID: scope.account.description, type: "AWS::IAM::Role")])
    }
}
