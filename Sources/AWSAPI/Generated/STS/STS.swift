// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

/// AWS Security Token Service, from the model 2011-06-15 in botocore 1.44.5.
public enum STS {
    public static let service: AWSService = AWSService(
        signingName: "sts", eventSource: "sts.amazonaws.com",
        wire: .query(version: "2011-06-15", xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/"), isGlobal: false
    )

    /// Every operation of the model, also those that have no types here.
    public static let operations: [String] = [
        "AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "AssumeRoot", "DecodeAuthorizationMessage",
        "GetAccessKeyInfo", "GetCallerIdentity", "GetDelegatedAccessToken", "GetFederationToken", "GetSessionToken",
        "GetWebIdentityToken",
    ]
}
