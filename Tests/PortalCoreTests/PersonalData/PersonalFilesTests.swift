import Testing

@testable import PortalCore

/// Which files somebody takes along, and under which names.
struct PersonalFilesTests {
    private static let pdf = Array("%PDF-1.4 attestation".utf8)

    @Test func `names are readable, stay in their folder and are never given twice`() {
        var names = ArchiveNames()
        #expect(
            names.path(in: "pieces", "2026-09-03 Attestation d'assurance - Zoé", suffix: "pdf")
                == "pieces/2026-09-03 Attestation d'assurance - Zoé.pdf"
        )
        #expect(names.path(in: "pieces", "../../etc/passwd", suffix: "pdf") == "pieces/etc passwd.pdf")
        #expect(names.path(in: "pieces", "C:\\windows\u{0}<x>|\u{202E}", suffix: "pdf") == "pieces/C windows x.pdf")
        #expect(names.path(in: "pieces", " .. ", suffix: "pdf") == "pieces/fichier.pdf")
        #expect(names.path(in: "pieces", "ETC passwd", suffix: "png") == "pieces/ETC passwd (2).png")
        let long = names.path(in: "pieces", String(repeating: "é", count: 300), suffix: "pdf")
        #expect(long.utf8.count < 140 && long.hasSuffix("é.pdf"))
    }

    @Test func `everybody takes along what they may open, and nothing that is the other adult's or waits for the antivirus`() async throws {
        let town = try await DocumentTown()
        let (parent, service) = (town.family, town.service())
        #expect(try await service.send([Self.pdf, Self.pdf], for: "vaccins", of: .child(town.lea), key: key(1), by: parent.account))
        let home = DocumentSubject.household(parent.families[0].household.id)
        #expect(try await service.send([[0xFF, 0xD8, 0xFF, 0xE0]], for: "domicile", of: home, key: key(2), by: parent.account))
        let hidden = town.service(hasAntivirus: true)
        #expect(try await hidden.send([Self.pdf], for: "assurance", of: .child(town.tom), key: key(3), by: parent.account))
        let data = PersonalDataService(town.portal)
        let mine = try await data.collect(for: parent.account)
        #expect(
            mine.files.map(\.path) == [
                "pieces/2026-10-01 Justificatif de domicile - foyer Dupont.jpg", "pieces/2026-10-01 Vaccins - Léa.pdf",
                "pieces/2026-10-01 Vaccins - Léa (2).pdf",
            ]
        )
        #expect(try data.bytes(of: mine.files[1]) == Self.pdf && mine.files.map(\.size) == [4, Self.pdf.count, Self.pdf.count])
        let table = try #require(mine.sections.first { $0.name == "pieces" })
        #expect(table.rows.contains { $0.contains("à ouvrir dans le portail") && $0.contains("Analyse antivirus en cours") })
        #expect(table.rows.contains { $0.contains(mine.files[0].path) })
        let stranger = try await town.town.family("Martin", children: ["Zoé"])
        #expect(try await data.collect(for: stranger.account).files.isEmpty)
    }
}
