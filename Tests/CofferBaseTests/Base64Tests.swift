// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@Suite struct Base64Tests {
    @Test(
        "RFC 4648's examples hold",
        arguments: zip(
            ["", "f", "fo", "foo", "foob", "fooba", "foobar"],
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]))
    func examples(plain: String, text: String) {
        #expect(Base64.encode(Array(plain.utf8)) == text)
        #expect(Base64.decode(text) == Array(plain.utf8))
        let bare = text.filter { $0 != "=" }
        #expect(Base64.encode(Array(plain.utf8), alphabet: .urlSafeNoPadding) == bare)
        #expect(Base64.decode(bare, alphabet: .urlSafeNoPadding) == Array(plain.utf8))
    }

    @Test(
        "only canonical base64 is read",
        arguments: [
            "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v ", " Zm9v", "Zm9v\n", "Zm 9v", "Zm9v====", "=", "Z", "Zm9-",
            "Zm9_", "é", "QUé", "AAé",
            "Zg==Zg==", "Zm9v\0",
        ])
    func strict(text: String) { #expect(Base64.decode(text) == nil) }

    @Test("all bytes come back, in both alphabets")
    func roundTrip() {
        let all = Array(0...255) as [UInt8]
        for count in 0...256 {
            let bytes = Array(all.suffix(count))
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
            let text = Base64.encode(bytes, alphabet: .urlSafeNoPadding)
            #expect(!text.contains { "+/=".contains($0) })
            #expect(Base64.decode(text, alphabet: .urlSafeNoPadding) == bytes)
        }
    }

    @Test("hexadecimal is read strictly")
    func hex() {
        #expect(Hex.encode([0, 0x7f, 0xff]) == "007fff" && Hex.decode("007FfF") == [0, 0x7f, 0xff])
        for text in ["0", "0g", "0x", " 0", "00 ", "é0"] { #expect(Hex.decode(text) == nil) }
    }
}
