// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// How a managed policy is used: attached to somebody, or as somebody's boundary.
struct PolicyUsage: Sendable {
    let arn: String
    let scope: Scope

    init(_ arn: String, in scope: Scope) {
        self.arn = arn
        self.scope = scope.global
    }

    struct Counts {
        var attachments = 0
        var boundaries = 0
    }

    func counts(_ reader: any StoreReader) throws -> Counts {
        Counts(
            attachments: try count(UserRecord.self, UserRecord.policyIndex, reader)
                + count(GroupRecord.self, GroupRecord.policyIndex, reader)
                + count(RoleRecord.self, RoleRecord.policyIndex, reader),
            boundaries: try count(UserRecord.self, UserRecord.boundaryIndex, reader)
                + count(RoleRecord.self, RoleRecord.boundaryIndex, reader))
    }

    func isUsed(_ reader: any StoreReader) throws -> Bool {
        func any(_ kind: RecordKind, _ index: String) throws -> Bool {
            try !reader.records(in: scope, kind: kind, index: entry(index), after: nil, limit: 1).isEmpty
        }
        return try any(UserRecord.kind, UserRecord.policyIndex) || any(GroupRecord.kind, GroupRecord.policyIndex)
            || any(RoleRecord.kind, RoleRecord.policyIndex) || any(UserRecord.kind, UserRecord.boundaryIndex)
            || any(RoleRecord.kind, RoleRecord.boundaryIndex)
    }

    func entry(_ index: String) -> IndexEntry { IndexEntry(name: index, value: arn) }

    private func count<H: PolicyHolder>(_ type: H.Type, _ index: String, _ reader: any StoreReader) throws -> Int {
        var count = 0
        var after: String?
        while true {
            let batch = try reader.records(in: scope, kind: H.kind, index: entry(index), after: after, limit: 500)
            count += batch.count
            guard batch.count == 500, let last = batch.last else { return count }
            after = last.key.id
        }
    }
}

extension ManagedPolicy {
    func arn(in scope: Scope) -> String {
        switch self {
        case .own(let policy): policy.value.arn(in: scope).description
        case .aws(let policy): policy.arn(in: scope.partition)
        }
    }

    /// As ListPolicies shows it: without description and tags.
    func shape(_ usage: PolicyUsage.Counts, in scope: Scope) -> IAM.Policy {
        switch self {
        case .own(let policy): policy.value.shape(usage, in: scope)
        case .aws(let policy):
            IAM.Policy(
                policyName: policy.name, policyId: policy.policyID, arn: policy.arn(in: scope.partition),
                path: policy.path,
                defaultVersionId: policy.version, attachmentCount: usage.attachments,
                permissionsBoundaryUsageCount: usage.boundaries, isAttachable: true, createDate: policy.createdAt,
                updateDate: policy.updatedAt)
        }
    }
}

extension ManagedPolicyRecord {
    func shape(_ usage: PolicyUsage.Counts, in scope: Scope) -> IAM.Policy {
        IAM.Policy(
            policyName: name, policyId: policyID, arn: arn(in: scope).description, path: path,
            defaultVersionId: "v\(defaultVersion)", attachmentCount: usage.attachments,
            permissionsBoundaryUsageCount: usage.boundaries, isAttachable: true,
            createDate: Timestamp(milliseconds: createdAt), updateDate: Timestamp(milliseconds: updatedAt))
    }
}

extension ManagedPolicyRecord.Version {
    func shape(default number: Int, withDocument: Bool) -> IAM.PolicyVersion {
        IAM.PolicyVersion(
            document: withDocument ? PolicyText.encoded(document) : nil, versionId: id,
            isDefaultVersion: number == self.number,
            createDate: Timestamp(milliseconds: createdAt))
    }
}
