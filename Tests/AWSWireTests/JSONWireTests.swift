// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSWire
import CofferBase
import Testing

@Suite("JSON on the wire")
struct JSONWireTests {
    private func decode(_ body: String, as shape: Shape = KMS.EncryptInput.shape) throws(AWSError) -> WireObject {
        try JSONWire.decode(Array(body.utf8), as: shape)
    }

    private func failure(_ body: String, as shape: Shape = KMS.EncryptInput.shape) -> AWSError? {
        do throws(AWSError) {
            _ = try decode(body, as: shape)
            return nil
        } catch { return error }
    }

    @Test("unknown members are skipped, null is absent, an empty body is an empty object")
    func lenient() throws {
        let object = try decode(#"{"KeyId":"k","Unknown":[{"x":1}],"EncryptionContext":null,"Plaintext":"aGk="}"#)
        #expect(object.map(\.name) == ["KeyId", "Plaintext"])
        #expect(try decode("").isEmpty)
        #expect(try decode(" {} ").isEmpty)
    }

    @Test(
        "a wrong type is a SerializationException in AWS's words",
        arguments: [
            (#"{"KeyId":1}"#, "NUMBER_VALUE can not be converted to a String"),
            (#"{"KeyId":true}"#, "TRUE_VALUE can not be converted to a String"),
            (#"{"KeyId":[]}"#, "Start of list found where not expected"),
            (#"{"KeyId":{}}"#, "Start of structure or map found where not expected."),
            (#"{"DryRun":"true"}"#, "STRING_VALUE can not be converted to a Boolean"),
            (#"{"Plaintext":"not base64"}"#, "a Blob is not valid base64"),
            (#"{"GrantTokens":"x"}"#, "Expected list or null"),
            (#"{"GrantTokens":[null]}"#, "NULL_VALUE can not be converted to a String"),
            (#"{"EncryptionContext":"x"}"#, "Unexpected value type in payload"),
            ("[]", "Unexpected value type in payload"),
            ("7", "Unexpected value type in payload"),
        ])
    func wrongTypes(_ body: String, _ message: String) {
        #expect(failure(body) == AWSError("SerializationException", message))
    }

    @Test("integers keep to 32 bits, and whole numbers may be written as decimals")
    func integers() throws {
        let shape = KMS.GenerateRandomInput.shape
        #expect(
            failure(#"{"NumberOfBytes":4294967296}"#, as: shape)?.message
                == "NUMBER_VALUE can not be converted to an Integer")
        #expect(
            failure(#"{"NumberOfBytes":1.5}"#, as: shape)?.message == "DECIMAL_VALUE can not be converted to an Integer"
        )
        #expect(
            failure(#"{"NumberOfBytes":"x"}"#, as: shape)?.message == "STRING_VALUE can not be converted to an Integer")
        #expect(try canonical(decode(#"{"NumberOfBytes":32.0}"#, as: shape)) == "{NumberOfBytes=i32}")
    }

    @Test("timestamps are epoch seconds or ISO 8601, and an absurd one is refused")
    func timestamps() throws {
        let shape = KMS.ImportKeyMaterialInput.shape
        #expect(try canonical(decode(#"{"ValidTo":1700000000.123}"#, as: shape)) == "{ValidTo=t1700000000123}")
        #expect(try canonical(decode(#"{"ValidTo":"2023-11-14T22:13:20Z"}"#, as: shape)) == "{ValidTo=t1700000000000}")
        for body in [#"{"ValidTo":1e300}"#, #"{"ValidTo":-1e18}"#, #"{"ValidTo":"soon"}"#] {
            #expect(failure(body, as: shape)?.code == "SerializationException")
        }
        func written(_ milliseconds: Int64) -> String {
            let time = Timestamp(milliseconds: milliseconds)
            return text(JSONWire.encode([(name: "ValidTo", value: .timestamp(time))], shape: shape))
        }
        #expect(written(1_700_000_000_123) == #"{"ValidTo":1700000000.123}"#)
        #expect(written(1_700_000_000_050) == #"{"ValidTo":1700000000.050}"#)
        #expect(written(1_700_000_000_000) == #"{"ValidTo":1700000000}"#)
    }

    @Test("secrets are written as text or base64 as the shape says")
    func secrets() {
        let output = SecretsManager.GetSecretValueOutput(
            secretBinary: SharedSecret(copying: [1, 2, 3]), secretString: SharedSecret(utf8: "a\"b\\\n\u{1}é"))
        let body = text(JSONWire.encode(output.wire, shape: SecretsManager.GetSecretValueOutput.shape))
        #expect(body == #"{"SecretBinary":"AQID","SecretString":"a\"b\\\n\u0001é"}"#)
    }

    @Test("a malformed body is refused without being quoted")
    func malformed() {
        let depth = String(repeating: "[", count: 100_000)
        for body in [
            "{", "{\"KeyId\":\"hunter2", "{\"KeyId\":\"hunter2\"}x", "{\"a\":1,\"a\":1}", "\u{0}", "{\"x\":\(depth)",
        ] {
            let error = failure(body)
            #expect(error?.code == "SerializationException" && error?.status == 400)
            #expect(error?.message?.contains("hunter2") == false)
        }
        #expect(throws: AWSError.self) { try JSONWire.decode([0x7b, 0x22, 0xff, 0x22], as: KMS.EncryptInput.shape) }
    }
}
