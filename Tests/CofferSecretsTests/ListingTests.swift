// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferSecrets

@Suite("listing secrets")
struct ListingTests {
    let vault: SecretsVault

    init() throws { vault = try SecretsVault() }

    private func names(_ filters: (String, [String])..., input: SM.ListSecretsInput = .init()) async throws -> [String]
    {
        var input = input
        input.filters = filters.map { SM.Filter(key: $0.0, values: $0.1) }
        return try await vault.call(SM.ListSecrets.self, input).secretList?.compactMap(\.name) ?? []
    }

    @Test("filters answer as recorded from AWS")
    func filters() async throws {
        try await vault.create("testing1/one", description: "a secret")
        try await vault.create("/testing2/two", description: "an secret")
        try await vault.create("testing3/three", description: "asecret")
        try await vault.create("/testing4/four", description: "thesecret")
        let all = ["testing1/one", "/testing2/two", "testing3/three", "/testing4/four"]
        #expect(try await names() == all)
        #expect(try await names(("name", ["/"])) == [all[1], all[3]])
        #expect(try await names(("name", ["!/"])) == [all[0], all[2]])
        #expect(try await names(("name", ["testing1 one"])) == [])
        #expect(try await names(("name", ["Testing"])) == [])
        #expect(try await names(("description", ["a"])) == [all[0], all[1], all[2]])
        #expect(try await names(("description", ["!a"])) == [all[3]])
        #expect(try await names(("description", ["A Secret"])) == [all[0], all[1]])
        #expect(try await names(("description", ["!c"])) == all)
        #expect(try await names(("description", ["a"]), ("name", ["/"])) == [all[1]])
        #expect(try await names(("owning-service", ["rds"]), ("primary-region", ["eu"])) == [])
    }

    @Test("words in names are found where AWS splits them")
    func words() async throws {
        for name in ["prod/AppBeta/x", "prod_AppBeta_x", "prod-AppBeta/x", "uat/COMPANY/x", "uat/COMPANYthings/x"] {
            try await vault.create(name)
        }
        #expect(try await names(("all", ["beta"])) == ["prod/AppBeta/x", "prod_AppBeta_x"])
        #expect(try await names(("all", ["+"])) == [])
        #expect(try await names(("all", ["company"])) == ["uat/COMPANY/x"])
        #expect(try await names(("all", ["things"])) == [])
        #expect(try await names(("all", ["Ythings"])) == ["uat/COMPANYthings/x"])
    }

    @Test("tags are matched by prefix with case, and filters hold together")
    func tags() async throws {
        try await vault.create("a", tags: [SM.Tag(key: "team", value: "Red")])
        try await vault.create("b", tags: [SM.Tag(key: "team", value: "blue"), SM.Tag(key: "Stage", value: "Red")])
        try await vault.create("c")
        #expect(try await names(("tag-key", ["te"])) == ["a", "b"])
        #expect(try await names(("tag-value", ["red"])) == [])
        #expect(try await names(("tag-value", ["Re"]), ("tag-key", ["Stage"])) == ["b"])
        #expect(try await names(("tag-key", ["!Stage"])) == ["a", "c"])
    }

    @Test("pages follow on, in either order, and their tokens serve nobody else")
    func pages() async throws {
        for number in 0..<7 { try await vault.create("s\(number)", nil) }
        for order in ["asc", "desc"] {
            var found: [String] = []
            var token: String?
            repeat {
                let page = try await vault.call(
                    SM.ListSecrets.self, .init(maxResults: 3, nextToken: token, sortOrder: order))
                found += page.secretList?.compactMap(\.name) ?? []
                token = page.nextToken
            } while token != nil
            #expect(found == (order == "asc" ? (0..<7).map { "s\($0)" } : (0..<7).reversed().map { "s\($0)" }))
        }
        let token = try await vault.call(SM.ListSecrets.self, .init(maxResults: 3)).nextToken
        for input in [SM.ListSecretsInput(nextToken: token, sortOrder: "desc"), .init(nextToken: "AAAA")] {
            #expect(try await vault.refusal(SM.ListSecrets.self, input).code == "InvalidNextTokenException")
        }
        let other = try #require(AccountID("444455556666"))
        let stranger = try vault.owner(of: other)
        #expect(
            try await vault.refusal(SM.ListSecrets.self, .init(nextToken: token), as: stranger).code
                == "InvalidNextTokenException")
        #expect(try await vault.call(SM.ListSecrets.self, .init(), as: stranger).secretList?.isEmpty == true)
    }

    @Test("secrets marked for deletion are listed only where they are asked for")
    func planned() async throws {
        try await vault.create("a")
        try await vault.create("b")
        try await vault.call(SM.DeleteSecret.self, .init(secretId: "a"))
        #expect(try await names() == ["b"])
        #expect(try await names(input: .init(includePlannedDeletion: true)) == ["a", "b"])
    }

    @Test("a filter without key or values is refused")
    func refused() async throws {
        #expect(
            try await vault.refusal(SM.ListSecrets.self, .init(filters: [SM.Filter(values: ["x"])]))
                == AWSError("InvalidParameterException", "Invalid filter key"))
        #expect(
            try await vault.refusal(SM.ListSecrets.self, .init(filters: [SM.Filter(key: "description")]))
                == AWSError("InvalidParameterException", "Invalid filter values for key: description"))
    }
}
