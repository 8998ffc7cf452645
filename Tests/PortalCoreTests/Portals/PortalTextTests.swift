import PortalCore
import Testing

struct PortalTextTests {
    @Test func `a body is cut into paragraphs and lists`() {
        let expected: [(String, [TextBlock])] = [
            ("", []),
            ("une\nphrase", [.paragraph("une phrase")]),
            ("une\n\ndeux", [.paragraph("une"), .paragraph("deux")]),
            ("voici :\n- un\n- deux\nsuite\n\nfin", [.paragraph("voici :"), .list(["un", "deux suite"]), .paragraph("fin")]),
            ("- un\n\n- deux", [.list(["un"]), .list(["deux"])]),
            ("-sans espace", [.paragraph("-sans espace")]),
        ]
        for (body, blocks) in expected { #expect(TextBlock.blocks(of: body) == blocks) }
    }

    @Test func `a colour is six hexadecimal digits`() {
        #expect(PortalColour(notation: "#1d6f8A")?.notation == "#1D6F8A")
        #expect(PortalColour(notation: "#000102").map { [$0.red, $0.green, $0.blue] } == [0, 1, 2])
        for text in ["", "#", "1D6F8A", "#1D6F8", "#1D6F8AA", "#1D6F8G", "#-1D6F8", "#1D 6F8"] { #expect(PortalColour(notation: text) == nil) }
    }
}
