import PortalCore

/// A table as an OpenDocument spreadsheet of one sheet (ISO/IEC 26300, ODF 1.3), the format that French administrations prefer (RGI 2.0).
///
/// Numbers and days have their types; texts are texts whatever they begin with: a spreadsheet computes nothing out of them.
enum ODSSpreadsheet {
    static let contentType = "application/vnd.oasis.opendocument.spreadsheet"

    /// - Parameter madeAt: the date of the file's parts.
    static func bytes(of table: ReportTable, madeAt: Instant) -> [UInt8] {
        var archive = ZipArchive(madeAt: madeAt)
        // First, and as it is: ODF 1.3 part 2, section 3.3.
        archive.add("mimetype", Array(contentType.utf8))
        archive.add("META-INF/manifest.xml", Array(manifest.utf8))
        archive.add("content.xml", Array(content(table).utf8))
        return archive.bytes
    }

    private static let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"#

    private static let manifest =
        declaration + #"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">"#
        + #"<manifest:file-entry manifest:full-path="/" manifest:media-type="\#(contentType)"/>"#
        + #"<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#

    private static let namespaces =
        ["office", "style", "text", "table"].map {
            #" xmlns:\#($0)="urn:oasis:names:tc:opendocument:xmlns:\#($0):1.0""#
        }.joined()
        + #" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0""#
        + #" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#

    /// "04/11/2026" and "mercredi 4 novembre 2026", and the headings in bold.
    private static let styles =
        #"<number:date-style style:name="Numeric"><number:day number:style="long"/><number:text>/</number:text>"#
        + #"<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>"#
        + #"<number:date-style style:name="InWords" number:language="fr" number:country="FR"><number:day-of-week number:style="long"/>"#
        + #"<number:text> </number:text><number:day/><number:text> </number:text><number:month number:style="long" number:textual="true"/>"#
        + #"<number:text> </number:text><number:year number:style="long"/></number:date-style>"#
        + #"<style:style style:name="day" style:family="table-cell" style:data-style-name="Numeric"/>"#
        + #"<style:style style:name="weekday" style:family="table-cell" style:data-style-name="InWords"/>"#
        + #"<style:style style:name="heading" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>"#

    private static func content(_ table: ReportTable) -> String {
        let rows = table.flat
        let heading = rows.prefix(1).map { row($0, style: #" table:style-name="heading""#) }.joined()
        let lines = rows.dropFirst().map { row($0, style: "") }.joined()
        return declaration + #"<office:document-content\#(namespaces) office:version="1.3"><office:automatic-styles>\#(styles)"#
            + #"</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="\#(SheetText.sheetName(table.title))">"#
            + #"<table:table-column table:number-columns-repeated="\#(max(1, rows.first?.count ?? 1))"/>"#
            + "<table:table-header-rows>\(heading)</table:table-header-rows>\(lines)"
            + "</table:table></office:spreadsheet></office:body></office:document-content>"
    }

    private static func row(_ cells: [ReportTable.Cell], style: String) -> String {
        "<table:table-row>\(cells.map { cell($0, style: style) }.joined())</table:table-row>"
    }

    private static func cell(_ cell: ReportTable.Cell, style: String) -> String {
        let type =
            switch cell {
            case .text: #"\#(style) office:value-type="string""#
            case .number(let number): #"\#(style) office:value-type="float" office:value="\#(number)""#
            case .day(let day, let withWeekday):
                #" table:style-name="\#(withWeekday ? "weekday" : "day")" office:value-type="date" office:date-value="\#(day.iso)""#
            }
        let lines = cell.text.split(separator: "\n", omittingEmptySubsequences: false)
        return "<table:table-cell\(type)>\(lines.map { "<text:p>\(SheetText.escaped(String($0)))</text:p>" }.joined())</table:table-cell>"
    }
}
