// SPDX-License-Identifier: Apache-2.0
public import AWSSigning
internal import CofferBase
internal import Synchronization

/// A profile's access key in `~/.aws/credentials`, or else in `~/.aws/config`.
///
/// The files are AWS's tools' own: `AWS_SHARED_CREDENTIALS_FILE` and `AWS_CONFIG_FILE` name others, `AWS_PROFILE` the
/// profile. Profiles that get their keys by role, process or single sign-on are not followed. A file is read again
/// when it has changed.
public final class SharedFileCredentialProvider: CredentialProvider {
    private struct Kept {
        let stamps: [FileStamp?]
        let credentials: Credentials
    }

    private let profile: String
    private let isNamed: Bool
    private let credentialsFile: String
    private let configFile: String
    private let kept = Mutex<Kept?>(nil)

    /// - Parameter profile: in place of `AWS_PROFILE`, or `default` without it.
    public init(
        profile: String? = nil, environment: @Sendable (String) -> String? = Environment.value
    ) {
        func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        let chosen = profile ?? value("AWS_PROFILE")
        self.profile = chosen ?? "default"
        isNamed = chosen != nil
        let home = value("HOME") ?? ""
        credentialsFile = value("AWS_SHARED_CREDENTIALS_FILE") ?? home + "/.aws/credentials"
        configFile = value("AWS_CONFIG_FILE") ?? home + "/.aws/config"
    }

    public func credentials() async throws -> Credentials {
        let stamps = [FileStamp(path: credentialsFile), FileStamp(path: configFile)]
        if let found = kept.withLock({ $0 }), found.stamps == stamps { return found.credentials }
        let credentials = try read()
        kept.withLock { $0 = Kept(stamps: stamps, credentials: credentials) }
        return credentials
    }

    private func read() throws(CredentialError) -> Credentials {
        var wasFound = false
        // In the config file all profiles but the default one carry the word.
        let configSection = profile == "default" ? profile : "profile " + profile
        for (file, section) in [(credentialsFile, profile), (configFile, configSection)] {
            guard let values = try ProfileFile.section(section, of: file) else { continue }
            wasFound = true
            let id = values.text("aws_access_key_id")
            let secret = values["aws_secret_access_key"]
            guard id != nil || secret != nil else { continue }
            guard let id, let secret else {
                throw CredentialError(
                    "profile '\(profile)' in \(file) has half an access key",
                    hint: "it needs aws_access_key_id and aws_secret_access_key", isAbsent: false)
            }
            return Credentials(accessKeyID: id, secret: secret, sessionToken: values.text("aws_session_token"))
        }
        if wasFound {
            throw CredentialError(
                "profile '\(profile)' has no access key of its own",
                hint: "run `aws configure export-credentials --profile \(profile) --format env` and use what it sets",
                isAbsent: false)
        }
        throw CredentialError(
            "no profile '\(profile)' in \(credentialsFile) or \(configFile)",
            hint: isNamed ? "check AWS_PROFILE, or run `aws configure --profile \(profile)`" : nil, isAbsent: !isNamed)
    }
}
