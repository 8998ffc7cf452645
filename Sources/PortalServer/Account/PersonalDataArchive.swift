import HTMLTemplates
import PortalCore

/// One archive: a page to read, a JSON file for programs, a table for a spreadsheet of each section, and the files that were sent.
///
/// The files are opened one at a time, while the archive is being sent: however many there are, one of them is in memory.
actor PersonalDataArchive {
    private let service: PersonalDataService
    private var writer: ZipWriter
    private var files: ArraySlice<PersonalFile>
    private var hasEnded = false
    /// What stands before the files.
    let beginning: [UInt8]
    /// Bytes of what follows the beginning.
    let remaining: Int

    init(_ data: PersonalData, _ service: PersonalDataService, assets: AssetAddresses) {
        self.service = service
        var writer = ZipWriter(madeAt: data.madeAt)
        var beginning = writer.entry("mes-donnees.html", render(PersonalDataDocument(data: data), assets: assets))
        beginning += writer.entry("mes-donnees.json", Array(data.json.rendered.utf8))
        for section in data.sections {
            beginning += writer.entry("tableaux/\(section.name).csv", Array(CSVText.text(of: [section.columns] + section.rows).utf8))
        }
        self.beginning = beginning
        self.writer = writer
        files = data.files[...]
        remaining = data.files.reduce(writer.end.count) { sum, file in
            sum + ZipWriter.length(ofEntry: file.path, size: file.size) + ZipWriter.length(ofLine: file.path)
        }
    }

    /// The next file, then the end of the archive; nil after it, and when a file went away meanwhile: the archive is cut then.
    func next() throws -> [UInt8]? {
        guard let file = files.popFirst() else {
            defer { hasEnded = true }
            return hasEnded ? nil : writer.end
        }
        guard let bytes = try service.bytes(of: file), bytes.count == file.size else { return nil }
        return writer.entry(file.path, bytes)
    }
}

extension PersonalData {
    fileprivate var json: JSONText {
        let head: [(name: String, value: JSONText)] = [("titulaire", .text(owner)), ("etabliLe", .text(madeAt.rfc3339))]
        return .object(head + sections.map { ($0.name, $0.json) })
    }
}

extension DataSection {
    fileprivate var json: JSONText {
        .list(rows.map { row in .object(zip(columns, row).map { ($0, .text($1)) }) })
    }
}
