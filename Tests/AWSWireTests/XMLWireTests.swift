// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSWire
import CofferBase
import Testing

@Suite("XML on the wire")
struct XMLWireTests {
    private let namespace = "https://iam.amazonaws.com/doc/2010-05-08/"

    @Test("a reply has AWS's form, and an operation without output has no result")
    func form() {
        let time = Timestamp(milliseconds: 1_700_000_000_000)
        let output = IAM.ListAccessKeysOutput(
            accessKeyMetadata: [IAM.AccessKeyMetadata(userName: "a<b>&'\"\r\u{1}\u{ffff}é", createDate: time)],
            isTruncated: false)
        let xml = XMLWire.encode(
            output.wire, shape: IAM.ListAccessKeysOutput.shape, action: "ListAccessKeys", namespace: namespace,
            requestID: "r-1")
        #expect(
            text(xml)
                == "<ListAccessKeysResponse xmlns=\"\(namespace)\"><ListAccessKeysResult><AccessKeyMetadata><member>"
                + "<UserName>a&lt;b&gt;&amp;&apos;&quot;&#xD;\u{fffd}\u{fffd}é</UserName>"
                + "<CreateDate>2023-11-14T22:13:20Z</CreateDate></member></AccessKeyMetadata><IsTruncated>false</IsTruncated>"
                + "</ListAccessKeysResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></ListAccessKeysResponse>"
        )
        let empty = XMLWire.encode(
            [], shape: IAM.DeleteUserOutput.shape, action: "DeleteUser", namespace: "n", requestID: "r")
        #expect(
            text(empty)
                == "<DeleteUserResponse xmlns=\"n\"><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DeleteUserResponse>"
        )
        let bare = XMLWire.encode(
            [], shape: IAM.UpdateRoleOutput.shape, action: "UpdateRole", namespace: "n", requestID: "r")
        #expect(text(bare).contains("<UpdateRoleResult></UpdateRoleResult>"))
    }

    @Test("AWS's own layout is read: declaration, comments, white space, attributes, CDATA")
    func reading() throws {
        let xml = """
            <?xml version="1.0"?>
            <!-- a comment -->
            <GetUserResponse xmlns='x' a = "b">
              <GetUserResult><User><Path>/</Path><UserName><![CDATA[a<b]]>&#233;&#xE9;</UserName><!-- x -->
                <UserId/><Arn>arn</Arn><CreateDate>2023-11-14T22:13:20Z</CreateDate><Extra><y/></Extra></User></GetUserResult>
            </GetUserResponse>
            """
        let object = try XMLWire.decode(Array(xml.utf8), shape: IAM.GetUserOutput.shape, action: "GetUser")
        let user = try IAM.GetUserOutput(wire: object).user
        #expect(user.userName == "a<béé" && user.userId.isEmpty && user.createDate.milliseconds == 1_700_000_000_000)
    }

    @Test(
        "what is not the XML we take is refused",
        arguments: [
            "", "x", "<GetUserResponse>", "<GetUserResponse></X>", "<GetUserResponse/><b/>", "<OtherResponse/>",
            "<!DOCTYPE x [<!ENTITY e 'x'>]><GetUserResponse/>", "<GetUserResponse>&e;</GetUserResponse>",
            "<GetUserResponse>&#0;</GetUserResponse>", "<GetUserResponse>&#xD800;</GetUserResponse>",
            "<GetUserResponse a=b/>", "<GetUserResponse a/>", "<GetUserResponse a=\"<\"/>", "<1/>", "<GetUserResponse",
            "<GetUserResponse>\u{1}</GetUserResponse>",
        ])
    func refused(_ xml: String) {
        #expect(throws: AWSError.self) {
            try XMLWire.decode(Array(xml.utf8), shape: IAM.GetUserOutput.shape, action: "GetUser")
        }
    }

    @Test("a deeply nested document is refused, not followed")
    func deep() {
        let xml = String(repeating: "<a>", count: 200_000)
        #expect(throws: AWSError.self) {
            try XMLWire.decode(Array(xml.utf8), shape: IAM.GetUserOutput.shape, action: "a")
        }
    }
}

@Suite("errors on the wire")
struct ErrorWireTests {
    @Test("an error comes back as it went, in both protocols")
    func roundTrip() {
        let protocols: [WireProtocol] = [.json(targetPrefix: "TrentService"), .query(version: "1", xmlNamespace: "n")]
        for wire in protocols {
            for error in [
                AWSError("NotFoundException", "no \"<key>\" é", status: 404),
                AWSError("InvalidCiphertextException", nil),
            ] {
                let response = ErrorWire.response(error, requestID: "r-1", wire: wire)
                #expect(response.status == error.status && response.headers["x-amzn-requestid"] == "r-1")
                #expect(ErrorWire.decode(response, wire: wire) == error)
            }
        }
    }

    @Test("the bodies are AWS's")
    func bodies() {
        let error = AWSError("NoSuchEntity", "gone", status: 404)
        #expect(text(ErrorWire.json(error, requestID: "r").body) == #"{"__type":"NoSuchEntity","message":"gone"}"#)
        #expect(ErrorWire.json(error, requestID: "r").headers["content-type"] == "application/x-amz-json-1.1")
        #expect(
            text(ErrorWire.query(error, requestID: "r", namespace: "n").body)
                == "<ErrorResponse xmlns=\"n\"><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>gone</Message></Error>"
                + "<RequestId>r</RequestId></ErrorResponse>")
        #expect(
            text(ErrorWire.query(.internalFailure, requestID: "r", namespace: "n").body).contains(
                "<Type>Receiver</Type>"))
    }

    @Test("AWS's variants are understood, and a reply without an error says so")
    func variants() {
        let json = WireProtocol.json(targetPrefix: "x")
        func read(_ body: String, _ headers: HeaderFields = [:]) -> AWSError {
            ErrorWire.decode(AWSResponse(status: 400, headers: headers, body: Array(body.utf8)), wire: json)
        }
        #expect(
            read(#"{"__type":"com.amazonaws.kms#NotFoundException","Message":"m"}"#)
                == AWSError("NotFoundException", "m"))
        #expect(read("{}", ["X-Amzn-ErrorType": "AccessDeniedException:http://x/"]).code == "AccessDeniedException")
        #expect(read("<html>").code == "UnknownError")
        #expect(ErrorWire.decode(AWSResponse(status: 502), wire: .query(version: "", xmlNamespace: "")).status == 502)
    }
}
