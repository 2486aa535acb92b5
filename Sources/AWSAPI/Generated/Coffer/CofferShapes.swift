// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

/// The shapes of Coffer that are not structures.
enum CofferShapes {
    static let accessKeyId: Shape = Shape("AccessKeyId", .string(length: 1...128, pattern: nil, values: []))
    static let backupPlace: Shape = Shape("BackupPlace", .string(length: 1...4096, pattern: nil, values: []))
    static let boolean: Shape = Shape("Boolean", .boolean)
    static let fingerprintKeyValue: Shape = Shape("FingerprintKeyValue", .blob(length: nil), isSensitive: true)
    static let logEntryList: Shape = Shape(
        "LogEntryList",
        .list(member: ShapeReference(Coffer.LogEntry.shape), length: nil, memberName: nil, isFlattened: false))
    static let long: Shape = Shape("Long", .long(range: nil))
    static let pageSize: Shape = Shape("PageSize", .integer(range: 1...1000))
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
