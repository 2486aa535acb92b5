// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Reads one value: what GetSecretValue and BatchGetSecretValue share.
struct ValueReading: Sendable {
    let secret: FoundSecret
    /// The version and the key to open it with, or why there is none: that shows only to who may read the secret.
    let found: Result<Sealed, AWSError>

    struct Sealed: Sendable {
        let record: Versioned<SecretRecord>
        let version: Versioned<SecretVersionRecord>
        let use: SecretSealer.Use
    }

    /// A value in the clear, on its way into the reply.
    struct Opened: Sendable {
        let value: SharedSecret
        let isBinary: Bool
        let versionID: String
        /// Nil for a version without labels.
        let stages: [String]?
        let createdAt: Timestamp
        /// What the first reading of a day writes; empty for the others, so that they only read.
        let touched: Touched
    }

    struct Touched: Sendable {
        var secret: Versioned<SecretRecord>?
        var version: Versioned<SecretVersionRecord>?

        var isEmpty: Bool { secret == nil && version == nil }

        func write(_ writer: any StoreWriter) throws {
            if let secret { try writer.update(secret) }
            if let version { try writer.update(version) }
        }
    }

    /// Finds the version and says what must be allowed; decrypts nothing.
    static func locate(
        _ secretID: String, versionID: String?, stage: String?, _ finder: SecretFinder, _ sealer: SecretSealer,
        _ request: Authenticated
    ) throws -> Located<ValueReading> {
        let secret = try finder.find(secretID, request)
        var conditions: [ExactString: [String]] = [:]
        conditions["secretsmanager:VersionId"] = versionID.map { [$0] }
        conditions["secretsmanager:VersionStage"] = stage.map { [$0] } ?? (versionID == nil ? [Stage.current] : nil)
        var checks = [try finder.check("GetSecretValue", secret, secretID: secretID, conditions)]
        var preconditions = [secret.precondition]
        do {
            let record = try secret.live()
            let version = try self.version(of: record, versionID, stage, finder)
            preconditions.append(version.precondition)
            if secret.isForeign(to: request), version.value.kmsKeyID == nil { throw AWSError.foreignDefaultKey }
            let located = try sealer.locateOpening(version.value, of: secret.arn, request)
            checks += located.checks
            preconditions += located.preconditions
            let sealed = Sealed(record: record, version: version, use: located.target)
            return Located(
                ValueReading(secret: secret, found: .success(sealed)), checks: checks, preconditions: preconditions)
        } catch let error as AWSError {
            return Located(
                ValueReading(secret: secret, found: .failure(error)), checks: checks, preconditions: preconditions)
        }
    }

    private static func version(
        of record: Versioned<SecretRecord>, _ versionID: String?, _ stage: String?, _ finder: SecretFinder
    ) throws -> Versioned<SecretVersionRecord> {
        if let versionID {
            guard let version = try finder.version(versionID, of: record) else {
                throw AWSError.noVersion(id: versionID)
            }
            if let stage, !record.value.stages(of: versionID).contains(exactly: stage) { throw AWSError.stageMismatch }
            return version
        }
        let stage = stage ?? Stage.current
        guard let labelled = record.value.version(with: stage), let version = try finder.version(labelled, of: record)
        else { throw AWSError.noVersion(stage: stage) }
        return version
    }

    /// Only for who may read the secret and use its key (invariant 2).
    func open(_ sealer: SecretSealer, _ request: Authenticated) throws -> Opened {
        let sealed = try found.get()
        let value = try sealer.open(sealed.version.value, sealed.use)
        var touched = Touched()
        if sealed.record.value.accessedDay != request.day {
            var record = sealed.record
            record.value.accessedDay = request.day
            touched.secret = record
        }
        if sealed.version.value.accessedDay != request.day {
            var version = sealed.version
            version.value.accessedDay = request.day
            touched.version = version
        }
        let stages = sealed.record.value.stages(of: sealed.version.value.versionID)
        return Opened(
            value: value, isBinary: sealed.version.value.isBinary, versionID: sealed.version.value.versionID,
            stages: stages.isEmpty ? nil : stages, createdAt: Timestamp(milliseconds: sealed.version.value.createdAt),
            touched: touched)
    }

    func events(_ sealer: SecretSealer) -> [InnerCall] {
        guard case .success(let sealed) = found else { return [] }
        return sealer.events([sealed.use])
    }
}
