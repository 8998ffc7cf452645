import PortalCore
import Testing

@testable import PortalServer

struct SpreadsheetTests {
    private func table() throws -> ReportTable {
        let cells: [ReportTable.Cell] = [.text("<&>\u{1}"), .number(4), .day(try #require(CivilDate(iso: "2026-11-04")), withWeekday: true)]
        let born = try #require(CivilDate(iso: "2018-05-04"))
        return ReportTable(
            title: "Essai [1]: a/b",
            columns: ["Nom", "Nombre", "Jour"],
            sections: [ReportTable.Section(title: "", rows: [[.text("=1+1;\"x\""), .number(3), .day(born)], cells])]
        )
    }

    private func expect(_ parts: [String], in file: [UInt8]) {
        for part in parts { #expect(file.firstRange(of: Array(part.utf8)) != nil, "\(part)") }
    }

    @Test func `what a spreadsheet would compute is a text in every file`() throws {
        let table = try table()
        let csv = CSVText.text(of: table.flat.map { $0.map(\.plain) })
        #expect(csv == "\u{FEFF}Nom;Nombre;Jour\r\n\"'=1+1;\"\"x\"\"\";3;04/05/2018\r\n<&>\u{1};4;04/11/2026\r\n")
        let book = XLSXWorkbook.bytes(of: table, madeAt: Instant(seconds: 1_795_000_000))
        #expect(book.starts(with: [0x50, 0x4B, 0x03, 0x04]))
        expect(
            [
                "<t xml:space=\"preserve\">=1+1;&quot;x&quot;</t>", "<t xml:space=\"preserve\">&lt;&amp;&gt;</t>",
                "sheet name=\"Essai  1   a b\"", "<v>4</v>", "<c r=\"C2\" s=\"2\"><v>43224</v></c>", "<c r=\"C3\" s=\"3\"><v>46330</v></c>",
            ],
            in: book
        )
        let sheet = ODSSpreadsheet.bytes(of: table, madeAt: Instant(seconds: 1_795_000_000))
        // Its type can be told from its first bytes.
        expect(["mimetypeapplication/vnd.oasis.opendocument.spreadsheet"], in: Array(sheet.prefix(100)))
        expect(
            [
                "office:value-type=\"string\"><text:p>=1+1;&quot;x&quot;</text:p>", "<text:p>&lt;&amp;&gt;</text:p>",
                "office:value-type=\"float\" office:value=\"4\"", "office:date-value=\"2026-11-04\"><text:p>mer. 4 nov.</text:p>",
            ],
            in: sheet
        )
    }
}
