// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSWire
internal import CofferBase

/// Which service and operation a request asks for, by `X-Amz-Target` or by `Action`.
struct Route: Hashable {
    let service: AWSService
    let operation: String

    static let services: [AWSService] = [
        KMS.service, SecretsManager.service, CloudTrail.service, Coffer.service, STS.service, IAM.service,
    ]

    /// A token stands in the signature's place.
    var isUnsigned: Bool { service.signingName == "sts" && operation == STS.AssumeRoleWithWebIdentity.name }

    static func == (a: Route, b: Route) -> Bool {
        a.service.signingName == b.service.signingName && a.operation == b.operation
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(service.signingName)
        hasher.combine(operation)
    }

    static func find(_ request: AWSRequest) throws(AWSError) -> Route {
        if let target = request.headers["x-amz-target"] { return try json(target, request) }
        return try query(request)
    }

    private static func json(_ target: String, _ request: AWSRequest) throws(AWSError) -> Route {
        guard request.method == "POST" else {
            throw AWSError("UnknownOperationException", "JSON services take POST alone.", status: 404)
        }
        let type = String(decoding: (request.headers["content-type"] ?? "").utf8.prefix { $0 != 0x3b }, as: UTF8.self)
        guard HeaderFields.equal(type, "application/x-amz-json-1.1") || HeaderFields.equal(type, "application/x-amz-json-1.0")
        else {
            throw AWSError(
                "UnknownOperationException", "The Content-Type of this service is application/x-amz-json-1.1.", status: 404)
        }
        guard let dot = target.utf8.lastIndex(of: 0x2e) else {
            throw AWSError("UnknownOperationException", "X-Amz-Target names no operation.")
        }
        let prefix = target[..<dot]
        let operation = String(target[target.index(after: dot)...])
        for service in services {
            guard case .json(let name) = service.wire else { continue }
            // CloudTrail's target is also sent with its Java package in front.
            if prefix == name || (name.hasPrefix("CloudTrail") && prefix.hasSuffix(".\(name)")) {
                return Route(service: service, operation: operation)
            }
        }
        throw AWSError("UnknownOperationException", "No service here answers to that X-Amz-Target.")
    }

    private static func query(_ request: AWSRequest) throws(AWSError) -> Route {
        let form = request.method == "POST" && !request.body.isEmpty ? request.body : Array(request.query.utf8)
        let named = try QueryForm(parsing: form)
        let action = named.action
        guard !action.isEmpty else {
            throw AWSError("MissingAction", "The request names no operation: neither X-Amz-Target nor Action.")
        }
        for service in services {
            guard case .query(let version, _) = service.wire else { continue }
            if named.version == version { return Route(service: service, operation: action) }
        }
        throw AWSError(
            "InvalidAction", "Could not find operation \(action.prefix(128)) for version \(named.version.isEmpty ? "NO_VERSION_SPECIFIED" : named.version.prefix(64))")
    }

    /// The answer for an operation that has no handler: known to AWS but not here, or not known at all.
    var unsupported: AWSError {
        let all: [String] =
            switch service.signingName {
            case "kms": KMS.operations
            case "secretsmanager": SecretsManager.operations
            case "sts": STS.operations
            case "iam": IAM.operations
            case "cloudtrail": CloudTrail.operations
            default: []
            }
        switch service.wire {
        case .json:
            if all.contains(operation) {
                let code = service.signingName == "kms" ? "UnsupportedOperationException" : "InvalidRequestException"
                return AWSError(code, "The operation \(operation) is not supported by this service yet.")
            }
            return AWSError("UnknownOperationException", nil)
        case .query(let version, _):
            return AWSError(
                "InvalidAction",
                all.contains(operation)
                    ? "The operation \(operation) is not supported by this service yet."
                    : "Could not find operation \(operation.prefix(128)) for version \(version)")
        }
    }
}
