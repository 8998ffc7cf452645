import PortalCore
import Testing

@testable import PortalServer

struct XLSXWorkbookTests {
    @Test func `what a spreadsheet would compute is a text in both files`() {
        let table = ReportTable(
            title: "Essai [1]: a/b",
            columns: ["Nom", "Nombre"],
            sections: [ReportTable.Section(title: "", rows: [[.text("=1+1;\"x\""), .number(3)], [.text("<&>\u{1}"), .number(4)]])]
        )
        let csv = CSVText.text(of: table.flat.map { $0.map(\.text) })
        #expect(csv == "\u{FEFF}Nom;Nombre\r\n\"'=1+1;\"\"x\"\"\";3\r\n<&>\u{1};4\r\n")
        let book = XLSXWorkbook.bytes(of: table, madeAt: Instant(seconds: 1_795_000_000))
        #expect(book.starts(with: [0x50, 0x4B, 0x03, 0x04]))
        for expected in [
            "<t xml:space=\"preserve\">=1+1;&quot;x&quot;</t>", "<t xml:space=\"preserve\">&lt;&amp;&gt;</t>",
            "sheet name=\"Essai  1   a b\"", "<v>4</v>",
        ] { #expect(book.firstRange(of: Array(expected.utf8)) != nil, "\(expected)") }
    }
}
