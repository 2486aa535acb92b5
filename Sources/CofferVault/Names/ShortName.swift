// SPDX-License-Identifier: Apache-2.0

extension AppRole {
    /// A secret's name from its ARN, which ends in the name, a hyphen and six random characters.
    public static func shortName(ofSecret arn: String) -> String {
        guard let mark = arn.firstRange(of: ":secret:") else { return arn }
        let name = arn[mark.upperBound...]
        guard name.count > 7, name.dropLast(6).last == "-" else { return String(name) }
        return String(name.dropLast(7))
    }
}
