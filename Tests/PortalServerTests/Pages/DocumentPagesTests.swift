import PortalCore
import Testing

@testable import PortalServer

@Suite struct DocumentPagesTests {
    private static let pdf = "%PDF-1.4 attestation"

    @Test func `a parent sends what is missing, the desk refuses then accepts, and booking becomes possible`() async throws {
        let town = try await TestTown("chalonnes-sur-loire")
        let (login, child) = try await forgetful(town)
        let parent = TestBrowser(town)
        try await parent.signIn(login)
        try await parent.get("accueil")
        #expect(parent.page.contains("À envoyer"))
        let page = "pieces/demande/assurance/enfant-\(child.rawValue)"
        try await parent.get("reservations")
        #expect(parent.page.contains("Avant de réserver") && parent.page.contains(page) && parent.page.contains("pièce à envoyer"))
        try await parent.get("pieces")
        #expect(parent.page.contains(page))
        #expect(try await parent.get(page) == .ok)
        let key = [("cle", try #require(parent.hidden("cle")))]
        #expect(try await parent.upload(page, key, file: ("fichiers", "bonjour")) == .unprocessableContent)
        #expect(parent.page.contains("champ-fichiers-erreur"))
        #expect(try await parent.upload(page, key, file: ("fichiers", "")) == .unprocessableContent)
        for _ in 1...2 {
            #expect(try await parent.upload(page, key, file: ("fichiers", Self.pdf)) == .seeOther)
            try await parent.follow()
        }
        #expect(parent.page.contains("En cours de vérification") && !parent.page.contains("Fichier 2"))
        try await parent.get("reservations")
        #expect(!parent.page.contains("Avant de réserver"))

        let id = try town.portal.database.read { try $0.first("SELECT max(document_id) FROM document_files") { try $0[0] as Int } } ?? 0
        let desk = TestBrowser(town)
        try await desk.signInStaff("guichet")
        try await desk.get("agents/pieces")
        #expect(desk.page.contains("agents/pieces/\(id)\""))
        try await desk.get("agents/pieces/\(id)")
        #expect(desk.page.contains("value=\"2027-08-31\""))
        let file = try town.portal.database.read { try $0.first("SELECT max(id) FROM document_files") { try $0[0] as Int } } ?? 0
        #expect(try await desk.get("agents/pieces/\(id)/fichiers/\(file)") == .ok)
        #expect(desk.page == Self.pdf && desk.response.headers["Content-Disposition"] == "attachment; filename=\"piece-\(id)-\(file).pdf\"")
        #expect(desk.response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'")
        #expect(desk.response.headers["X-Content-Type-Options"] == "nosniff")
        try await desk.get("agents/pieces/\(id)")
        #expect(try await desk.post("agents/pieces/\(id)", [("acte", "refuser")]) == .unprocessableContent)
        #expect(try await desk.post("agents/pieces/\(id)", [("acte", "accepter"), ("valable", "2026-01-01")]) == .unprocessableContent)
        #expect(try await desk.post("agents/pieces/\(id)", [("acte", "refuser"), ("motif", "Illisible.")]) == .seeOther)
        try await parent.get(page)
        #expect(parent.page.contains("Illisible."))
        try await parent.get("reservations")
        #expect(parent.page.contains("Avant de réserver"))
        try await desk.get("agents/pieces/\(id)")
        #expect(try await desk.post("agents/pieces/\(id)", [("acte", "accepter"), ("valable", "2027-08-31")]) == .seeOther)
        try await parent.get(page)
        #expect(parent.page.contains("Valable jusqu'au 31 août 2027"))
        try await parent.get("reservations")
        #expect(!parent.page.contains("Avant de réserver"))

        let stranger = TestBrowser(town)
        try await stranger.signIn(try town.stranger(to: login))
        for foreign in [page, "pieces/\(id)/fichiers/\(file)"] { #expect(try await stranger.get(foreign) == .notFound) }
        try await stranger.get("pieces")
        #expect(try await stranger.upload(page, key, file: ("fichiers", Self.pdf)) == .notFound)
        try await stranger.get("famille")
        #expect(try await stranger.post("pieces/\(id)/retrait", []) == .notFound)
    }

    @Test func `the desk lists what is missing, writes to the families and takes a document on paper`() async throws {
        let town = try await TestTown("chalonnes-sur-loire")
        let (_, child) = try await forgetful(town)
        let desk = TestBrowser(town)
        try await desk.signInStaff("guichet")
        try await desk.get("agents/pieces/manquantes")
        #expect(desk.page.contains("Relancer par courriel"))
        #expect(try await desk.post("agents/pieces/manquantes", []) == .seeOther)
        try await desk.follow()
        #expect(desk.page.contains("Courriel en attente"))
        let household =
            try town.portal.database.read {
                try $0.first("SELECT household_id FROM household_children WHERE child_id = $1", child) { try $0[0] as Int }
            } ?? 0
        try await desk.get("agents/foyers/\(household)")
        let paper = "agents/pieces/papier/\(household)/assurance/enfant-\(child.rawValue)"
        #expect(desk.page.contains(paper))
        try await desk.get(paper)
        #expect(try await desk.post(paper, [("valable", "demain")]) == .unprocessableContent)
        #expect(try await desk.post(paper, [("valable", "2027-08-31")]) == .seeOther)
        let regie = TestBrowser(town)
        try await regie.signInStaff("regie")
        #expect(try await regie.get("agents/pieces") == .ok)
        #expect(try await regie.get(paper) == .forbidden)
        let reader = TestBrowser(town)
        try await reader.signInStaff("lecture")
        #expect(try await reader.get("agents/pieces") == .forbidden)
    }

    /// A parent whose child lacks the insurance that Chalonnes asks for.
    private func forgetful(_ town: TestTown) async throws -> (login: String, child: Identifier<Child>) {
        let rows: [(String, Identifier<Child>)] = try town.portal.database.read { transaction in
            try transaction.query(
                """
                SELECT a.login, c.child_id FROM accounts a JOIN household_adults m ON m.adult_id = a.adult_id
                    JOIN household_children c ON c.household_id = m.household_id
                WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.child_id = c.child_id AND d.type_code = 'assurance')
                    AND EXISTS (SELECT 1 FROM enrolments e JOIN activities v ON v.id = e.activity_id
                        WHERE e.child_id = c.child_id AND v.code = 'restauration')
                ORDER BY a.id LIMIT 1
                """
            ) { (try $0[0], try $0[1]) }
        }
        return try #require(rows.first)
    }
}
