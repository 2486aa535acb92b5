// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

/// The shapes of Coffer that are not structures.
enum CofferShapes {
    static let accessKeyId: Shape = Shape("AccessKeyId", .string(length: 1...128, pattern: nil, values: []))
    static let accountId: Shape = Shape("AccountId", .string(length: nil, pattern: #"\d{12}"#, values: []))
    static let accountList: Shape = Shape(
        "AccountList",
        .list(member: ShapeReference(Coffer.Account.shape), length: nil, memberName: nil, isFlattened: false))
    static let accountName: Shape = Shape(
        "AccountName",
        .string(length: 1...64, pattern: "[a-z][a-z0-9-]*", values: []))
    static let actionName: Shape = Shape("ActionName", .string(length: 3...128, pattern: nil, values: []))
    static let backupPlace: Shape = Shape("BackupPlace", .string(length: 1...4096, pattern: nil, values: []))
    static let boolean: Shape = Shape("Boolean", .boolean)
    static let contextEntryList: Shape = Shape(
        "ContextEntryList",
        .list(member: ShapeReference(Coffer.ContextEntry.shape), length: 0...100, memberName: nil, isFlattened: false))
    static let explainedCheckList: Shape = Shape(
        "ExplainedCheckList",
        .list(member: ShapeReference(Coffer.ExplainedCheck.shape), length: nil, memberName: nil, isFlattened: false))
    static let explainedStatementList: Shape = Shape(
        "ExplainedStatementList",
        .list(
            member: ShapeReference(Coffer.ExplainedStatement.shape), length: nil, memberName: nil, isFlattened: false
        ))
    static let fingerprintKeyValue: Shape = Shape("FingerprintKeyValue", .blob(length: nil), isSensitive: true)
    static let jsonDocument: Shape = Shape("JSONDocument", .string(length: 1...262_144, pattern: nil, values: []))
    static let logEntryList: Shape = Shape(
        "LogEntryList",
        .list(member: ShapeReference(Coffer.LogEntry.shape), length: nil, memberName: nil, isFlattened: false))
    static let long: Shape = Shape("Long", .long(range: nil))
    static let pageSize: Shape = Shape("PageSize", .integer(range: 1...1000))
    static let readingList: Shape = Shape(
        "ReadingList",
        .list(member: ShapeReference(Coffer.Reading.shape), length: nil, memberName: nil, isFlattened: false))
    static let resourceName: Shape = Shape("ResourceName", .string(length: 1...2048, pattern: nil, values: []))
    static let secretAccessKey: Shape = Shape(
        "SecretAccessKey",
        .string(length: nil, pattern: nil, values: []), isSensitive: true)
    static let sequence: Shape = Shape("Sequence", .long(range: 0...Int64.max))
    static let string: Shape = Shape("String", .string(length: nil, pattern: nil, values: []))
    static let stringList: Shape = Shape(
        "StringList",
        .list(member: ShapeReference(CofferShapes.string), length: nil, memberName: nil, isFlattened: false))
    static let timestamp: Shape = Shape("Timestamp", .timestamp)
}
