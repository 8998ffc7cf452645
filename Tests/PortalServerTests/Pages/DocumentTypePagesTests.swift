import Testing

@testable import PortalServer

@Suite struct DocumentTypePagesTests {
    @Test func `an administrator adds a document, families see it at once, and a wrong form comes back filled`() async throws {
        let town = try await TestTown("chalonnes-sur-loire")
        let (admin, parent) = (TestBrowser(town), TestBrowser(town))
        try await admin.signInStaff("admin")
        try await admin.get("agents/pieces")
        #expect(admin.page.contains("agents/pieces/types"))
        try await admin.get("agents/pieces/ajout")
        let wrong = [("nom", "Brevet de natation"), ("par", "enfant"), ("validite", "mois"), ("mois", "beaucoup"), ("exigence", "facultative")]
        #expect(try await admin.post("agents/pieces/ajout", wrong) == .unprocessableContent)
        #expect(admin.page.contains("champ-mois-erreur") && admin.values("nom") == ["Brevet de natation"] && admin.values("mois") == ["beaucoup"])
        let right = wrong.map { $0.0 == "mois" ? ($0.0, "24") : $0 }
        #expect(try await admin.post("agents/pieces/ajout", right) == .seeOther)
        try await admin.follow()
        #expect(admin.page.contains("Brevet de natation") && admin.page.contains("agents/pieces/types/brevet-de-natation"))
        try await parent.signIn("marie.dupont")
        try await parent.get("pieces")
        #expect(parent.page.contains("Brevet de natation"))
        try await admin.get("agents/pieces/types/brevet-de-natation")
        #expect(try await admin.post("agents/pieces/types/brevet-de-natation/etat", [("acte", "retirer")]) == .seeOther)
        try await parent.get("pieces")
        #expect(!parent.page.contains("Brevet de natation"))
        #expect(try await admin.get("agents/pieces/types/inconnue") == .notFound)
    }
}
