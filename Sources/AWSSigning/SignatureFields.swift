// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import Crypto

/// The parts of a signature, from whichever place they came, as they were written.
struct SignatureFields {
    let algorithm: String
    let credential: String
    let signedHeaders: String
    let signature: String
    let date: String
    let sessionToken: String?
    let expires: String?

    /// Reads `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`; commas, spaces or both may separate.
    init(authorization: String, headers: HeaderFields) throws(SignatureFailure) {
        // Bytes, not characters: this is on every request's path, and characters take ten times as long.
        let bytes = Array(authorization.utf8)
        let parts = bytes.split { $0 == 0x20 || $0 == 0x2c || $0 == 0x09 }
        // Another scheme, such as Bearer or Basic, is no signature at all.
        guard let algorithm = parts.first, algorithm.starts(with: "AWS4-".utf8) else { throw .missingToken }
        var credential: String?
        var signedHeaders: String?
        var signature: String?
        func set(_ place: inout String?, _ name: String, _ value: ArraySlice<UInt8>) throws(SignatureFailure) {
            guard place == nil else { throw .repeated(name) }
            place = String(decoding: value, as: UTF8.self)
        }
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: 0x3d) else {
                throw .malformedAuthorization(digest: Self.digest(authorization))
            }
            let name = part[..<equals]
            let value = part[(equals + 1)...]
            if name.elementsEqual("Credential".utf8) {
                try set(&credential, "Credential", value)
            } else if name.elementsEqual("SignedHeaders".utf8) {
                try set(&signedHeaders, "SignedHeaders", value)
            } else if name.elementsEqual("Signature".utf8) {
                try set(&signature, "Signature", value)
            }
        }
        let date = headers["x-amz-date"] ?? headers["date"]
        guard let credential, !credential.isEmpty, let signature, !signature.isEmpty,
            let signedHeaders, !signedHeaders.isEmpty, let date
        else {
            var missing: [String] = []
            if credential?.isEmpty ?? true { missing.append("Credential") }
            if signature?.isEmpty ?? true { missing.append("Signature") }
            if signedHeaders?.isEmpty ?? true { missing.append("SignedHeaders") }
            throw .incompleteHeader(missing: missing, hasDate: date != nil, digest: Self.digest(authorization))
        }
        self.algorithm = String(decoding: algorithm, as: UTF8.self)
        self.credential = credential
        self.signedHeaders = signedHeaders
        self.signature = signature
        self.date = date
        sessionToken = headers["x-amz-security-token"]
        expires = nil
    }

    init(query: QueryParameters) throws(SignatureFailure) {
        let algorithm = try query.single("X-Amz-Algorithm")
        let credential = try query.single("X-Amz-Credential")
        let signature = try query.single("X-Amz-Signature")
        let signedHeaders = try query.single("X-Amz-SignedHeaders")
        let date = try query.single("X-Amz-Date")
        guard let algorithm, let credential, let signature, let signedHeaders, let date else {
            var missing: [String] = []
            if algorithm == nil { missing.append("X-Amz-Algorithm") }
            if credential == nil { missing.append("X-Amz-Credential") }
            if signature == nil { missing.append("X-Amz-Signature") }
            if signedHeaders == nil { missing.append("X-Amz-SignedHeaders") }
            if date == nil { missing.append("X-Amz-Date") }
            throw .incompleteQuery(missing: missing)
        }
        self.algorithm = algorithm
        self.credential = credential
        self.signature = signature
        self.signedHeaders = signedHeaders
        self.date = date
        sessionToken = try query.single("X-Amz-Security-Token")
        expires = try query.single("X-Amz-Expires")
    }

    /// Stands for the header in an error, which must not repeat what may be a secret.
    private static func digest(_ authorization: String) -> String {
        Base64.encode(Array(SHA256.hash(data: Array(authorization.utf8))))
    }
}
