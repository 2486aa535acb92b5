// SPDX-License-Identifier: Apache-2.0

/// A place that still holds a key in plaintext, and what to do about it.
public struct RemainingKey: Sendable {
    public enum Reason: Sendable, Equatable {
        /// In a repository's history, which coffer never changes.
        case history
        /// In a repository's history alone, so that the vault has no use for it.
        case gone
        /// In a document, or in a file that is not UTF-8.
        case document
        /// A part of a variable's value: only whole values can be references.
        case partOfValue
        /// Code that can't be changed by rule.
        case code
        /// A configuration file, which nobody resolves references in.
        case configuration
        /// Notes, logs, transcripts.
        case text
        /// A file that a shell starts with: what it sets, all programs get, and most would get the reference.
        case startFile
        /// It could be changed, and that was not wanted.
        case declined
        /// The file could not be written.
        case failed(String)
    }

    public let place: Finding.Place
    public let fingerprint: String
    /// The secret that the key is now.
    public let name: String
    public let app: String
    /// The variable that a program could read it from.
    public let variable: String
    public let reason: Reason

    /// What a person should do, in one line.
    public var nextStep: String {
        switch reason {
        case .history: "git keeps it"
        case .gone: "end it at its provider: git keeps it"
        case .document: "delete it in there by hand; the vault has it"
        case .partOfValue: "give it a variable of its own: \(variable)=coffer://vault/\(name)"
        case .code: "have the program read it from the environment: \(variable)"
        case .configuration: "write coffer://vault/\(name) there, and fill it in with coffer inject"
        case .text: "delete it there; the vault has it"
        case .startFile: "delete it there; the vault has it, and coffer run gives it to programs"
        case .declined: "coffer protect --code changes it, so that it reads \(variable)"
        case .failed(let why): why
        }
    }
}
