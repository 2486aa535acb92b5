// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase

/// What a KeyId says: a key or an alias, and where it lies.
struct KeyReference: Sendable {
    enum Name: Sendable {
        /// A key's id.
        case key(String)
        /// An alias's name with its prefix.
        case alias(String)
    }

    let name: Name
    /// Of an ARN: its account, else the caller's. The region is always the request's.
    let scope: Scope

    /// Reads an id, a key's ARN, an alias's name or an alias's ARN. Throws NotFoundException, as AWS does.
    static func parse(_ text: String, in scope: Scope) throws -> KeyReference {
        if text.hasPrefix("arn:") { return try parseARN(text, in: scope) }
        if text.hasPrefix(AliasName.prefix) { return KeyReference(name: .alias(text), scope: scope) }
        guard isKeyID(text) else { throw AWSError.invalidKeyID(text) }
        return KeyReference(name: .key(text), scope: scope)
    }

    private static func parseARN(_ text: String, in scope: Scope) throws -> KeyReference {
        guard let arn = ARN(text), arn.service == "kms", let account = AccountID(arn.account)
        else { throw AWSError.notFound("Invalid arn \(text)") }
        guard arn.partition == scope.partition.rawValue else { throw AWSError.notFound("Invalid arn \(arn.partition)") }
        guard arn.region == scope.region.description else { throw AWSError.notFound("Invalid arn \(arn.region)") }
        let there = Scope(account: account, region: scope.region)
        if arn.resource.hasPrefix(AliasName.prefix) { return KeyReference(name: .alias(arn.resource), scope: there) }
        guard arn.resource.hasPrefix("key/") else { throw AWSError.notFound("Invalid arn \(text)") }
        let id = String(arn.resource.dropFirst(4))
        guard isKeyID(id) else { throw AWSError.invalidKeyID(id) }
        return KeyReference(name: .key(id), scope: there)
    }

    /// Whether it is the ARN of a key in another Region of the same partition.
    static func isOfOtherRegion(_ text: String, than scope: Scope) -> Bool {
        guard let arn = ARN(text), arn.service == "kms", arn.resource.hasPrefix("key/") else { return false }
        return arn.partition == scope.partition.rawValue && arn.region != scope.region.description
    }

    /// A UUID or a multi-region key's id, in lower case.
    static func isKeyID(_ text: String) -> Bool {
        func isHex(_ digit: UInt8) -> Bool { (0x30...0x39).contains(digit) || (0x61...0x66).contains(digit) }
        let bytes = text.utf8
        if text.hasPrefix("mrk-") { return bytes.count == 36 && bytes.dropFirst(4).allSatisfy(isHex) }
        guard bytes.count == 36 else { return false }
        for (index, byte) in bytes.enumerated() {
            let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
            guard isHyphen ? byte == 0x2d : isHex(byte) else { return false }
        }
        return true
    }
}
