// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import CofferBase
import Testing

@Suite("Endpoints")
struct EndpointTests {
    @Test("a server's host and port are what is signed")
    func host() throws {
        let endpoint = try Endpoint("https://coffer.example:8200/")
        #expect(endpoint.host(service: KMS.service, region: .usEast1) == "coffer.example:8200")
        #expect(try Endpoint("http+unix://%2Frun%2Fa%20b.sock") == .unixSocket(path: "/run/a b.sock"))
    }

    @Test("plain http stays on this machine, unless it is allowed")
    func plain() throws {
        for near in ["http://localhost:1", "http://127.0.0.1:8200", "http://127.9.9.9", "http://[::1]:80"] {
            _ = try Endpoint(near)
        }
        for far in [
            "http://coffer.example", "http://10.0.0.1:80", "http://127.0.0.1.example", "http://localhost.example",
        ] {
            #expect(throws: EndpointError.self) { try Endpoint(far) }
            _ = try Endpoint(far, allowsPlainHTTP: true)
        }
    }

    @Test(
        "what could point elsewhere is refused",
        arguments: [
            "coffer.example", "ftp://a", "https://", "https://a/b", "https://user@host", "https://a?b", "https://a#b",
            "http://127.0.0.1:80@elsewhere.example", "http+unix://relative.sock", "http+unix://%2", "https://a b",
            "http+unix://%00", "https://a%2Fb", "https://a\\b",
        ])
    func refused(_ text: String) {
        #expect(throws: EndpointError.self) { try Endpoint(text, allowsPlainHTTP: true) }
    }

    @Test("AWS's own hosts follow service, region and partition")
    func aws() throws {
        let china = try #require(Region("cn-north-1"))
        let gov = try #require(Region("us-gov-east-1"))
        #expect(Endpoint.aws.host(service: KMS.service, region: china) == "kms.cn-north-1.amazonaws.com.cn")
        #expect(Endpoint.aws.host(service: IAM.service, region: .usEast1) == "iam.amazonaws.com")
        #expect(Endpoint.aws.host(service: IAM.service, region: gov) == "iam.us-gov.amazonaws.com")
    }
}
