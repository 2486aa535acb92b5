// SPDX-License-Identifier: Apache-2.0
import CofferAudit
import CofferBase
import Testing

@Suite("the tree of RFC 6962")
struct MerkleTests {
    /// The eight leaves and roots that Certificate Transparency's implementations share as test vectors.
    private static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ]
    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test("the roots over zero to eight leaves are the published ones")
    func publishedRoots() throws {
        var frontier = MerkleFrontier()
        #expect(frontier.root.description == Self.roots[0])
        for (index, leaf) in Self.leaves.enumerated() {
            frontier.append(.leaf(try #require(Hex.decode(leaf))))
            #expect(frontier.root.description == Self.roots[index + 1])
        }
    }

    @Test("a published inclusion proof and a published consistency proof are those the tiles give")
    func publishedProofs() throws {
        var log = TestLog()
        for leaf in Self.leaves { log.append(try #require(Hex.decode(leaf))) }
        let inclusion = try MerkleProof.inclusion(of: 0, size: 8, from: log).map(\.description)
        #expect(
            inclusion == [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ])
        let consistency = try MerkleProof.consistency(from: 6, to: 8, from: log).map(\.description)
        #expect(
            consistency == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
    }

    /// RFC 6962, 2.1, as it is written there.
    private func definition(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
        guard leaves.count > 1 else { return leaves.first ?? .empty }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        return .node(definition(leaves[..<middle]), definition(leaves[middle...]))
    }

    @Test("for every size up to 300 the frontier and the tiles give the root of the definition")
    func roots() throws {
        let log = TestLog(count: 300)
        let leaves = log.events.map { TreeHash.leaf($0.record) }
        var frontier = MerkleFrontier()
        for size in 0...300 {
            let expected = definition(leaves[..<size])
            #expect(frontier.root == expected)
            #expect(try MerkleProof.root(size: Int64(size), from: log) == expected)
            if size < 300 { frontier.append(leaves[size]) }
        }
    }

    @Test("inclusion proofs hold for their leaf, place, size and root, and for no others")
    func inclusion() throws {
        let log = TestLog(count: 300)
        let leaves = log.events.map { TreeHash.leaf($0.record) }
        for size in [1, 2, 3, 7, 8, 100, 255, 256, 257, 300] as [Int64] {
            let root = try MerkleProof.root(size: size, from: log)
            for leaf in stride(from: 0, to: size, by: size > 20 ? 7 : 1) {
                let proof = try MerkleProof.inclusion(of: leaf, size: size, from: log)
                func holds(
                    _ hash: TreeHash, _ leaf: Int64, _ size: Int64, _ root: TreeHash, _ proof: [TreeHash]
                ) -> Bool {
                    MerkleProof.isIncluded(hash, at: leaf, size: size, root: root, proof: proof)
                }
                let hash = leaves[Int(leaf)]
                #expect(holds(hash, leaf, size, root, proof))
                #expect(!holds(.empty, leaf, size, root, proof))
                #expect(!holds(hash, leaf, size, .empty, proof))
                #expect(!holds(hash, leaf, size, root, proof + [.empty]))
                #expect(!holds(hash, size, size, root, proof))
                #expect(size == 1 || !holds(hash, leaf == 0 ? 1 : leaf - 1, size, root, proof))
                #expect(size == 1 || !holds(hash, leaf, size, root, Array(proof.dropLast())))
                #expect(size == 1 || !holds(hash, leaf, size, root, [.empty] + proof.dropFirst()))
            }
        }
    }

    @Test("consistency proofs hold for every pair of sizes, and not for another history")
    func consistency() throws {
        let log = TestLog(count: 300)
        var other = TestLog()
        for number in 0..<300 { other.append(Array("other \(number)".utf8)) }
        let sizes: [Int64] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 64, 100, 255, 256, 257, 299, 300]
        let roots = try Dictionary(uniqueKeysWithValues: sizes.map { ($0, try MerkleProof.root(size: $0, from: log)) })
        for old in sizes {
            for new in sizes where new >= old {
                let proof = try MerkleProof.consistency(from: old, to: new, from: log)
                let (oldRoot, newRoot) = (roots[old] ?? .empty, roots[new] ?? .empty)
                #expect(
                    MerkleProof.isConsistent(old: old, oldRoot: oldRoot, new: new, newRoot: newRoot, proof: proof))
                guard old > 0 else { continue }
                let forged = try MerkleProof.root(size: old, from: other)
                #expect(!MerkleProof.isConsistent(old: old, oldRoot: forged, new: new, newRoot: newRoot, proof: proof))
                #expect(
                    !MerkleProof.isConsistent(
                        old: old, oldRoot: oldRoot, new: new, newRoot: newRoot, proof: proof + [.empty]))
            }
        }
    }

    @Test("proofs out of range are refused")
    func outOfRange() throws {
        let log = TestLog(count: 5)
        #expect(throws: MerkleProofError.outOfRange) { try MerkleProof.inclusion(of: 5, size: 5, from: log) }
        #expect(throws: MerkleProofError.outOfRange) { try MerkleProof.consistency(from: 3, to: 2, from: log) }
        #expect(throws: MerkleProofError.self) { try MerkleProof.inclusion(of: 6, size: 9, from: log) }
    }
}
