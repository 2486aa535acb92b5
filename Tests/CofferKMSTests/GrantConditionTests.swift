// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferKMS

/// Source: KMS Developer Guide, "AWS KMS condition keys".
@Suite("Policy conditions on the grants that somebody may make")
struct GrantConditionTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    /// What CreateGrant is refused with for a user who may make grants under that condition; nil where it isn't.
    private func code(
        _ condition: String, _ operations: [String] = ["Decrypt"], _ constraints: KMS.GrantConstraints? = nil,
        grantee: String? = nil, retirer: String? = nil
    ) async throws -> String? {
        let name = UniqueID.uuid()
        let statement = #""Effect":"Allow","Action":"kms:CreateGrant","Resource":"*","Condition":\#(condition)"#
        let user = try vault.user(name, policy: #"{"Statement":{\#(statement)}}"#)
        return try await vault.code(
            KMS.CreateGrant.self,
            .init(
                keyId: try await vault.createKey(), operations: operations,
                granteePrincipal: grantee ?? vault.rootARN(), retiringPrincipal: retirer, constraints: constraints),
            as: user)
    }

    @Test("kms:GrantOperations holds all the operations of the grant")
    func operations() async throws {
        let condition = #"{"ForAllValues:StringEquals":{"kms:GrantOperations":["Encrypt","Decrypt"]}}"#
        for allowed in [["Decrypt"], ["Encrypt", "Decrypt"]] {
            #expect(try await code(condition, allowed) == nil, "\(allowed)")
        }
        for refused in [["CreateGrant"], ["Decrypt", "CreateGrant"], ["CreateGrant", "Decrypt"]] {
            #expect(try await code(condition, refused) == "AccessDeniedException", "\(refused)")
        }
    }

    @Test("kms:GrantConstraintType is the kind of the constraint, and kms:EncryptionContext its pairs")
    func constraints() async throws {
        let pairs = ["app": "bot"]
        let equals = KMS.GrantConstraints(encryptionContextEquals: pairs)
        let subset = KMS.GrantConstraints(encryptionContextSubset: pairs)
        for (type, constraints, other) in [
            ("EncryptionContextEquals", equals, subset), ("EncryptionContextSubset", subset, equals),
        ] {
            let condition =
                #"{"StringEquals":{"kms:GrantConstraintType":"\#(type)","kms:EncryptionContext:app":"bot"}}"#
            #expect(try await code(condition, ["Decrypt"], constraints) == nil, "\(type)")
            #expect(try await code(condition, ["Decrypt"], other) == "AccessDeniedException", "\(type)")
            #expect(try await code(condition) == "AccessDeniedException", "\(type)")
            var changed = constraints
            if changed.encryptionContextEquals != nil { changed.encryptionContextEquals = ["app": "other"] }
            if changed.encryptionContextSubset != nil { changed.encryptionContextSubset = ["app": "other"] }
            #expect(try await code(condition, ["Decrypt"], changed) == "AccessDeniedException", "\(type)")
        }
    }

    @Test("kms:GranteePrincipal and kms:RetiringPrincipal are whom the grant names")
    func principals() async throws {
        _ = try vault.plainUser("ann")
        let (ann, root) = (vault.userARN("ann"), vault.rootARN())
        let grantee = #"{"StringEquals":{"kms:GranteePrincipal":"\#(ann)"}}"#
        #expect(try await code(grantee, grantee: ann) == nil)
        #expect(try await code(grantee, grantee: root, retirer: ann) == "AccessDeniedException")
        let retirer = #"{"StringEquals":{"kms:RetiringPrincipal":"\#(ann)"}}"#
        #expect(try await code(retirer, retirer: ann) == nil)
        #expect(try await code(retirer, grantee: ann, retirer: root) == "AccessDeniedException")
        #expect(try await code(retirer, grantee: ann) == "AccessDeniedException")
    }
}
