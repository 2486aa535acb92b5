// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public struct XksProxyConfigurationType: AWSStructure {
        public var connectivity: String?
        public var accessKeyId: SharedSecret?
        public var uriEndpoint: String?
        public var uriPath: String?
        public var vpcEndpointServiceName: String?
        public var vpcEndpointServiceOwner: String?

        public init(
            connectivity: String? = nil, accessKeyId: SharedSecret? = nil, uriEndpoint: String? = nil,
            uriPath: String? = nil, vpcEndpointServiceName: String? = nil, vpcEndpointServiceOwner: String? = nil
        ) {
            self.connectivity = connectivity
            self.accessKeyId = accessKeyId
            self.uriEndpoint = uriEndpoint
            self.uriPath = uriPath
            self.vpcEndpointServiceName = vpcEndpointServiceName
            self.vpcEndpointServiceOwner = vpcEndpointServiceOwner
        }

        public init(wire: WireObject) throws {
            connectivity = try wire.optionalString("Connectivity")
            accessKeyId = try wire.optionalSecret("AccessKeyId")
            uriEndpoint = try wire.optionalString("UriEndpoint")
            uriPath = try wire.optionalString("UriPath")
            vpcEndpointServiceName = try wire.optionalString("VpcEndpointServiceName")
            vpcEndpointServiceOwner = try wire.optionalString("VpcEndpointServiceOwner")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("Connectivity", connectivity)
            wire.addSecret("AccessKeyId", accessKeyId)
            wire.addString("UriEndpoint", uriEndpoint)
            wire.addString("UriPath", uriPath)
            wire.addString("VpcEndpointServiceName", vpcEndpointServiceName)
            wire.addString("VpcEndpointServiceOwner", vpcEndpointServiceOwner)
            return wire
        }

        public static let shape: Shape = Shape(
            "XksProxyConfigurationType",
            .structure(members: [
                ShapeMember("Connectivity", ShapeReference(KMSShapes.xksProxyConnectivityType)),
                ShapeMember("AccessKeyId", ShapeReference(KMSShapes.xksProxyAuthenticationAccessKeyIdType)),
                ShapeMember("UriEndpoint", ShapeReference(KMSShapes.xksProxyUriEndpointType)),
                ShapeMember("UriPath", ShapeReference(KMSShapes.xksProxyUriPathType)),
                ShapeMember("VpcEndpointServiceName", ShapeReference(KMSShapes.xksProxyVpcEndpointServiceNameType)),
                ShapeMember("VpcEndpointServiceOwner", ShapeReference(KMSShapes.accountIdType)),
            ]))
    }
}
