import PortalCore

/// A table as an Excel workbook of one sheet (ECMA-376), with texts in their cells and the first line fixed.
///
/// Texts are texts whatever they begin with: a spreadsheet computes nothing out of them.
enum XLSXWorkbook {
    /// - Parameter madeAt: the date of the file's parts.
    static func bytes(of table: ReportTable, madeAt: Instant) -> [UInt8] {
        var archive = ZipArchive(madeAt: madeAt)
        archive.add("[Content_Types].xml", Array(contentTypes.utf8))
        archive.add("_rels/.rels", Array(relations.utf8))
        archive.add("xl/workbook.xml", Array(workbook(named: table.title).utf8))
        archive.add("xl/_rels/workbook.xml.rels", Array(workbookRelations.utf8))
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
        + #"<Override PartName="/xl/worksheets/sheet1.xml" "#
        + #"ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#

    private static let relations =
        declaration + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" "#
        + #"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#

    private static let workbookRelations =
        declaration + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" "#
        + #"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#

    private static func workbook(named title: String) -> String {
        // A sheet's name has 31 characters at most, and none of these.
        let name = String(title.map { "[]:*?/\\'".contains($0) ? " " : $0 }.prefix(31))
        return declaration + #"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" "#
            + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>"#
            + #"<sheet name="\#(escaped(name))" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    }

    private static func sheet(_ table: ReportTable) -> String {
        let rows = table.flat.enumerated().map { index, cells in
            let content = cells.enumerated().map { cell($1, at: "\(column($0))\(index + 1)") }.joined()
            return #"<row r="\#(index + 1)">\#(content)</row>"#
        }
        return declaration + #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>"#
            + #"<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"#
            + "<sheetData>\(rows.joined())</sheetData></worksheet>"
    }

    private static func cell(_ cell: ReportTable.Cell, at place: String) -> String {
        switch cell {
        case .number(let number): #"<c r="\#(place)"><v>\#(number)</v></c>"#
        case .text(let text): #"<c r="\#(place)" t="inlineStr"><is><t xml:space="preserve">\#(escaped(text))</t></is></c>"#
        }
    }

    /// "A", "Z", "AA".
    private static func column(_ index: Int) -> String {
        let letter = String(Unicode.Scalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : column(index / 26 - 1) + letter
    }

    /// XML's own characters, and none that it does not know (XML 1.0 section 2.2).
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
