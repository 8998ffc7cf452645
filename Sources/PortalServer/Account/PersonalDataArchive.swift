import HTMLTemplates
import PortalCore

extension PersonalData {
    /// One archive: a page to read, a JSON file for programs, and a table for a spreadsheet of each section.
    func archive(assets: AssetAddresses) -> [UInt8] {
        var archive = ZipArchive(madeAt: madeAt)
        archive.add("mes-donnees.html", render(PersonalDataDocument(data: self), assets: assets))
        archive.add("mes-donnees.json", Array(json.rendered.utf8))
        for section in sections { archive.add("tableaux/\(section.name).csv", Array(CSVText.text(of: [section.columns] + section.rows).utf8)) }
        return archive.bytes
    }

    private var json: JSONText {
        let head: [(name: String, value: JSONText)] = [("titulaire", .text(owner)), ("etabliLe", .text(madeAt.rfc3339))]
        return .object(head + sections.map { ($0.name, $0.json) })
    }
}

extension DataSection {
    fileprivate var json: JSONText {
        .list(rows.map { row in .object(zip(columns, row).map { ($0, .text($1)) }) })
    }
}
