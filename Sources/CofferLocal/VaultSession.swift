// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
public import AWSSigning
public import CofferBase
internal import CofferEngine

/// A command's way to a vault: a running server, an engine in this process, or an endpoint elsewhere.
public final class VaultSession: Sendable {
    public enum Place: Sendable, Equatable {
        case inProcess
        /// A `coffer serve` on this machine.
        case server
        case endpoint(String)
    }

    public let place: Place
    public let client: AWSClient
    public let region: Region
    private let knownAccount: AccountID?
    private let local: LocalVault?
    private let transport: HTTPTransport?

    private init(
        place: Place, client: AWSClient, region: Region, account: AccountID?, local: LocalVault?, transport: HTTPTransport?
    ) {
        self.place = place
        self.client = client
        self.region = region
        knownAccount = account
        self.local = local
        self.transport = transport
    }

    public struct Options: Sendable {
        public var folder: VaultFolder
        public var unsealing: Unsealing
        /// What holds the lock, for others who wait: the command's name.
        public var purpose: String
        public var userAgent: String
        public var version: String
        /// `COFFER_ENDPOINT`: an URL, or `aws`.
        public var endpoint: String?
        public var regionName: String?
        /// Name or number of one of the vault's accounts; nil for the first.
        public var account: String?

        public init(
            folder: VaultFolder, unsealing: Unsealing, purpose: String, userAgent: String, version: String,
            endpoint: String? = nil, regionName: String? = nil, account: String? = nil
        ) {
            self.folder = folder
            self.unsealing = unsealing
            self.purpose = purpose
            self.userAgent = userAgent
            self.version = version
            self.endpoint = endpoint
            self.regionName = regionName
            self.account = account
        }
    }

    /// Finds the vault and signs in as its owner. `close` it soon: nobody else can open the vault meanwhile.
    public static func connect(_ options: Options) async throws -> VaultSession {
        if let endpoint = options.endpoint { return try remote(endpoint, options) }
        try options.folder.check()
        let socket = options.folder.socket
        if SocketSession.answers(socket) { return try await server(options) }
        let lock = try VaultLock.take(options.folder, purpose: options.purpose) { SocketSession.answers(socket) }
        guard let lock else { return try await server(options) }
        let local = try LocalVault.open(
            options.folder, lock: lock, unsealing: options.unsealing, control: ProcessControl(version: options.version))
        do {
            let account = try local.account(options.account)
            let client = AWSClient(
                transport: InProcessTransport(engine: local.engine),
                credentials: StaticCredentialProvider(try local.ownerCredentials(of: account)), region: local.region,
                userAgent: options.userAgent, retry: .never)
            return VaultSession(
                place: .inProcess, client: client, region: local.region, account: account, local: local, transport: nil)
        } catch {
            try? local.close()
            throw error
        }
    }

    private static func server(_ options: Options) async throws -> VaultSession {
        let transport = HTTPTransport(endpoint: .unixSocket(path: options.folder.socket))
        let owner: SocketSession.Owner
        do { owner = try await SocketSession.owner(transport, of: options.account) } catch {
            try? await transport.shutdown()
            throw error
        }
        let client = AWSClient(
            transport: transport, credentials: StaticCredentialProvider(owner.credentials), region: owner.region,
            userAgent: options.userAgent)
        return VaultSession(
            place: .server, client: client, region: owner.region, account: owner.account, local: nil, transport: transport)
    }

    private static func remote(_ endpoint: String, _ options: Options) throws -> VaultSession {
        let place: Endpoint = endpoint == "aws" ? .aws : try Endpoint(endpoint)
        func value(_ name: String) -> String? { VaultFolder.variable(name).flatMap { $0.isEmpty ? nil : $0 } }
        let name = options.regionName ?? value("AWS_REGION") ?? value("AWS_DEFAULT_REGION") ?? "us-east-1"
        guard let region = Region(name) else { throw VaultError(.failed, "'\(name)' is no region", hint: "set AWS_REGION") }
        let transport = HTTPTransport(endpoint: place)
        let client = AWSClient(
            transport: transport, credentials: ChainCredentialProvider.standard(), region: region,
            userAgent: options.userAgent)
        return VaultSession(
            place: .endpoint(place.description), client: client, region: region, account: nil, local: nil,
            transport: transport)
    }

    /// The caller's account.
    public func account() async throws -> AccountID {
        if let knownAccount { return knownAccount }
        let identity = try await client.call(STS.GetCallerIdentity.self, STS.GetCallerIdentityInput())
        guard let account = identity.account.flatMap({ AccountID($0) }) else { throw AWSError.internalFailure }
        return account
    }

    /// Whether it is AWS itself, which knows nothing of Coffer's own.
    public var isAWS: Bool { place == .endpoint(Endpoint.aws.description) }

    /// A client that acts as somebody else, such as an app's role, and names itself in the log.
    public func client(as credentials: Credentials) -> AWSClient {
        client.with(credentials: StaticCredentialProvider(credentials))
    }

    /// Lets go of the vault.
    public func close() async {
        try? local?.close()
        try? await transport?.shutdown()
    }
}

extension VaultSession {
    /// Whether a server on this machine serves that folder's vault.
    public static func hasServer(_ folder: VaultFolder) -> Bool { SocketSession.answers(folder.socket) }
}
