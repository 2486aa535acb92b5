// SPDX-License-Identifier: Apache-2.0
public import AWSAPI

/// The parameters of a Query request, read but not yet typed: the action has to be known first to know the shape.
public struct QueryForm: Sendable {
    static let mostParameters = 10_000
    static let deepest = 32
    /// Of all parameters together: the tree is built before the caller is known.
    static let mostSteps = 40_000

    /// The `Action` parameter; empty when there is none.
    public let action: String
    /// The `Version` parameter; empty when there is none.
    public let version: String
    /// The parameters as a tree: `Tags.member.1.Key` is four steps.
    let root: Node

    struct Node: Sendable {
        var value: String?
        var children: [String: Node] = [:]
    }

    /// Reads `a=b&c=d`, from a body or a query string. Throws `MalformedQueryString` for broken escapes, text that is
    /// not UTF-8, a parameter that comes twice, and more parameters or steps than any model has.
    public init(parsing bytes: [UInt8]) throws(AWSError) {
        var root = Node()
        var (count, allSteps) = (0, 0)
        for pair in bytes.split(separator: 0x26) {
            count += 1
            guard count <= Self.mostParameters else {
                throw Self.malformed("more than \(Self.mostParameters) parameters")
            }
            let equals = pair.firstIndex(of: 0x3d) ?? pair.endIndex
            guard let name = FormEncoding.decode(pair[..<equals]),
                let value = FormEncoding.decode(equals < pair.endIndex ? pair[(equals + 1)...] : [])
            else { throw Self.malformed("a parameter is not valid percent-encoded UTF-8") }
            let steps = name.utf8.split(separator: 0x2e, maxSplits: Self.deepest, omittingEmptySubsequences: false)
            allSteps += steps.count
            guard steps.count <= Self.deepest, allSteps <= Self.mostSteps else {
                throw Self.malformed("a parameter of more than \(Self.deepest) steps, or \(Self.mostSteps) of all")
            }
            guard Self.insert(value, steps[...], into: &root) else { throw Self.malformed("a parameter comes twice") }
        }
        self.root = root
        action = root.children["Action"]?.value ?? ""
        version = root.children["Version"]?.value ?? ""
    }

    private static func insert(_ value: String, _ steps: ArraySlice<Substring.UTF8View>, into node: inout Node) -> Bool
    {
        guard let step = steps.first else {
            guard node.value == nil else { return false }
            node.value = value
            return true
        }
        return insert(value, steps.dropFirst(), into: &node.children[String(Substring(step)), default: Node()])
    }

    private static func malformed(_ what: String) -> AWSError {
        AWSError("MalformedQueryString", "The query string is malformed: \(what).")
    }
}
