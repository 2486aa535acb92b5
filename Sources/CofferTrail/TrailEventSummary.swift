// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// What a stored record is searched by. Source: CloudTrail User Guide, "LookupEvents filters".
struct TrailEventSummary {
    let eventID: String
    let eventName: String
    let eventSource: String
    let isReadOnly: Bool
    let accessKeyID: String?
    let userName: String?
    let resources: [(arn: String, type: String)]

    init?(json: JSONValue) {
        guard let id = json["eventID"]?.string, let name = json["eventName"]?.string,
            let source = json["eventSource"]?.string
        else { return nil }
        eventID = id
        eventName = name
        eventSource = source
        isReadOnly = json["readOnly"]?.bool ?? false
        let identity = json["userIdentity"]
        accessKeyID = identity?["accessKeyId"]?.string
        userName = Self.userName(identity)
        resources = (json["resources"]?.array ?? []).compactMap { resource in
            resource["ARN"]?.string.map { ($0, resource["type"]?.string ?? "") }
        }
    }

    /// A user's name, a role session's name, or `root`.
    private static func userName(_ identity: JSONValue?) -> String? {
        switch identity?["type"]?.string {
        case "Root": "root"
        case "AssumedRole": identity?["arn"]?.string?.split(separator: "/").last.map(String.init)
        default: identity?["userName"]?.string
        }
    }

    func matches(_ key: String, _ value: String) -> Bool {
        switch key {
        case "EventId": eventID == value
        case "EventName": eventName == value
        case "EventSource": eventSource == value
        case "ReadOnly": (isReadOnly ? "true" : "false") == value
        case "Username": userName == value
        case "AccessKeyId": accessKeyID == value
        case "ResourceType": resources.contains { $0.type == value }
        case "ResourceName": resources.contains { $0.arn == value }
        default: false
        }
    }
}
