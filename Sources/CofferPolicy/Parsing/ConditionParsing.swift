// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

extension PolicyCompiler {
    func conditions(_ value: JSONValue?, _ place: String) throws(PolicyError) -> [Condition] {
        guard let value else { return [] }
        let place = "\(place).Condition"
        guard let operators = value.object else { throw PolicyError("Syntax errors in policy.", at: place) }
        var conditions: [Condition] = []
        for (name, value) in operators {
            let place = "\(place).\(PolicyError.quote(name))"
            // IAM takes any operator that has nothing to compare.
            if kind.isOfIAM, value.object?.isEmpty == true { continue }
            guard let qualified = QualifiedOperator(name) else {
                throw PolicyError("Invalid Condition type : \(PolicyError.quote(name)).", at: place)
            }
            guard let keys = value.object else { throw PolicyError("Syntax errors in policy.", at: place) }
            for (key, value) in keys { conditions.append(try condition(qualified, key, value, place)) }
        }
        return conditions
    }

    private func condition(
        _ qualified: QualifiedOperator, _ key: String, _ value: JSONValue, _ place: String
    ) throws(PolicyError) -> Condition {
        let place = "\(place).\(PolicyError.quote(key))"
        let name = ContextKey(key)
        let colon = name.lowered.firstIndex(of: 0x3a)
        // IAM takes keys without one, and lists without values: nothing in a request is ever called so.
        guard kind.isOfIAM || colon.map({ $0 > 0 && $0 < name.lowered.count - 1 }) == true else {
            throw PolicyError("Conditions must be prefaced by a vendor, e.g., aws or kms.", at: place)
        }
        // The encryption context is the caller's: ForAllValues is true of a call that has none.
        if kind == .keyPolicy, qualified.quantifier == .forAllValues,
            name.lowered.starts(with: "kms:encryptioncontext:".utf8)
        {
            throw PolicyError("ForAllValues is not allowed with kms:EncryptionContext: condition keys.", at: place)
        }
        let texts = try values(value, place)
        guard kind.isOfIAM || !texts.isEmpty else {
            throw PolicyError("A condition needs at least one value.", at: place)
        }
        return Condition(
            operator: qualified, key: name,
            test: try ConditionTest(qualified.base, texts, variables: hasVariables, place: place), wanted: texts)
    }

    /// Strings; numbers and booleans are taken by their text.
    private func values(_ value: JSONValue, _ place: String) throws(PolicyError) -> [String] {
        var texts: [String] = []
        for element in value.array ?? [value] {
            switch element {
            case .string(let text): texts.append(text)
            case .bool(let flag): texts.append(flag ? "true" : "false")
            case .integer(let number): texts.append(String(number))
            case .double(let number): texts.append(number.description)
            case .null, .array, .object: throw PolicyError("Syntax errors in policy.", at: place)
            }
        }
        return texts
    }
}
