// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase

/// Errors on the wire, both ways.
public enum ErrorWire {
    /// `{"__type":"NotFoundException","message":"…"}`. Without a message where AWS sends none; AccessDeniedException, which
    /// is in no service's model, has a `Message`.
    public static func json(_ error: AWSError, requestID: String) -> AWSResponse {
        var writer = JSONWriter()
        writer.raw("{\"__type\":")
        writer.string(error.code)
        if let message = error.message {
            writer.raw(error.code == "AccessDeniedException" ? ",\"Message\":" : ",\"message\":")
            writer.string(message)
        }
        writer.byte(0x7d)
        return response(error, requestID, "application/x-amz-json-1.1", writer.bytes)
    }

    /// `<ErrorResponse xmlns="…"><Error><Type>Sender</Type><Code>…</Code><Message>…</Message></Error><RequestId>…`.
    public static func query(_ error: AWSError, requestID: String, namespace: String) -> AWSResponse {
        var writer = XMLWriter()
        writer.open("ErrorResponse", namespace: namespace)
        writer.open("Error")
        writer.element("Type", error.isSenderFault ? "Sender" : "Receiver")
        writer.element("Code", error.code)
        if let message = error.message { writer.element("Message", message) }
        if let detail = error.detail { writer.element("Detail", detail) }
        writer.close("Error")
        writer.element("RequestId", requestID)
        writer.close("ErrorResponse")
        return response(error, requestID, "text/xml", writer.bytes)
    }

    private static func response(_ error: AWSError, _ requestID: String, _ type: String, _ body: [UInt8]) -> AWSResponse {
        var response = AWSResponse(
            status: error.status, headers: ["x-amzn-requestid": requestID, "content-type": type], body: body)
        if let message = error.authorizationMessage { response.headers["x-coffer-authorization-message"] = message }
        return response
    }

    /// In the form of the service.
    public static func response(_ error: AWSError, requestID: String, wire: WireProtocol) -> AWSResponse {
        switch wire {
        case .json: json(error, requestID: requestID)
        case .query(_, let namespace): query(error, requestID: requestID, namespace: namespace)
        }
    }

    /// The error in a reply whose status is not 2xx. A reply that says nothing we can read (a proxy's, say) becomes
    /// `UnknownError` with its status.
    public static func decode(_ response: AWSResponse, wire: WireProtocol) -> AWSError {
        let found =
            switch wire {
            case .json: decodeJSON(response)
            case .query: decodeXML(response)
            }
        var error =
            found
            ?? AWSError(
                "UnknownError", "the reply has status \(response.status) and no error in it", status: response.status)
        error.authorizationMessage = response.headers["x-coffer-authorization-message"]
        return error
    }

    private static func decodeJSON(_ response: AWSResponse) -> AWSError? {
        let body = try? JSONValue(parsing: response.body, limits: JSONWire.limits)
        guard let code = response.headers["x-amzn-errortype"] ?? body?["__type"]?.string ?? body?["code"]?.string,
            case let bare = bareCode(code), !bare.isEmpty
        else { return nil }
        let message = body?["message"]?.string ?? body?["Message"]?.string
        return AWSError(bare, message, status: response.status)
    }

    /// `com.amazonaws.kms#NotFoundException:http://…` → `NotFoundException`.
    private static func bareCode(_ code: String) -> String {
        let name = code.prefix { $0 != ":" }
        return String(name.lastIndex(of: "#").map { name[name.index(after: $0)...] } ?? name)
    }

    private static func decodeXML(_ response: AWSResponse) -> AWSError? {
        guard let root = try? XMLElement.parse(response.body),
            let error = root["Error"] ?? root["Errors"]?["Error"], let code = error["Code"]?.text, !code.isEmpty
        else { return nil }
        var found = AWSError(code, error["Message"]?.text, status: response.status)
        found.detail = error["Detail"]?.text
        return found
    }
}
