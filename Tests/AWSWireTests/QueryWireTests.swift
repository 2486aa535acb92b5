// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSWire
import CofferBase
import Testing

@Suite("Query on the wire")
struct QueryWireTests {
    private func failure(_ form: String, as shape: Shape = STS.AssumeRoleInput.shape) -> AWSError? {
        do throws(AWSError) {
            _ = try QueryWire.decode(Array(form.utf8), as: shape)
            return nil
        } catch { return error }
    }

    @Test("nested lists and structures are read, and unknown parameters skipped")
    func nested() throws {
        let form =
            "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fa&DurationSeconds=900"
            + "&Tags.member.2.Value=v+2&Tags.member.1.Key=k1&Tags.member.2.Key=k%2B2&Tags.member.1.Value="
            + "&PolicyArns.member.1.arn=p&TransitiveTagKeys=&X-Amz-Date=now&Nonsense.member.1=x"
        let (action, version, object) = try QueryWire.decode(Array(form.utf8), as: STS.AssumeRoleInput.shape)
        #expect(action == "AssumeRole" && version == "2011-06-15")
        let input = try STS.AssumeRoleInput(wire: object + [(name: "RoleSessionName", value: .string("s"))])
        #expect(input.roleArn == "arn:aws:iam::1:role/a" && input.durationSeconds == 900)
        #expect(input.tags?.map(\.key) == ["k1", "k+2"] && input.tags?.map(\.value) == ["", "v 2"])
        #expect(input.policyArns?.map(\.arn) == ["p"] && input.transitiveTagKeys == [])
    }

    @Test("indices may have gaps and be huge without costing memory")
    func indices() throws {
        let form = "TransitiveTagKeys.member.999999999=z&TransitiveTagKeys.member.5=a&TransitiveTagKeys.member.10=b"
        let object = try QueryWire.decode(Array(form.utf8), as: STS.AssumeRoleInput.shape).object
        #expect(try object.optionalStrings("TransitiveTagKeys") == ["a", "b", "z"])
        for index in ["0", "-1", "x", "", "99999999999999999999", "+1"] {
            #expect(failure("TransitiveTagKeys.member.\(index)=z")?.code == "MalformedInput")
        }
    }

    @Test("broken escapes, doubled parameters, and too many of anything are refused")
    func bounds() {
        for form in ["A=%4", "A=%zz", "A=%ff", "A=1&A=2", "\(String(repeating: "a.", count: 40))b=1"] {
            #expect(failure(form)?.code == "MalformedQueryString", "\(form)")
        }
        #expect(failure((0...10_000).map { "a\($0)=1" }.joined(separator: "&"))?.code == "MalformedQueryString")
        #expect(failure("DurationSeconds=soon")?.message == "STRING_VALUE can not be converted to an Integer")
        #expect(failure("RoleArn.x=1")?.code == "MalformedInput")
    }

    @Test("flattened lists and maps are read and written")
    func flattened() throws {
        let string = Shape("S", .string(length: nil, pattern: nil, values: []))
        let flat = Shape("F", .list(member: ShapeReference(string), length: nil, memberName: nil, isFlattened: true))
        let map = Shape("M", .map(key: ShapeReference(string), value: ShapeReference(string), length: nil))
        let shape = Shape(
            "Root",
            .structure(members: [ShapeMember("X", ShapeReference(flat)), ShapeMember("Y", ShapeReference(map))]))
        let form = "Action=A&Version=V&X.1=a&X.2=b&Y.entry.1.key=k&Y.entry.1.value=v"
        let read = try QueryWire.decode(Array(form.utf8), as: shape)
        #expect(canonical(read.object) == "{X=[sa,sb],Y=m{k=sv}}")
        #expect(text(QueryWire.encode(action: "A", version: "V", object: read.object, shape: shape)) == form)
        let xml = XMLWire.encode(read.object, shape: shape, action: "A", namespace: "n", requestID: "r")
        #expect(
            text(xml).contains("<AResult><X>a</X><X>b</X><Y><entry><key>k</key><value>v</value></entry></Y></AResult>"))
        #expect(try canonical(XMLWire.decode(xml, shape: shape, action: "A")) == canonical(read.object))
        #expect(
            failure("Y.entry.1.key=k&Y.entry.1.value=v&Y.entry.2.key=k&Y.entry.2.value=w", as: shape)?.code
                == "MalformedInput")
    }
}
