// SPDX-License-Identifier: Apache-2.0

extension AppRole {
    /// Whether an ARN or a pattern in a grant stands for the secret of that name.
    public static func names(_ arn: String, secret: String) -> Bool {
        let short = shortName(ofSecret: arn)
        return short == secret || arn == everything || short.hasPrefix("*/") && secret.hasSuffix(short.dropFirst(1))
    }

    /// A secret's name from its ARN, which ends in the name, a hyphen and six random characters; `*/USE` from a use's
    /// pattern.
    public static func shortName(ofSecret arn: String) -> String {
        if arn == everything { return "everything" }
        guard let mark = arn.firstRange(of: ":secret:") else { return arn }
        let name = arn[mark.upperBound...]
        guard name.count > 7, name.dropLast(6).last == "-" else { return String(name) }
        return String(name.dropLast(7))
    }
}
