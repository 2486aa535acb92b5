// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@Suite struct JSONTests {
    private func reason(_ text: String, limits: JSONLimits = JSONLimits()) -> JSONError.Reason? {
        do throws(JSONError) {
            _ = try JSONValue(parsing: text, limits: limits)
            return nil
        } catch { return error.reason }
    }

    @Test("a document is read as it stands")
    func reads() throws {
        let value = try JSONValue(
            parsing: #" {"b":[1,-0,2.5e1,true,false,null],"a":{"":"x"},"c":"\"\\\/\b\f\n\r\té\u0041\ud83d\ude00"} "#)
        #expect(value.object?.members.map(\.name) == ["b", "a", "c"])
        #expect(value["b"] == [1, 0, .double(25), true, false, nil])
        #expect(value["a"]?[""] == "x")
        #expect(value["c"]?.string == "\"\\/\u{8}\u{c}\n\r\té\u{41}\u{1f600}")
    }

    @Test(
        "what isn't JSON is refused",
        arguments: [
            "", " ", "{", "[", "[1", "[1,", "[1,]", "[,1]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{,}",
            "{a:1}", "{'a':1}",
            "{\"a\" 1}", "tru", "True", "nul", "NaN", "Infinity", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+",
            "0x1", "1_000",
            "\"", "\"a", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\ud800\"", "\"\\udc00\"",
            "\"\\ud800\\u0041\"",
            "\"\\ud800\\ud800\"", "\"a\nb\"", "\"\u{0}\"", "\"\u{1f}\"", "1 2", "{} x", "[]]", "/* */ 1", "\u{feff}1",
            "1e999",
        ])
    func refuses(text: String) { #expect(reason(text) != nil) }

    @Test(
        "bytes that aren't UTF-8 are refused, in names as in values",
        arguments: [
            [0x22, 0xff, 0x22], [0x22, 0xc0, 0xaf, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22],
            [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22],
            [0x22, 0x5c, 0x6e, 0xff, 0x22], [0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d],
        ] as [[UInt8]])
    func utf8(bytes: [UInt8]) {
        #expect { try JSONValue(parsing: bytes) } throws: { ($0 as? JSONError)?.reason == .badUTF8 }
    }

    @Test("a name that occurs twice is refused, escaped or not, in short objects and in long ones")
    func duplicates() {
        #expect(reason(#"{"a":1,"a":2}"#) == .duplicateName)
        #expect(reason(#"{"a":1,"\u0061":2}"#) == .duplicateName)
        #expect(reason(#"{"x":{"a":1,"b":2,"a":1}}"#) == .duplicateName)
        let many = (0..<50).map { "\"n\($0)\":0" }
        #expect(reason("{" + many.joined(separator: ",") + "}") == nil)
        for double in [0, 7, 8, 9, 49] {
            #expect(reason("{" + (many + [many[double]]).joined(separator: ",") + "}") == .duplicateName)
        }
        #expect(reason(#"{"a":{"a":1},"b":{"a":1}}"#) == nil)
    }

    @Test("depth and number of values are bounded while reading")
    func limits() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(reason(nested(65)) == nil)
        #expect(reason(nested(66)) == .tooDeep(limit: 64))
        #expect(reason(String(repeating: "[", count: 1_000_000)) == .tooDeep(limit: 64))
        #expect(reason(String(repeating: "{\"a\":", count: 100_000)) == .tooDeep(limit: 64))
        #expect(reason("[1,2,3]", limits: JSONLimits(values: 4)) == nil)
        #expect(reason("[1,2,3,4]", limits: JSONLimits(values: 4)) == .tooManyValues(limit: 4))
        #expect(reason(String(repeating: "1", count: 65)) == .badNumber)
    }

    @Test("whole numbers of 64 bits are exact, larger ones are approximate")
    func numbers() throws {
        #expect(try JSONValue(parsing: "9223372036854775807") == .integer(.max))
        #expect(try JSONValue(parsing: "-9223372036854775808") == .integer(.min))
        #expect(try JSONValue(parsing: "9223372036854775808") == .double(9_223_372_036_854_775_808))
        #expect(try JSONValue(parsing: "1.0") == .double(1) && JSONValue(parsing: "1.0").integer == nil)
    }

    @Test("an error says where, and never what")
    func places() throws {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: "{\n  \"key\": \"sk-secret\" oops\n}") }
        #expect(error?.line == 2 && error?.column == 22 && error?.offset == 23)
        #expect(error?.description == "unexpected character at line 2, column 22")
    }

    @Test("what is written reads back the same, pretty or not")
    func writes() throws {
        let value: JSONValue = [
            "text": .string("\"\\\u{0}\u{1f}\n\t\u{7f}é\u{2028}\u{1f600}/"),
            "numbers": [0, -1, .double(0.1), .double(1e300), .integer(.min)],
            "empty": [.object(JSONObject()), []], "": nil, "yes": true,
        ]
        #expect(try JSONValue(parsing: value.encoded()) == value)
        #expect(try JSONValue(parsing: value.encoded(pretty: true)) == value)
        #expect(JSONValue.string("a\u{0}\"\n").text() == #""a\u0000\"\n""#)
        #expect(JSONValue.double(.infinity).text() == "null" && JSONValue.double(3).text() == "3")
        #expect(JSONValue(["a": [1, [:]]] as JSONValue).text(pretty: true) == "{\n  \"a\": [\n    1,\n    {}\n  ]\n}")
    }
}

extension JSONValue {
    fileprivate init(_ value: JSONValue) { self = value }
}
