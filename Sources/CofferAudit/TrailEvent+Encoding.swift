// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

extension TrailEvent {
    /// The most bytes that a caller's own words may take: its user agent, the operation it named, an error about it.
    public static let largestText = 1024
    /// The most bytes of the parameters, and of the response.
    public static let largestPart = 100_000
    /// The most bytes of the additional data.
    public static let largestAdditional = 28_000
    /// The most resources that are listed.
    public static let mostResources = 100

    /// The record as one line of JSON.
    ///
    /// It is bounded, so that a request can't buy more of the disk than its own size. Longer texts are cut off; longer
    /// parameters are left out, with CloudTrail's `omitted` in their place.
    public func encoded() -> [UInt8] {
        var json = JSONWriter(reserving: 1536)
        json.raw(#"{"eventVersion":"1.11","userIdentity":"#)
        writeIdentity(&json)
        json.raw(#","eventTime":"#)
        json.string(time.iso8601)
        json.member("eventSource", source)
        json.member("eventName", name)
        json.member("awsRegion", region)
        json.member("sourceIPAddress", sourceAddress)
        json.member("userAgent", userAgent)
        if let errorCode { json.member("errorCode", errorCode) }
        if let errorMessage { json.member("errorMessage", errorMessage) }
        json.part("requestParameters", parameters, limit: Self.largestPart)
        json.part("responseElements", response, limit: Self.largestPart)
        if let additional { json.part("additionalEventData", additional, limit: Self.largestAdditional) }
        json.member("requestID", requestID)
        json.member("eventID", eventID)
        json.raw(#","readOnly":"#)
        json.bool(isReadOnly)
        if !resources.isEmpty { writeResources(&json) }
        if let serviceDetails {
            json.part("serviceEventDetails", serviceDetails, limit: Self.largestAdditional)
            json.raw(#","eventType":"AwsServiceEvent","managementEvent":true"#)
        } else {
            json.raw(#","eventType":"AwsApiCall","managementEvent":true"#)
        }
        json.member("recipientAccountId", recipientAccountID)
        if let sharedEventID { json.member("sharedEventID", sharedEventID) }
        json.raw(#","eventCategory":"Management""#)
        if let tls { write(tls, &json) }
        if !authorization.isEmpty { json.part("authorization", .object(authorization), limit: Self.largestAdditional) }
        json.raw("}")
        return json.bytes
    }

    private func writeIdentity(_ json: inout JSONWriter) {
        json.raw(#"{"type":"#)
        json.bounded(identity.type)
        json.member("principalId", identity.principalID)
        if let arn = identity.arn { json.member("arn", arn, limit: 2048) }
        if let account = identity.accountID { json.member("accountId", account) }
        if let key = identity.accessKeyID { json.member("accessKeyId", key) }
        if let name = identity.userName { json.member("userName", name) }
        if let provider = identity.identityProvider { json.member("identityProvider", provider) }
        if identity.sessionIssuer != nil || identity.sessionCreatedAt != nil { writeSession(&json) }
        if let invokedBy { json.member("invokedBy", invokedBy) }
        json.raw("}")
    }

    private func writeSession(_ json: inout JSONWriter) {
        json.raw(#","sessionContext":{"#)
        if let issuer = identity.sessionIssuer {
            json.raw(#""sessionIssuer":{"type":"#)
            json.bounded(issuer.type)
            json.member("principalId", issuer.principalID)
            json.member("arn", issuer.arn, limit: 2048)
            json.member("accountId", issuer.accountID)
            json.member("userName", issuer.userName)
            json.raw("}")
        }
        if let created = identity.sessionCreatedAt {
            if identity.sessionIssuer != nil { json.raw(",") }
            json.raw(#""attributes":{"creationDate":"#)
            json.string(created.iso8601)
            json.raw(#","mfaAuthenticated":"false"}"#)
        }
        json.raw("}")
    }

    private func writeResources(_ json: inout JSONWriter) {
        json.raw(#","resources":["#)
        for (index, resource) in resources.prefix(Self.mostResources).enumerated() {
            if index > 0 { json.raw(",") }
            json.raw(#"{"accountId":"#)
            json.bounded(resource.accountID)
            json.member("type", resource.type)
            json.member("ARN", resource.arn, limit: 2048)
            json.raw("}")
        }
        json.raw("]")
    }

    private func write(_ tls: TrailTLS, _ json: inout JSONWriter) {
        json.raw(#","tlsDetails":{"tlsVersion":"#)
        json.bounded(tls.version)
        json.member("cipherSuite", tls.cipherSuite)
        if let host = tls.host { json.member("clientProvidedHostHeader", host) }
        json.raw("}")
    }
}

extension JSONWriter {
    /// A string of at most `limit` bytes, cut off between two characters of it.
    fileprivate mutating func bounded(_ text: String, limit: Int = TrailEvent.largestText) {
        guard text.utf8.count > limit else { return string(text) }
        var end = text.utf8.index(text.startIndex, offsetBy: limit)
        // Between two scalars, so that what is left is UTF-8.
        while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        string(String(text.unicodeScalars[..<end]))
    }

    /// `,"name":"value"`.
    fileprivate mutating func member(_ name: StaticString, _ value: String, limit: Int = TrailEvent.largestText) {
        raw(",\"")
        raw(name)
        raw("\":")
        bounded(value, limit: limit)
    }

    /// `,"name":` and a document, or what stands for one that is too long.
    fileprivate mutating func part(_ name: StaticString, _ part: JSONValue?, limit: Int) {
        raw(",\"")
        raw(name)
        raw("\":")
        guard let part else { return raw("null") }
        let encoded = part.encoded()
        guard encoded.count > limit else { return raw(encoded) }
        raw(#"{"omitted":true,"originalSize":"#)
        integer(Int64(encoded.count))
        raw("}")
    }
}
