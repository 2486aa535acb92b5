// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// What a `SecretId` names: a secret's name, its ARN, or its ARN without the random end.
struct SecretReference: Sendable {
    let scope: Scope
    let name: String
    /// The random end of a complete ARN: only a secret that has it is meant.
    let suffix: String?

    /// Throws ValidationException for what can't be a name, ResourceNotFoundException for an ARN of another region.
    static func parse(_ text: String, _ request: Authenticated) throws -> SecretReference {
        guard text.hasPrefix("arn:") else {
            try checkName(text)
            return SecretReference(scope: request.scope, name: text, suffix: nil)
        }
        guard let arn = ARN(text), arn.service == "secretsmanager", arn.resource.hasPrefix("secret:"),
            let account = AccountID(arn.account)
        else { throw AWSError.invalidName }
        guard arn.region == request.scope.region.description, arn.partition == request.scope.partition.rawValue
        else { throw AWSError.noSecret }
        let scope = Scope(account: account, region: request.scope.region)
        let resource = String(arn.resource.dropFirst("secret:".count))
        try checkName(resource)
        // As AWS does: an ARN that ends in a hyphen and six characters is taken for a complete one.
        let end = resource.suffix(7)
        if end.utf8.count == 7, resource.utf8.count > 7, end.first == "-",
            end.dropFirst().utf8.allSatisfy(isAlphanumeric)
        {
            return SecretReference(scope: scope, name: String(resource.dropLast(7)), suffix: String(end.dropFirst()))
        }
        return SecretReference(scope: scope, name: resource, suffix: nil)
    }

    /// Source: Secrets Manager API Reference, CreateSecret, `Name`.
    static func checkName(_ name: String) throws {
        guard !name.isEmpty, name.utf8.allSatisfy({ isAlphanumeric($0) || punctuation.contains($0) })
        else { throw AWSError.invalidName }
    }

    private static let punctuation = Array("-/_+=.@!".utf8)

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }
}
