// SPDX-License-Identifier: Apache-2.0
public import CofferBase

extension TrailEvent {
    /// Reads a stored record back. Nil where it lacks what each record has.
    public init?(json: JSONValue) {
        guard let time = json["eventTime"]?.string.flatMap({ Timestamp(iso8601: $0) }),
            let eventID = json["eventID"]?.string, let source = json["eventSource"]?.string,
            let name = json["eventName"]?.string, let region = json["awsRegion"]?.string,
            let identity = json["userIdentity"].flatMap({ TrailIdentity(json: $0) })
        else { return nil }
        func text(_ member: String) -> String { json[member]?.string ?? "" }
        func document(_ member: String) -> JSONValue? { json[member].flatMap { $0 == .null ? nil : $0 } }
        self.init(
            time: time, eventID: eventID, source: source, name: name, region: region,
            sourceAddress: text("sourceIPAddress"), userAgent: text("userAgent"), identity: identity,
            requestID: text("requestID"), isReadOnly: json["readOnly"]?.bool ?? false,
            recipientAccountID: text("recipientAccountId"))
        invokedBy = json["userIdentity"]?["invokedBy"]?.string
        parameters = document("requestParameters")
        response = document("responseElements")
        additional = document("additionalEventData")
        serviceDetails = document("serviceEventDetails")
        errorCode = json["errorCode"]?.string
        errorMessage = json["errorMessage"]?.string
        resources = (json["resources"]?.array ?? []).compactMap { resource in
            resource["ARN"]?.string.map {
                TrailResource(
                    arn: $0, accountID: resource["accountId"]?.string ?? "", type: resource["type"]?.string ?? "")
            }
        }
        if let details = json["tlsDetails"], let version = details["tlsVersion"]?.string {
            tls = TrailTLS(
                version: version, cipherSuite: details["cipherSuite"]?.string ?? "",
                host: details["clientProvidedHostHeader"]?.string)
        }
    }
}

extension TrailIdentity {
    init?(json: JSONValue) {
        guard let type = json["type"]?.string else { return nil }
        func text(_ member: String) -> String { json[member]?.string ?? "" }
        let context = json["sessionContext"]
        self.init(
            type: type, principalID: text("principalId"), arn: text("arn"), accountID: text("accountId"),
            accessKeyID: json["accessKeyId"]?.string, userName: json["userName"]?.string,
            sessionIssuer: context?["sessionIssuer"].flatMap { SessionIssuer(json: $0) },
            sessionCreatedAt: context?["attributes"]?["creationDate"]?.string.flatMap { Timestamp(iso8601: $0) })
    }
}

extension TrailIdentity.SessionIssuer {
    init?(json: JSONValue) {
        guard let type = json["type"]?.string else { return nil }
        func text(_ member: String) -> String { json[member]?.string ?? "" }
        self.init(
            type: type, principalID: text("principalId"), arn: text("arn"), accountID: text("accountId"),
            userName: text("userName"))
    }
}
