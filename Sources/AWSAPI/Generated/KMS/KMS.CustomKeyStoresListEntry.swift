// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public struct CustomKeyStoresListEntry: AWSStructure {
        public var customKeyStoreId: String?
        public var customKeyStoreName: String?
        public var cloudHsmClusterId: String?
        public var trustAnchorCertificate: String?
        public var connectionState: String?
        public var connectionErrorCode: String?
        public var creationDate: Timestamp?
        public var customKeyStoreType: String?
        public var xksProxyConfiguration: KMS.XksProxyConfigurationType?

        public init(
            customKeyStoreId: String? = nil, customKeyStoreName: String? = nil, cloudHsmClusterId: String? = nil,
            trustAnchorCertificate: String? = nil, connectionState: String? = nil, connectionErrorCode: String? = nil,
            creationDate: Timestamp? = nil, customKeyStoreType: String? = nil,
            xksProxyConfiguration: KMS.XksProxyConfigurationType? = nil
        ) {
            self.customKeyStoreId = customKeyStoreId
            self.customKeyStoreName = customKeyStoreName
            self.cloudHsmClusterId = cloudHsmClusterId
            self.trustAnchorCertificate = trustAnchorCertificate
            self.connectionState = connectionState
            self.connectionErrorCode = connectionErrorCode
            self.creationDate = creationDate
            self.customKeyStoreType = customKeyStoreType
            self.xksProxyConfiguration = xksProxyConfiguration
        }

        public init(wire: WireObject) throws {
            customKeyStoreId = try wire.optionalString("CustomKeyStoreId")
            customKeyStoreName = try wire.optionalString("CustomKeyStoreName")
            cloudHsmClusterId = try wire.optionalString("CloudHsmClusterId")
            trustAnchorCertificate = try wire.optionalString("TrustAnchorCertificate")
            connectionState = try wire.optionalString("ConnectionState")
            connectionErrorCode = try wire.optionalString("ConnectionErrorCode")
            creationDate = try wire.optionalTimestamp("CreationDate")
            customKeyStoreType = try wire.optionalString("CustomKeyStoreType")
            xksProxyConfiguration = try wire.optionalStructure("XksProxyConfiguration")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(9)
            wire.addString("CustomKeyStoreId", customKeyStoreId)
            wire.addString("CustomKeyStoreName", customKeyStoreName)
            wire.addString("CloudHsmClusterId", cloudHsmClusterId)
            wire.addString("TrustAnchorCertificate", trustAnchorCertificate)
            wire.addString("ConnectionState", connectionState)
            wire.addString("ConnectionErrorCode", connectionErrorCode)
            wire.addTimestamp("CreationDate", creationDate)
            wire.addString("CustomKeyStoreType", customKeyStoreType)
            wire.addStructure("XksProxyConfiguration", xksProxyConfiguration)
            return wire
        }

        public static let shape: Shape = Shape(
            "CustomKeyStoresListEntry",
            .structure(members: [
                ShapeMember("CustomKeyStoreId", ShapeReference(KMSShapes.customKeyStoreIdType)),
                ShapeMember("CustomKeyStoreName", ShapeReference(KMSShapes.customKeyStoreNameType)),
                ShapeMember("CloudHsmClusterId", ShapeReference(KMSShapes.cloudHsmClusterIdType)),
                ShapeMember("TrustAnchorCertificate", ShapeReference(KMSShapes.trustAnchorCertificateType)),
                ShapeMember("ConnectionState", ShapeReference(KMSShapes.connectionStateType)),
                ShapeMember("ConnectionErrorCode", ShapeReference(KMSShapes.connectionErrorCodeType)),
                ShapeMember("CreationDate", ShapeReference(KMSShapes.dateType)),
                ShapeMember("CustomKeyStoreType", ShapeReference(KMSShapes.customKeyStoreType)),
                ShapeMember("XksProxyConfiguration", ShapeReference(KMS.XksProxyConfigurationType.shape)),
            ]))
    }
}
