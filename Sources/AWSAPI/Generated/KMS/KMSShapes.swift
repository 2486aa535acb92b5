// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

/// The shapes of KMS that are not structures.
enum KMSShapes {
    static let awsAccountIdType: Shape = Shape("AWSAccountIdType", .string(length: nil, pattern: nil, values: []))
    static let accountIdType: Shape = Shape("AccountIdType", .string(length: 12...12, pattern: "[0-9]{12}", values: []))
    static let algorithmSpec: Shape = Shape(
        "AlgorithmSpec",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "RSAES_PKCS1_V1_5", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "RSA_AES_KEY_WRAP_SHA_1",
                "RSA_AES_KEY_WRAP_SHA_256", "SM2PKE",
            ]
        ))
    static let aliasList: Shape = Shape(
        "AliasList",
        .list(member: ShapeReference(KMS.AliasListEntry.shape), length: nil, memberName: nil, isFlattened: false))
    static let aliasNameType: Shape = Shape(
        "AliasNameType",
        .string(length: 1...256, pattern: "^[a-zA-Z0-9:/_-]+$", values: []))
    static let arnType: Shape = Shape("ArnType", .string(length: 20...2048, pattern: nil, values: []))
    static let attestationDocumentType: Shape = Shape("AttestationDocumentType", .blob(length: 1...262_144))
    static let backingKeyIdResponseType: Shape = Shape(
        "BackingKeyIdResponseType",
        .string(length: 0...64, pattern: "^[a-f0-9]+$", values: []))
    static let backingKeyIdType: Shape = Shape(
        "BackingKeyIdType",
        .string(length: 64...64, pattern: "^[a-f0-9]+$", values: []))
    static let booleanType: Shape = Shape("BooleanType", .boolean)
    static let ciphertextType: Shape = Shape("CiphertextType", .blob(length: 1...6144))
    static let cloudHsmClusterIdType: Shape = Shape(
        "CloudHsmClusterIdType",
        .string(length: 19...24, pattern: "cluster-[2-7a-zA-Z]{11,16}", values: []))
    static let cloudTrailEventIdType: Shape = Shape(
        "CloudTrailEventIdType",
        .string(length: nil, pattern: nil, values: []))
    static let connectionErrorCodeType: Shape = Shape(
        "ConnectionErrorCodeType",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "INVALID_CREDENTIALS", "CLUSTER_NOT_FOUND", "NETWORK_ERRORS", "INTERNAL_ERROR",
                "INSUFFICIENT_CLOUDHSM_HSMS", "USER_LOCKED_OUT", "USER_NOT_FOUND", "USER_LOGGED_IN", "SUBNET_NOT_FOUND",
                "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET", "XKS_PROXY_ACCESS_DENIED", "XKS_PROXY_NOT_REACHABLE",
                "XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND", "XKS_PROXY_INVALID_RESPONSE", "XKS_PROXY_INVALID_CONFIGURATION",
                "XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION", "XKS_PROXY_TIMED_OUT",
                "XKS_PROXY_INVALID_TLS_CONFIGURATION",
            ]
        ))
    static let connectionStateType: Shape = Shape(
        "ConnectionStateType",
        .string(
            length: nil,
            pattern: nil,
            values: ["CONNECTED", "CONNECTING", "FAILED", "DISCONNECTED", "DISCONNECTING"]
        ))
    static let customKeyStoreIdType: Shape = Shape(
        "CustomKeyStoreIdType",
        .string(length: 1...64, pattern: nil, values: []))
    static let customKeyStoreNameType: Shape = Shape(
        "CustomKeyStoreNameType",
        .string(length: 1...256, pattern: nil, values: []))
    static let customKeyStoreType: Shape = Shape(
        "CustomKeyStoreType",
        .string(
            length: nil,
            pattern: nil,
            values: ["AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"]
        ))
    static let customKeyStoresList: Shape = Shape(
        "CustomKeyStoresList",
        .list(
            member: ShapeReference(KMS.CustomKeyStoresListEntry.shape), length: nil, memberName: nil,
            isFlattened: false
        ))
    static let customerMasterKeySpec: Shape = Shape(
        "CustomerMasterKeySpec",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "RSA_2048", "ECC_NIST_P384", "ECC_NIST_P256", "ECC_NIST_P521", "RSA_3072", "ECC_SECG_P256K1",
                "RSA_4096", "SYMMETRIC_DEFAULT", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "SM2",
            ]
        ))
    static let dataKeyPairSpec: Shape = Shape(
        "DataKeyPairSpec",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521",
                "ECC_SECG_P256K1", "SM2", "ECC_NIST_EDWARDS25519", "ML_KEM_512", "ML_KEM_768", "ML_KEM_1024",
            ]
        ))
    static let dataKeySpec: Shape = Shape(
        "DataKeySpec",
        .string(
            length: nil,
            pattern: nil,
            values: ["AES_256", "AES_128"]
        ))
    static let dateType: Shape = Shape("DateType", .timestamp)
    static let descriptionType: Shape = Shape("DescriptionType", .string(length: 0...8192, pattern: nil, values: []))
    static let dryRunModifierList: Shape = Shape(
        "DryRunModifierList",
        .list(member: ShapeReference(KMSShapes.dryRunModifierType), length: nil, memberName: nil, isFlattened: false))
    static let dryRunModifierType: Shape = Shape(
        "DryRunModifierType",
        .string(
            length: nil,
            pattern: nil,
            values: ["IGNORE_CIPHERTEXT"]
        ))
    static let encapsulationAlgorithmSpec: Shape = Shape(
        "EncapsulationAlgorithmSpec",
        .string(
            length: nil,
            pattern: nil,
            values: ["ML_KEM"]
        ))
    static let encapsulationAlgorithmSpecList: Shape = Shape(
        "EncapsulationAlgorithmSpecList",
        .list(
            member: ShapeReference(KMSShapes.encapsulationAlgorithmSpec), length: nil, memberName: nil,
            isFlattened: false
        ))
    static let encryptionAlgorithmSpec: Shape = Shape(
        "EncryptionAlgorithmSpec",
        .string(
            length: nil,
            pattern: nil,
            values: ["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"]
        ))
    static let encryptionAlgorithmSpecList: Shape = Shape(
        "EncryptionAlgorithmSpecList",
        .list(
            member: ShapeReference(KMSShapes.encryptionAlgorithmSpec), length: nil, memberName: nil, isFlattened: false
        ))
    static let encryptionContextKey: Shape = Shape(
        "EncryptionContextKey",
        .string(length: nil, pattern: nil, values: []))
    static let encryptionContextType: Shape = Shape(
        "EncryptionContextType",
        .map(
            key: ShapeReference(KMSShapes.encryptionContextKey),
            value: ShapeReference(KMSShapes.encryptionContextValue), length: nil
        ))
    static let encryptionContextValue: Shape = Shape(
        "EncryptionContextValue",
        .string(length: nil, pattern: nil, values: []))
    static let expirationModelType: Shape = Shape(
        "ExpirationModelType",
        .string(
            length: nil,
            pattern: nil,
            values: ["KEY_MATERIAL_EXPIRES", "KEY_MATERIAL_DOES_NOT_EXPIRE"]
        ))
    static let grantConstraintSourceArnType: Shape = Shape(
        "GrantConstraintSourceArnType",
        .string(length: 20...512, pattern: "^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+$", values: []))
    static let grantIdType: Shape = Shape("GrantIdType", .string(length: 1...128, pattern: nil, values: []))
    static let grantList: Shape = Shape(
        "GrantList",
        .list(member: ShapeReference(KMS.GrantListEntry.shape), length: nil, memberName: nil, isFlattened: false))
    static let grantNameType: Shape = Shape(
        "GrantNameType",
        .string(length: 1...256, pattern: "^[a-zA-Z0-9:/_-]+$", values: []))
    static let grantOperation: Shape = Shape(
        "GrantOperation",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "Decrypt", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "ReEncryptFrom",
                "ReEncryptTo", "Sign", "Verify", "GetPublicKey", "CreateGrant", "RetireGrant", "DescribeKey",
                "GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "GenerateMac", "VerifyMac",
                "DeriveSharedSecret", "Encapsulate", "Decapsulate",
            ]
        ))
    static let grantOperationList: Shape = Shape(
        "GrantOperationList",
        .list(member: ShapeReference(KMSShapes.grantOperation), length: nil, memberName: nil, isFlattened: false))
    static let grantTokenList: Shape = Shape(
        "GrantTokenList",
        .list(member: ShapeReference(KMSShapes.grantTokenType), length: 0...10, memberName: nil, isFlattened: false))
    static let grantTokenType: Shape = Shape("GrantTokenType", .string(length: 1...8192, pattern: nil, values: []))
    static let importState: Shape = Shape(
        "ImportState",
        .string(
            length: nil,
            pattern: nil,
            values: ["IMPORTED", "PENDING_IMPORT"]
        ))
    static let importType: Shape = Shape(
        "ImportType",
        .string(
            length: nil,
            pattern: nil,
            values: ["NEW_KEY_MATERIAL", "EXISTING_KEY_MATERIAL"]
        ))
    static let includeKeyMaterial: Shape = Shape(
        "IncludeKeyMaterial",
        .string(
            length: nil,
            pattern: nil,
            values: ["ALL_KEY_MATERIAL", "ROTATIONS_ONLY"]
        ))
    static let keyAgreementAlgorithmSpec: Shape = Shape(
        "KeyAgreementAlgorithmSpec",
        .string(
            length: nil,
            pattern: nil,
            values: ["ECDH"]
        ))
    static let keyAgreementAlgorithmSpecList: Shape = Shape(
        "KeyAgreementAlgorithmSpecList",
        .list(
            member: ShapeReference(KMSShapes.keyAgreementAlgorithmSpec), length: nil, memberName: nil,
            isFlattened: false
        ))
    static let keyEncryptionMechanism: Shape = Shape(
        "KeyEncryptionMechanism",
        .string(
            length: nil,
            pattern: nil,
            values: ["RSAES_OAEP_SHA_256"]
        ))
    static let keyIdType: Shape = Shape("KeyIdType", .string(length: 1...2048, pattern: nil, values: []))
    static let keyLastUsageTrackingOperation: Shape = Shape(
        "KeyLastUsageTrackingOperation",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "Decrypt", "DeriveSharedSecret", "Encrypt", "GenerateDataKey", "GenerateDataKeyPair",
                "GenerateDataKeyPairWithoutPlaintext", "GenerateDataKeyWithoutPlaintext", "GenerateMac", "ReEncrypt",
                "Sign", "Verify", "VerifyMac", "Encapsulate", "Decapsulate",
            ]
        ))
    static let keyList: Shape = Shape(
        "KeyList",
        .list(member: ShapeReference(KMS.KeyListEntry.shape), length: nil, memberName: nil, isFlattened: false))
    static let keyManagerType: Shape = Shape(
        "KeyManagerType",
        .string(
            length: nil,
            pattern: nil,
            values: ["AWS", "CUSTOMER"]
        ))
    static let keyMaterialDescriptionType: Shape = Shape(
        "KeyMaterialDescriptionType",
        .string(length: 0...256, pattern: #"^[a-zA-Z0-9:/_\s.-]+$"#, values: []))
    static let keyMaterialState: Shape = Shape(
        "KeyMaterialState",
        .string(
            length: nil,
            pattern: nil,
            values: ["NON_CURRENT", "CURRENT", "PENDING_ROTATION", "PENDING_MULTI_REGION_IMPORT_AND_ROTATION"]
        ))
    static let keySpec: Shape = Shape(
        "KeySpec",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "RSA_2048", "ECC_NIST_P384", "ECC_NIST_P256", "ECC_NIST_P521", "HMAC_384", "RSA_3072",
                "ECC_SECG_P256K1", "RSA_4096", "SYMMETRIC_DEFAULT", "HMAC_256", "HMAC_224", "HMAC_512", "SM2",
                "ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "ECC_NIST_EDWARDS25519", "ML_KEM_512", "ML_KEM_768",
                "ML_KEM_1024",
            ]
        ))
    static let keyState: Shape = Shape(
        "KeyState",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "Creating", "Enabled", "Disabled", "PendingDeletion", "PendingImport", "PendingReplicaDeletion",
                "Unavailable", "Updating",
            ]
        ))
    static let keyStorePasswordType: Shape = Shape(
        "KeyStorePasswordType",
        .string(length: 7...32, pattern: nil, values: []), isSensitive: true)
    static let keyUsageType: Shape = Shape(
        "KeyUsageType",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT", "ENCAPSULATE_DECAPSULATE",
            ]
        ))
    static let kmsRequestIdType: Shape = Shape("KmsRequestIdType", .string(length: nil, pattern: nil, values: []))
    static let limitType: Shape = Shape("LimitType", .integer(range: 1...1000))
    static let macAlgorithmSpec: Shape = Shape(
        "MacAlgorithmSpec",
        .string(
            length: nil,
            pattern: nil,
            values: ["HMAC_SHA_384", "HMAC_SHA_256", "HMAC_SHA_224", "HMAC_SHA_512"]
        ))
    static let macAlgorithmSpecList: Shape = Shape(
        "MacAlgorithmSpecList",
        .list(member: ShapeReference(KMSShapes.macAlgorithmSpec), length: nil, memberName: nil, isFlattened: false))
    static let markerType: Shape = Shape(
        "MarkerType",
        .string(length: 1...1024, pattern: #"[\u0020-\u00FF]*"#, values: []))
    static let messageType: Shape = Shape(
        "MessageType",
        .string(
            length: nil,
            pattern: nil,
            values: ["DIGEST", "RAW", "EXTERNAL_MU"]
        ))
    static let multiRegionKeyList: Shape = Shape(
        "MultiRegionKeyList",
        .list(member: ShapeReference(KMS.MultiRegionKey.shape), length: nil, memberName: nil, isFlattened: false))
    static let multiRegionKeyType: Shape = Shape(
        "MultiRegionKeyType",
        .string(
            length: nil,
            pattern: nil,
            values: ["PRIMARY", "REPLICA"]
        ))
    static let nullableBooleanType: Shape = Shape("NullableBooleanType", .boolean)
    static let numberOfBytesType: Shape = Shape("NumberOfBytesType", .integer(range: 1...1024))
    static let originType: Shape = Shape(
        "OriginType",
        .string(
            length: nil,
            pattern: nil,
            values: ["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"]
        ))
    static let pendingWindowInDaysType: Shape = Shape("PendingWindowInDaysType", .integer(range: 1...365))
    static let plaintextType: Shape = Shape("PlaintextType", .blob(length: 1...4096), isSensitive: true)
    static let policyNameList: Shape = Shape(
        "PolicyNameList",
        .list(member: ShapeReference(KMSShapes.policyNameType), length: nil, memberName: nil, isFlattened: false))
    static let policyNameType: Shape = Shape("PolicyNameType", .string(length: 1...128, pattern: #"[\w]+"#, values: []))
    static let policyType: Shape = Shape(
        "PolicyType",
        .string(length: 1...131_072, pattern: #"[\u0009\u000A\u000D\u0020-\u00FF]+"#, values: []))
    static let principalIdType: Shape = Shape(
        "PrincipalIdType",
        .string(length: 1...256, pattern: #"^[\w+=,.@:/-]+$"#, values: []))
    static let publicKeyType: Shape = Shape("PublicKeyType", .blob(length: 1...8192))
    static let regionType: Shape = Shape(
        "RegionType",
        .string(length: 1...32, pattern: #"^([a-z]+-){2,3}\d+$"#, values: []))
    static let resourceOwnerType: Shape = Shape(
        "ResourceOwnerType",
        .string(
            length: nil,
            pattern: nil,
            values: ["SELF", "OTHER_ACCOUNTS_VIA_RAM"]
        ))
    static let resourceOwnersList: Shape = Shape(
        "ResourceOwnersList",
        .list(member: ShapeReference(KMSShapes.resourceOwnerType), length: 1...2, memberName: nil, isFlattened: false))
    static let rotationPeriodInDaysType: Shape = Shape("RotationPeriodInDaysType", .integer(range: 90...2560))
    static let rotationType: Shape = Shape(
        "RotationType",
        .string(
            length: nil,
            pattern: nil,
            values: ["AUTOMATIC", "ON_DEMAND"]
        ))
    static let rotationsList: Shape = Shape(
        "RotationsList",
        .list(member: ShapeReference(KMS.RotationsListEntry.shape), length: nil, memberName: nil, isFlattened: false))
    static let servicePrincipalType: Shape = Shape(
        "ServicePrincipalType",
        .string(length: 1...128, pattern: #"^([A-Za-z0-9\-]+)\.([A-Za-z0-9\-]+)(\.[A-Za-z0-9\-]+)+$"#, values: []))
    static let signingAlgorithmSpec: Shape = Shape(
        "SigningAlgorithmSpec",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "RSASSA_PSS_SHA_256", "RSASSA_PSS_SHA_384", "RSASSA_PSS_SHA_512", "RSASSA_PKCS1_V1_5_SHA_256",
                "RSASSA_PKCS1_V1_5_SHA_384", "RSASSA_PKCS1_V1_5_SHA_512", "ECDSA_SHA_256", "ECDSA_SHA_384",
                "ECDSA_SHA_512", "SM2DSA", "ML_DSA_SHAKE_256", "ED25519_SHA_512", "ED25519_PH_SHA_512",
            ]
        ))
    static let signingAlgorithmSpecList: Shape = Shape(
        "SigningAlgorithmSpecList",
        .list(member: ShapeReference(KMSShapes.signingAlgorithmSpec), length: nil, memberName: nil, isFlattened: false))
    static let tagKeyList: Shape = Shape(
        "TagKeyList",
        .list(member: ShapeReference(KMSShapes.tagKeyType), length: nil, memberName: nil, isFlattened: false))
    static let tagKeyType: Shape = Shape("TagKeyType", .string(length: 1...128, pattern: nil, values: []))
    static let tagList: Shape = Shape(
        "TagList",
        .list(member: ShapeReference(KMS.Tag.shape), length: nil, memberName: nil, isFlattened: false))
    static let tagValueType: Shape = Shape("TagValueType", .string(length: 0...256, pattern: nil, values: []))
    static let trustAnchorCertificateType: Shape = Shape(
        "TrustAnchorCertificateType",
        .string(length: 1...5000, pattern: nil, values: []))
    static let wrappingKeySpec: Shape = Shape(
        "WrappingKeySpec",
        .string(
            length: nil,
            pattern: nil,
            values: ["RSA_2048", "RSA_3072", "RSA_4096", "SM2"]
        ))
    static let xksKeyIdType: Shape = Shape(
        "XksKeyIdType",
        .string(length: 1...128, pattern: "^[a-zA-Z0-9-_.]+$", values: []))
    static let xksProxyAuthenticationAccessKeyIdType: Shape = Shape(
        "XksProxyAuthenticationAccessKeyIdType",
        .string(length: 20...30, pattern: "^[A-Z2-7]+$", values: []), isSensitive: true)
    static let xksProxyAuthenticationRawSecretAccessKeyType: Shape = Shape(
        "XksProxyAuthenticationRawSecretAccessKeyType",
        .string(length: 43...64, pattern: #"^[a-zA-Z0-9\/+=]+$"#, values: []), isSensitive: true)
    static let xksProxyConnectivityType: Shape = Shape(
        "XksProxyConnectivityType",
        .string(
            length: nil,
            pattern: nil,
            values: ["PUBLIC_ENDPOINT", "VPC_ENDPOINT_SERVICE"]
        ))
    static let xksProxyUriEndpointType: Shape = Shape(
        "XksProxyUriEndpointType",
        .string(length: 10...128, pattern: "^https://[a-zA-Z0-9.-]+$", values: []))
    static let xksProxyUriPathType: Shape = Shape(
        "XksProxyUriPathType",
        .string(
            length: 10...128, pattern: #"^(/[a-zA-Z0-9\/_-]+/kms/xks/v\d{1,2})$|^(/kms/xks/v\d{1,2})$"#, values: []
        ))
    static let xksProxyVpcEndpointServiceNameType: Shape = Shape(
        "XksProxyVpcEndpointServiceNameType",
        .string(
            length: 20...64, pattern: #"^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}\d+\.vpce-svc-[0-9a-z]+$"#,
            values: []
        ))
}
