import Testing

@testable import PortalCore

@Suite struct JSONValueTests {
    @Test func `values of every kind are read`() throws {
        let value = try JSONValue(json: Array(#"{"a":[1,-2.5,true,false,null,"é\n\u00e9"],"b":{"c":"x"}}"#.utf8))
        #expect(value["a"]?.list == [.whole(1), .fraction(-2.5), .flag(true), .flag(false), .null, .text("é\né")])
        #expect(value["b"]?["c"]?.text == "x")
        #expect(value["z"] == nil && value["a"]?["c"] == nil)
    }

    @Test(arguments: [
        "", "{", "[1,]", #"{"a":1,"a":2}"#, "{} {}", #"{"a":"\#u{0}"}"#, #"{'a':1}"#, "12", "NaN", #"{"a":01}"#, #"["\u0000"]"#,
        String(repeating: "[", count: 5000),
    ])
    func `what is not strict JSON is refused`(_ text: String) {
        #expect(throws: JSONProblem.self) { try JSONValue(json: Array(text.utf8)) }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: JSONProblem.self) { try JSONValue(json: Array(#"["#.utf8) + [34, 0xFF, 34] + Array("]".utf8)) }
    }
}
