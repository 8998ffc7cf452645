import PortalCore

/// A table as an Excel workbook of one sheet (ECMA-376), with the headings in bold and their line fixed.
///
/// Numbers and days have their types; texts are texts whatever they begin with: a spreadsheet computes nothing out of them.
enum XLSXWorkbook {
    /// - Parameter madeAt: the date of the file's parts.
    static func bytes(of table: ReportTable, madeAt: Instant) -> [UInt8] {
        var archive = ZipArchive(madeAt: madeAt)
        archive.add("[Content_Types].xml", Array(contentTypes.utf8))
        archive.add("_rels/.rels", Array(relations.utf8))
        archive.add("xl/workbook.xml", Array(workbook(named: table.title).utf8))
        archive.add("xl/_rels/workbook.xml.rels", Array(workbookRelations.utf8))
        archive.add("xl/styles.xml", Array(styles.utf8))
        archive.add("xl/worksheets/sheet1.xml", Array(sheet(table).utf8))
        return archive.bytes
    }

    static let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#

    private static let contentTypes =
        declaration + #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
        + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
        + #"<Default Extension="xml" ContentType="application/xml"/>"#
        + #"<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>"#
        + #"<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>"#
        + #"<Override PartName="/xl/worksheets/sheet1.xml" "#
        + #"ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#

    private static let relations =
        declaration + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" "#
        + #"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#

    private static let workbookRelations =
        declaration + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" "#
        + #"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>"#
        + #"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#
        + "</Relationships>"

    /// How cells look: 0 as they are, 1 headings, 2 "04/11/2026", 3 "mercredi 4 novembre 2026".
    private static let styles =
        declaration + #"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#
        + #"<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[$-40C]dddd\ d\ mmmm\ yyyy"/>"#
        + #"</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>"#
        + #"<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>"#
        + #"<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/>"#
        + #"<xf fontId="1" applyFont="1" xfId="0"/><xf numFmtId="164" applyNumberFormat="1" xfId="0"/>"#
        + #"<xf numFmtId="165" applyNumberFormat="1" xfId="0"/></cellXfs>"#
        + #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#

    private static func workbook(named title: String) -> String {
        return declaration + #"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" "#
            + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>"#
            + #"<sheet name="\#(SheetText.sheetName(title))" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    }

    private static func sheet(_ table: ReportTable) -> String {
        let rows = table.flat.enumerated().map { index, cells in
            let content = cells.enumerated().map { cell($1, at: "\(column($0))\(index + 1)", isHeading: index == 0) }.joined()
            return #"<row r="\#(index + 1)">\#(content)</row>"#
        }
        return declaration + #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>"#
            + #"<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"#
            + "<sheetData>\(rows.joined())</sheetData></worksheet>"
    }

    private static func cell(_ cell: ReportTable.Cell, at place: String, isHeading: Bool) -> String {
        let style = isHeading ? #" s="1""# : ""
        return switch cell {
        case .number(let number): #"<c r="\#(place)"\#(style)><v>\#(number)</v></c>"#
        // Days since 30 December 1899, as this format counts them.
        case .day(let day, let withWeekday): #"<c r="\#(place)" s="\#(withWeekday ? 3 : 2)"><v>\#(day.dayNumber + 25_569)</v></c>"#
        case .text(let text):
            #"<c r="\#(place)"\#(style) t="inlineStr"><is><t xml:space="preserve">\#(SheetText.escaped(text))</t></is></c>"#
        }
    }

    /// "A", "Z", "AA".
    private static func column(_ index: Int) -> String {
        let letter = String(Unicode.Scalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : column(index / 26 - 1) + letter
    }
}
