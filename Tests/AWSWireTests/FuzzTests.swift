// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSWire
import CofferBase
import CofferTesting
import Testing

/// 20,000 damaged inputs, the same ones each time. None may crash, and what is taken must be writable and checkable.
@Suite("damaged input")
struct FuzzTests {
    private let jsonShapes = [
        KMS.DecryptInput.shape, KMS.CreateGrantInput.shape, KMS.DescribeKeyOutput.shape,
        SecretsManager.CreateSecretInput.shape,
        SecretsManager.DescribeSecretOutput.shape, CloudTrail.LookupEventsInput.shape,
    ]
    private let queryShapes = [
        STS.AssumeRoleInput.shape, IAM.CreateRoleInput.shape, IAM.ListRolesOutput.shape, STS.AssumeRoleOutput.shape,
    ]

    private static let tokens = [
        "{", "}", "[", "]", "\"", "\\u", "\\ud800", "null", "-", "1e999", "9223372036854775808", "&", "=", "%", "%00",
        ".member.",
        ".1", ".999999999", "<", "</", "/>", "<![CDATA[", "]]>", "<!--", "&#", "&#x110000;", "&amp", "\u{0}", "é", "🔑",
    ]

    private func damage(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        Fuzz.damage(bytes, tokens: Self.tokens, &random)
    }

    @Test("JSON")
    func json() {
        var random = SeededRandom(seed: 1)
        let bodies = jsonShapes.map { JSONWire.encode(sampleObject($0), shape: $0) }
        for round in Fuzz.rounds(8000) {
            let shape = jsonShapes[round % jsonShapes.count]
            guard let object = try? JSONWire.decode(damage(bodies[round % bodies.count], &random), as: shape) else {
                continue
            }
            _ = Validation.violations(object, shape: shape)
            let again = try? JSONWire.decode(JSONWire.encode(object, shape: shape), as: shape)
            #expect(again.map { canonical($0) } == canonical(object))
        }
    }

    @Test("forms")
    func forms() {
        var random = SeededRandom(seed: 2)
        let bodies = queryShapes.map {
            QueryWire.encode(action: "A", version: "V", object: sampleObject($0), shape: $0)
        }
        for round in Fuzz.rounds(6000) {
            let shape = queryShapes[round % queryShapes.count]
            guard let read = try? QueryWire.decode(damage(bodies[round % bodies.count], &random), as: shape) else {
                continue
            }
            _ = Validation.violations(read.object, shape: shape)
            let form = QueryWire.encode(action: read.action, version: read.version, object: read.object, shape: shape)
            let again = try? QueryWire.decode(form, as: shape)
            #expect(again != nil)
        }
    }

    @Test("XML")
    func xml() {
        var random = SeededRandom(seed: 3)
        let bodies = queryShapes.map {
            XMLWire.encode(sampleObject($0), shape: $0, action: "A", namespace: "n", requestID: "r")
        }
        for round in Fuzz.rounds(6000) {
            let shape = queryShapes[round % queryShapes.count]
            let damaged = damage(bodies[round % bodies.count], &random)
            _ = ErrorWire.decode(AWSResponse(status: 400, body: damaged), wire: .query(version: "", xmlNamespace: ""))
            guard let object = try? XMLWire.decode(damaged, shape: shape, action: "A") else { continue }
            _ = Validation.violations(object, shape: shape)
            let again = XMLWire.encode(object, shape: shape, action: "A", namespace: "n", requestID: "r")
            #expect((try? XMLWire.decode(again, shape: shape, action: "A")).map { canonical($0) } == canonical(object))
        }
    }
}
