// SPDX-License-Identifier: Apache-2.0

/// Policies that use the whole grammar, to be damaged, and pieces to damage them with.
public enum PolicySeeds {
    public static let identity = texts([
        #"{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["kms:De*","s3:Get?bject"],"Resource":"arn:aws:kms:*:*:key/${aws:username, 'x'}","Condition":{"ForAnyValue:StringLikeIfExists":{"kms:EncryptionContextKeys":["a*",""]},"NumericLessThan":{"aws:n":10.5},"DateLessThan":{"aws:CurrentTime":"2026-11-23T21:43Z"}}}]}"#,
        #"{"Version":"2012-10-17","Id":"x","Statement":{"Effect":"Deny","NotAction":"*","NotResource":["*"],"Condition":{"IpAddress":{"aws:SourceIp":["::ffff:1.2.3.4/100","2001:db8::/32"]},"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::${aws:x}:role/*"},"BinaryEquals":{"a:b":"QQ=="},"Bool":{"a:c":"${a:d}"},"Null":{"a:e":true}}}}"#,
    ])
    public static let resource = texts([
        #"{"Statement":{"Effect":"Deny","Action":"sts:*","Principal":{"AWS":["111122223333","arn:aws:iam::111122223333:role/a"],"Service":"a.b","Federated":"c.d"},"Condition":{"StringNotEquals":{"aws:x":["a","\u00e9\ud83d\ude00"]}}}}"#,
        #"{"Version":"2008-10-17","Statement":[{"Effect":"Deny","NotPrincipal":{"AWS":"AIDAEXAMPLEEXAMPLE01"},"Action":["kms:*"],"Resource":"*"},{"Sid":"b c","Effect":"Allow","Principal":"*","Action":"kms:Decrypt","Resource":"*"}]}"#,
    ])
    public static let tokens = [
        "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u0000", "\\ud800", "null", "true", "1e999", "-", "0", "${", "${*}",
        "${a:b, 'c'}", "*", "?", "\u{0}", "\u{feff}", "\"Statement\":", "\"Effect\":\"Allow\"", "\"Condition\":{}",
        "\"Not", "ForAllValues:", "IfExists", "arn:", "::", "/33", "2012-10-17", "T", "\u{e9}", "e\u{301}",
    ]

    private static func texts(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
