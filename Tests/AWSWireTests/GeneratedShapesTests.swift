// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSWire
import CofferBase
import Foundation
import Testing

@Suite("generated shapes")
struct GeneratedShapesTests {
    private func roundTrip<Structure: AWSStructure>(_ type: Structure.Type, _ wire: WireProtocol, _ action: String)
        throws
    {
        let object = sampleObject(type.shape)
        let structure = try Structure(wire: object)
        #expect(canonical(structure.wire) == canonical(object), "\(type)")
        switch wire {
        case .json:
            let decoded = try JSONWire.decode(JSONWire.encode(structure.wire, shape: type.shape), as: type.shape)
            #expect(canonical(decoded) == canonical(object), "\(type) in JSON")
        case .query(let version, let namespace):
            let form = QueryWire.encode(action: action, version: version, object: structure.wire, shape: type.shape)
            let decoded = try QueryWire.decode(form, as: type.shape)
            #expect(decoded.action == action && decoded.version == version)
            #expect(canonical(decoded.object) == canonical(object), "\(type) as a form")
            let xml = XMLWire.encode(
                structure.wire, shape: type.shape, action: action, namespace: namespace, requestID: "r-1")
            let read = try XMLWire.decode(xml, shape: type.shape, action: action)
            #expect(canonical(read) == canonical(object), "\(type) in XML")
        }
    }

    private func roundTrip<Operation: AWSOperation>(_ operation: Operation.Type) throws {
        try roundTrip(Operation.Input.self, Operation.service.wire, Operation.name)
        try roundTrip(Operation.Output.self, Operation.service.wire, Operation.name)
    }

    @Test("every structure of every operation comes back as it went")
    func structuresRoundTrip() throws {
        let counts = ["kms": 56, "secretsmanager": 26, "sts": 11, "cloudtrail": 4, "iam": 34]
        for (service, count) in counts {
            #expect(everyOperation.filter { $0.service.signingName == service }.count == count, "\(service)")
        }
        for operation in everyOperation { try roundTrip(operation) }
    }

    @Test("an operation knows its service and its errors' statuses")
    func operations() {
        #expect(KMS.service.signingName == "kms" && KMS.service.eventSource == "kms.amazonaws.com")
        #expect(KMS.service.wire == .json(targetPrefix: "TrentService") && !KMS.service.isGlobal)
        #expect(IAM.service.isGlobal && IAM.operations.count == 180 && IAM.operations.contains("CreateGroup"))
        #expect(IAM.GetUser.errors["NoSuchEntity"] == 404)
        #expect(KMS.Decrypt.errors["KMSInternalException"] == 500)
        #expect(KMS.Decrypt.errors["InvalidCiphertextException"] == 400)
    }

    @Test("a value of another type is refused, and a plain string serves as a secret")
    func mismatches() throws {
        #expect(throws: WireMismatch.self) { try KMS.DescribeKeyInput(wire: [(name: "KeyId", value: .integer(1))]) }
        #expect(throws: WireMismatch.self) { try KMS.DescribeKeyInput(wire: []) }
        let input = try KMS.EncryptInput(wire: [
            (name: "KeyId", value: .string("k")), (name: "Plaintext", value: .blob([1, 2])),
        ])
        #expect(input.plaintext.count == 2 && input.encryptionContext == nil)
    }

    @Test("maps are written sorted by their keys")
    func sortedMaps() {
        let input = KMS.DecryptInput(ciphertextBlob: [1], encryptionContext: ["b": "2", "a": "1", "c": "3"])
        let body = text(JSONWire.encode(input.wire, shape: KMS.DecryptInput.shape))
        #expect(body == #"{"CiphertextBlob":"AQ==","EncryptionContext":{"a":"1","b":"2","c":"3"}}"#)
    }

    /// Needs the very botocore that the files were made from: without it there is nothing to compare with.
    @Test("the generated files are what the generator writes")
    func generatorIsConsistent() throws {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let data = ProcessInfo.processInfo.environment["BOTOCORE_DATA"].map { [$0] } ?? []
        process.arguments = ["python3", root.appendingPathComponent("Tools/generate-shapes").path, "--check"] + data
        process.standardError = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let differences = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus != 1, "\(String(decoding: differences, as: UTF8.self))")
    }
}
