// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase

/// A caller, a clock and a Decrypt, for tests that need one of each.
enum Samples {
    static let secretText = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    static let token = "FwoGZXIvYXdzEXAMPLE//+=="
    static let now = Timestamp(year: 2026, month: 11, day: 23, hour: 21, minute: 43, second: 15)
    static let credentials = Credentials(
        accessKeyID: "ASIAIOSFODNN7EXAMPLE", secret: SharedSecret(utf8: secretText), sessionToken: token)

    static func decrypt() -> AWSRequest {
        AWSRequest(
            headers: [
                "Host": "kms.eu-central-1.amazonaws.com", "Content-Type": "application/x-amz-json-1.1",
                "X-Amz-Target": "TrentService.Decrypt", "User-Agent": "test/1", "Accept-Encoding": "identity",
                "Content-Length": "37",
            ],
            body: Array(#"{"CiphertextBlob":"AQICAHh0ZXN0Ym9keQ"}"#.utf8))
    }

    static func signed(
        _ request: AWSRequest = decrypt(), at time: Timestamp = now, region: String = "eu-central-1",
        service: String = "kms", credentials: Credentials = credentials, placement: Signer.Placement = .header
    ) throws(SignatureFailure) -> AWSRequest {
        var request = request
        try Signer.sign(
            &request, credentials: credentials, region: region, service: service, at: time, placement: placement)
        return request
    }

    /// All of a verifier's steps, with the right key for the scope that the request names.
    static func authenticate(
        _ request: AWSRequest, at time: Timestamp = now, service: String = "kms", region: String? = nil,
        secret: String = secretText, skew: Duration = .seconds(300)
    ) throws(SignatureFailure) {
        let presented = try PresentedSignature.parse(request, now: time, skew: skew)
        let scoped = try presented.scoped(service: service, region: region)
        let key = SigningKey(secret: SharedSecret(utf8: secret), scope: presented.scope)
        try Verifier.verify(scoped, signingKey: key)
    }
}
