// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum UpdateCustomKeyStore: AWSOperation {
        public typealias Input = KMS.UpdateCustomKeyStoreInput
        public typealias Output = KMS.UpdateCustomKeyStoreOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "UpdateCustomKeyStore"
        public static let errors: [String: Int] = [
            "CloudHsmClusterInvalidConfigurationException": 400, "CloudHsmClusterNotActiveException": 400,
            "CloudHsmClusterNotFoundException": 400, "CloudHsmClusterNotRelatedException": 400,
            "CustomKeyStoreInvalidStateException": 400, "CustomKeyStoreNameInUseException": 400,
            "CustomKeyStoreNotFoundException": 400, "KMSInternalException": 500,
            "XksProxyIncorrectAuthenticationCredentialException": 400, "XksProxyInvalidConfigurationException": 400,
            "XksProxyInvalidResponseException": 400, "XksProxyUriEndpointInUseException": 400,
            "XksProxyUriInUseException": 400, "XksProxyUriUnreachableException": 400,
            "XksProxyVpcEndpointServiceInUseException": 400,
            "XksProxyVpcEndpointServiceInvalidConfigurationException": 400,
            "XksProxyVpcEndpointServiceNotFoundException": 400,
        ]
    }

    public struct UpdateCustomKeyStoreInput: AWSStructure {
        public var customKeyStoreId: String
        public var newCustomKeyStoreName: String?
        public var keyStorePassword: SharedSecret?
        public var cloudHsmClusterId: String?
        public var xksProxyUriEndpoint: String?
        public var xksProxyUriPath: String?
        public var xksProxyVpcEndpointServiceName: String?
        public var xksProxyVpcEndpointServiceOwner: String?
        public var xksProxyAuthenticationCredential: KMS.XksProxyAuthenticationCredentialType?
        public var xksProxyConnectivity: String?

        public init(
            customKeyStoreId: String, newCustomKeyStoreName: String? = nil, keyStorePassword: SharedSecret? = nil,
            cloudHsmClusterId: String? = nil, xksProxyUriEndpoint: String? = nil, xksProxyUriPath: String? = nil,
            xksProxyVpcEndpointServiceName: String? = nil, xksProxyVpcEndpointServiceOwner: String? = nil,
            xksProxyAuthenticationCredential: KMS.XksProxyAuthenticationCredentialType? = nil,
            xksProxyConnectivity: String? = nil
        ) {
            self.customKeyStoreId = customKeyStoreId
            self.newCustomKeyStoreName = newCustomKeyStoreName
            self.keyStorePassword = keyStorePassword
            self.cloudHsmClusterId = cloudHsmClusterId
            self.xksProxyUriEndpoint = xksProxyUriEndpoint
            self.xksProxyUriPath = xksProxyUriPath
            self.xksProxyVpcEndpointServiceName = xksProxyVpcEndpointServiceName
            self.xksProxyVpcEndpointServiceOwner = xksProxyVpcEndpointServiceOwner
            self.xksProxyAuthenticationCredential = xksProxyAuthenticationCredential
            self.xksProxyConnectivity = xksProxyConnectivity
        }

        public init(wire: WireObject) throws {
            customKeyStoreId = try wire.string("CustomKeyStoreId")
            newCustomKeyStoreName = try wire.optionalString("NewCustomKeyStoreName")
            keyStorePassword = try wire.optionalSecret("KeyStorePassword")
            cloudHsmClusterId = try wire.optionalString("CloudHsmClusterId")
            xksProxyUriEndpoint = try wire.optionalString("XksProxyUriEndpoint")
            xksProxyUriPath = try wire.optionalString("XksProxyUriPath")
            xksProxyVpcEndpointServiceName = try wire.optionalString("XksProxyVpcEndpointServiceName")
            xksProxyVpcEndpointServiceOwner = try wire.optionalString("XksProxyVpcEndpointServiceOwner")
            xksProxyAuthenticationCredential = try wire.optionalStructure("XksProxyAuthenticationCredential")
            xksProxyConnectivity = try wire.optionalString("XksProxyConnectivity")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(10)
            wire.addString("CustomKeyStoreId", customKeyStoreId)
            wire.addString("NewCustomKeyStoreName", newCustomKeyStoreName)
            wire.addSecret("KeyStorePassword", keyStorePassword)
            wire.addString("CloudHsmClusterId", cloudHsmClusterId)
            wire.addString("XksProxyUriEndpoint", xksProxyUriEndpoint)
            wire.addString("XksProxyUriPath", xksProxyUriPath)
            wire.addString("XksProxyVpcEndpointServiceName", xksProxyVpcEndpointServiceName)
            wire.addString("XksProxyVpcEndpointServiceOwner", xksProxyVpcEndpointServiceOwner)
            wire.addStructure("XksProxyAuthenticationCredential", xksProxyAuthenticationCredential)
            wire.addString("XksProxyConnectivity", xksProxyConnectivity)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateCustomKeyStoreRequest",
            .structure(members: [
                ShapeMember("CustomKeyStoreId", ShapeReference(KMSShapes.customKeyStoreIdType), isRequired: true),
                ShapeMember("NewCustomKeyStoreName", ShapeReference(KMSShapes.customKeyStoreNameType)),
                ShapeMember("KeyStorePassword", ShapeReference(KMSShapes.keyStorePasswordType)),
                ShapeMember("CloudHsmClusterId", ShapeReference(KMSShapes.cloudHsmClusterIdType)),
                ShapeMember("XksProxyUriEndpoint", ShapeReference(KMSShapes.xksProxyUriEndpointType)),
                ShapeMember("XksProxyUriPath", ShapeReference(KMSShapes.xksProxyUriPathType)),
                ShapeMember(
                    "XksProxyVpcEndpointServiceName", ShapeReference(KMSShapes.xksProxyVpcEndpointServiceNameType)
                ),
                ShapeMember("XksProxyVpcEndpointServiceOwner", ShapeReference(KMSShapes.accountIdType)),
                ShapeMember(
                    "XksProxyAuthenticationCredential", ShapeReference(KMS.XksProxyAuthenticationCredentialType.shape)
                ),
                ShapeMember("XksProxyConnectivity", ShapeReference(KMSShapes.xksProxyConnectivityType)),
            ]))
    }

    public struct UpdateCustomKeyStoreOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UpdateCustomKeyStoreResponse", .structure(members: []))
    }
}
