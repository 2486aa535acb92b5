// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    // An async function stays with its caller: changing executors at each call costs a tenth of a request.
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    // A request crosses eight rooms; specialising across them takes a tenth off it (Benchmarks/run).
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// The release program carries Swift's libraries: it runs where no Swift is installed, and calls them directly, which
/// takes a tenth off a request (Benchmarks/run).
let linking: [LinkerSetting] = [.unsafeFlags(["-static-stdlib", "-lCoreFoundation", "-l_FoundationCShims", "-l_FoundationCollections", "-l_FoundationICU"], .when(configuration: .release))]

/// A library of Coffer's: the rooms it may import are listed here and nowhere else.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.init(stringLiteral: name), "CofferTesting"] + dependencies,
        swiftSettings: settings)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let jwt: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "coffer",
    products: [
        .executable(name: "coffer", targets: ["coffer"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        room("CofferBase", ["CSodium", "CLinux"]),
        room("AWSAPI", ["CofferBase"]),
        room("AWSWire", ["CofferBase", "AWSAPI"]),
        room("AWSSigning", ["CofferBase", "AWSAPI", crypto]),
        room("AWSClient", ["CofferBase", "AWSAPI", "AWSWire", "AWSSigning", httpClient, nioCore, nioHTTP1, nioSSL]),

        room("CofferCrypto", ["CofferBase", "CSodium", "COpenSSL", crypto, jwt]),
        room("CofferPolicy", ["CofferBase"]),
        room("CofferAudit", ["CofferBase", crypto]),
        room("CofferStore", ["CofferBase"]),
        room("CofferStoreSQLite", ["CofferBase", "CofferStore", grdb, grdbSQLite]),

        room(
            "CofferPipeline",
            ["CofferBase", "AWSAPI", "AWSWire", "AWSSigning", "CofferCrypto", "CofferPolicy", "CofferAudit", "CofferStore", crypto],
            resources: [.embedInCode("ManagedPolicies/aws-managed-policies.json")]),
        room("CofferKMS", ["CofferBase", "AWSAPI", "CofferAudit", "CofferCrypto", "CofferPolicy", "CofferStore", "CofferPipeline"]),
        room("CofferSecrets", ["CofferBase", "AWSAPI", "CofferAudit", "CofferCrypto", "CofferPolicy", "CofferStore", "CofferPipeline"]),
        room("CofferIdentity", ["CofferBase", "AWSAPI", "CofferAudit", "CofferCrypto", "CofferPolicy", "CofferStore", "CofferPipeline"]),
        room("CofferTrail", ["CofferBase", "AWSAPI", "CofferAudit", "CofferCrypto", "CofferStore", "CofferPipeline"]),
        room(
            "CofferEngine",
            [
                "CofferBase", "AWSAPI", "AWSWire", "CofferAudit", "CofferCrypto", "CofferPolicy", "CofferStore", "CofferPipeline",
                "CofferKMS", "CofferSecrets", "CofferIdentity", "CofferTrail",
            ]),
        room(
            "CofferLocal",
            [
                "CofferBase", "AWSAPI", "AWSClient", "AWSSigning", "CofferCrypto", "CofferStore", "CofferStoreSQLite",
                "CofferPipeline", "CofferEngine",
            ]),
        room(
            "CofferServer",
            [
                "CofferBase", "AWSAPI", "CofferEngine", "CofferPipeline", hummingbirdCore, hummingbirdTLS,
                nioCore, nioPosix, nioHTTP1, nioSSL, lifecycle, signals, logging,
            ]),
        room("CofferExtract", ["CArchive", "CLinux", grdbSQLite]),
        room(
            "CofferVault",
            [
                "CofferBase", "AWSAPI", "AWSClient", "AWSSigning", "CofferExtract", httpClient, nioCore, nioHTTP1, nioSSL,
            ],
            resources: [.embedInCode("Providers/providers.json"), .embedInCode("Doctor/agents.json")]),

        .executableTarget(
            name: "coffer",
            dependencies: [
                "CofferBase", "AWSAPI", "AWSClient", "AWSSigning", "CofferVault", "CofferExtract", "CofferCrypto", "CofferLocal", "CofferServer", "CofferEngine", "CLinux",
                arguments, logging, lifecycle,
            ],
            swiftSettings: settings, linkerSettings: linking),
        .executableTarget(
            name: "echo-server", dependencies: [hummingbird], path: "Benchmarks/Echo", swiftSettings: settings,
            linkerSettings: linking),
        .executableTarget(
            name: "kms-benchmark",
            dependencies: [
                "CofferBase", "AWSAPI", "AWSClient", "AWSSigning", "AWSWire", "CofferCrypto", "CofferEngine", "CofferLocal",
                "COpenSSL", "CSodium", crypto,
            ],
            path: "Benchmarks/KMS", swiftSettings: settings, linkerSettings: linking),
        .executableTarget(
            name: "policy-benchmark", dependencies: ["CofferBase", "CofferPolicy", "CofferTesting", crypto],
            path: "Benchmarks/Policy", swiftSettings: settings, linkerSettings: linking),
        room("CofferTesting", ["CofferBase", "CofferStore"]),

        tests("AWSClient", ["AWSSigning", "AWSWire", "CofferBase", "AWSAPI", nioCore, nioPosix, nioHTTP1]),
        tests("AWSSigning", ["CofferBase", "AWSAPI", crypto]),
        tests("AWSWire", ["CofferBase", "AWSAPI"]),
        tests("CofferAudit", ["CofferBase", crypto]),
        tests("CofferBase"),
        tests("CofferCrypto", ["CofferBase", "COpenSSL", "CSodium", crypto]),
        tests(
            "CofferEngine",
            [
                "AWSAPI", "AWSClient", "AWSSigning", "CofferAudit", "CofferBase", "CofferCrypto", "CofferPipeline",
                "CofferStore", "CofferStoreSQLite", jwt,
            ]),
        tests(
            "CofferKMS",
            [
                "AWSAPI", "AWSSigning", "AWSWire", "CofferBase", "CofferCrypto", "CofferPipeline", "CofferPolicy",
                "CofferStore", "CofferStoreSQLite",
            ]),
        tests("CofferPolicy", ["CofferBase"]),
        tests(
            "CofferSecrets",
            [
                "AWSAPI", "AWSSigning", "AWSWire", "CofferAudit", "CofferBase", "CofferCrypto", "CofferKMS",
                "CofferPipeline", "CofferPolicy", "CofferStore", "CofferStoreSQLite",
            ]),
        tests(
            "CofferServer", ["AWSAPI", nioCore, nioHTTP1, .product(name: "NIOEmbedded", package: "swift-nio")]),
        tests("CofferStoreSQLite", ["CofferBase", "CofferStore", grdb]),
        tests("CofferExtract", ["CArchive", grdbSQLite]),
        tests("CofferVault", ["AWSAPI", "CofferBase", "AWSSigning", nioCore, nioPosix, nioHTTP1]),
    ]
)
