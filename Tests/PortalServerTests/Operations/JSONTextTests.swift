import Testing

@testable import PortalServer

@Test func `what JSON must escape is escaped, the rest is as people write it`() {
    let value = JSONText.object([("é", .text("\" \\ \n \u{01} É «\u{A0}»")), ("n", .number(-1)), ("l", .list([])), ("o", .object([]))])
    #expect(value.rendered == "{\n  \"é\": \"\\\" \\\\ \\n \\u0001 É «\u{A0}»\",\n  \"n\": -1,\n  \"l\": [],\n  \"o\": {}\n}\n")
}
