// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum CreateCustomKeyStore: AWSOperation {
        public typealias Input = KMS.CreateCustomKeyStoreInput
        public typealias Output = KMS.CreateCustomKeyStoreOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "CreateCustomKeyStore"
        public static let errors: [String: Int] = [
            "CloudHsmClusterInUseException": 400, "CloudHsmClusterInvalidConfigurationException": 400,
            "CloudHsmClusterNotActiveException": 400, "CloudHsmClusterNotFoundException": 400,
            "CustomKeyStoreNameInUseException": 400, "IncorrectTrustAnchorException": 400, "KMSInternalException": 500,
            "LimitExceededException": 400, "XksProxyIncorrectAuthenticationCredentialException": 400,
            "XksProxyInvalidConfigurationException": 400, "XksProxyInvalidResponseException": 400,
            "XksProxyUriEndpointInUseException": 400, "XksProxyUriInUseException": 400,
            "XksProxyUriUnreachableException": 400, "XksProxyVpcEndpointServiceInUseException": 400,
            "XksProxyVpcEndpointServiceInvalidConfigurationException": 400,
            "XksProxyVpcEndpointServiceNotFoundException": 400,
        ]
    }

    public struct CreateCustomKeyStoreInput: AWSStructure {
        public var customKeyStoreName: String
        public var cloudHsmClusterId: String?
        public var trustAnchorCertificate: String?
        public var keyStorePassword: SharedSecret?
        public var customKeyStoreType: String?
        public var xksProxyUriEndpoint: String?
        public var xksProxyUriPath: String?
        public var xksProxyVpcEndpointServiceName: String?
        public var xksProxyVpcEndpointServiceOwner: String?
        public var xksProxyAuthenticationCredential: KMS.XksProxyAuthenticationCredentialType?
        public var xksProxyConnectivity: String?

        public init(
            customKeyStoreName: String, cloudHsmClusterId: String? = nil, trustAnchorCertificate: String? = nil,
            keyStorePassword: SharedSecret? = nil, customKeyStoreType: String? = nil,
            xksProxyUriEndpoint: String? = nil, xksProxyUriPath: String? = nil,
            xksProxyVpcEndpointServiceName: String? = nil, xksProxyVpcEndpointServiceOwner: String? = nil,
            xksProxyAuthenticationCredential: KMS.XksProxyAuthenticationCredentialType? = nil,
            xksProxyConnectivity: String? = nil
        ) {
            self.customKeyStoreName = customKeyStoreName
            self.cloudHsmClusterId = cloudHsmClusterId
            self.trustAnchorCertificate = trustAnchorCertificate
            self.keyStorePassword = keyStorePassword
            self.customKeyStoreType = customKeyStoreType
            self.xksProxyUriEndpoint = xksProxyUriEndpoint
            self.xksProxyUriPath = xksProxyUriPath
            self.xksProxyVpcEndpointServiceName = xksProxyVpcEndpointServiceName
            self.xksProxyVpcEndpointServiceOwner = xksProxyVpcEndpointServiceOwner
            self.xksProxyAuthenticationCredential = xksProxyAuthenticationCredential
            self.xksProxyConnectivity = xksProxyConnectivity
        }

        public init(wire: WireObject) throws {
            customKeyStoreName = try wire.string("CustomKeyStoreName")
            cloudHsmClusterId = try wire.optionalString("CloudHsmClusterId")
            trustAnchorCertificate = try wire.optionalString("TrustAnchorCertificate")
            keyStorePassword = try wire.optionalSecret("KeyStorePassword")
            customKeyStoreType = try wire.optionalString("CustomKeyStoreType")
            xksProxyUriEndpoint = try wire.optionalString("XksProxyUriEndpoint")
            xksProxyUriPath = try wire.optionalString("XksProxyUriPath")
            xksProxyVpcEndpointServiceName = try wire.optionalString("XksProxyVpcEndpointServiceName")
            xksProxyVpcEndpointServiceOwner = try wire.optionalString("XksProxyVpcEndpointServiceOwner")
            xksProxyAuthenticationCredential = try wire.optionalStructure("XksProxyAuthenticationCredential")
            xksProxyConnectivity = try wire.optionalString("XksProxyConnectivity")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(11)
            wire.addString("CustomKeyStoreName", customKeyStoreName)
            wire.addString("CloudHsmClusterId", cloudHsmClusterId)
            wire.addString("TrustAnchorCertificate", trustAnchorCertificate)
            wire.addSecret("KeyStorePassword", keyStorePassword)
            wire.addString("CustomKeyStoreType", customKeyStoreType)
            wire.addString("XksProxyUriEndpoint", xksProxyUriEndpoint)
            wire.addString("XksProxyUriPath", xksProxyUriPath)
            wire.addString("XksProxyVpcEndpointServiceName", xksProxyVpcEndpointServiceName)
            wire.addString("XksProxyVpcEndpointServiceOwner", xksProxyVpcEndpointServiceOwner)
            wire.addStructure("XksProxyAuthenticationCredential", xksProxyAuthenticationCredential)
            wire.addString("XksProxyConnectivity", xksProxyConnectivity)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateCustomKeyStoreRequest",
            .structure(members: [
                ShapeMember("CustomKeyStoreName", ShapeReference(KMSShapes.customKeyStoreNameType), isRequired: true),
                ShapeMember("CloudHsmClusterId", ShapeReference(KMSShapes.cloudHsmClusterIdType)),
                ShapeMember("TrustAnchorCertificate", ShapeReference(KMSShapes.trustAnchorCertificateType)),
                ShapeMember("KeyStorePassword", ShapeReference(KMSShapes.keyStorePasswordType)),
                ShapeMember("CustomKeyStoreType", ShapeReference(KMSShapes.customKeyStoreType)),
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

    public struct CreateCustomKeyStoreOutput: AWSStructure {
        public var customKeyStoreId: String?

        public init(customKeyStoreId: String? = nil) {
            self.customKeyStoreId = customKeyStoreId
        }

        public init(wire: WireObject) throws {
            customKeyStoreId = try wire.optionalString("CustomKeyStoreId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("CustomKeyStoreId", customKeyStoreId)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateCustomKeyStoreResponse",
            .structure(members: [
                ShapeMember("CustomKeyStoreId", ShapeReference(KMSShapes.customKeyStoreIdType)),
            ]))
    }
}
