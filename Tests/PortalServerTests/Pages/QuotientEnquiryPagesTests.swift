import PortalCore
import Testing

@testable import PortalServer

/// "Demander à la CAF" on the parent's page and at the desk.
@Suite struct QuotientEnquiryPagesTests {
    /// API Particulier, which gives everybody the same answer.
    private struct Answering: RemoteExchange {
        var status = 200
        var body = #"{"data":{"quotient_familial":{"fournisseur":"MSA","valeur":650,"annee":2026,"mois":10}}}"#

        func answer(to request: RemoteRequest) async throws(RemoteFailure) -> RemoteAnswer {
            RemoteAnswer(status: status, contentType: "application/json", body: Array(body.utf8))
        }
    }

    private let birth = [("date-naissance", "24/08/1985"), ("commune-naissance", "Dijon"), ("departement-naissance", "21"), ("acte", "demander")]

    private func household(_ town: TestTown) throws -> (id: Int64, adult: Adult) {
        let access = try town.access("marie.dupont")
        return (try #require(access.families.first).household.id.rawValue, access.adult)
    }

    @Test func `nothing is offered where it is not set up, and nothing can be asked`() async throws {
        let town = try await TestTown()
        let path = "foyers/\(try household(town).id)/quotient"
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get(path)
        #expect(!browser.page.contains("Demander à la CAF"))
        #expect(try await browser.post(path, birth) == .notFound)
    }

    @Test func `a parent agrees, asks, and reads the quotient with its origin`() async throws {
        let town = try await TestTown(provider: Answering())
        let (id, adult) = try household(town)
        let path = "foyers/\(id)/quotient"
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get(path)
        #expect(browser.page.contains("article L114-8") && browser.page.contains("Seuls sa valeur"))
        let name = [("civilite", "madame"), ("nom-naissance", adult.lastName), ("prenoms", adult.firstName)]
        #expect(try await browser.post(path, name + birth) == .unprocessableContent)
        #expect(browser.page.contains("Cochez la case") && browser.hidden("commune-naissance") == "Dijon")
        let stranger = [("civilite", "madame"), ("nom-naissance", "Inconnue"), ("prenoms", "Anne"), ("accord", "oui")]
        #expect(try await browser.post(path, stranger + birth) == .unprocessableContent)
        #expect(browser.page.contains("pas celle d'un adulte de ce foyer"))
        #expect(try await browser.post(path, name + birth + [("accord", "oui")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("650") && browser.page.contains("Donné par la MSA") && browser.page.contains("octobre 2026"))
        try await browser.get("foyers/\(id)/verification")
        #expect(browser.page.contains("650,00"))
    }

    @Test func `the desk asks, notes a certificate, and reads why the CAF gave nothing`() async throws {
        let town = try await TestTown(provider: Answering(status: 404))
        let (id, adult) = try household(town)
        let path = "agents/foyers/\(id)/quotient"
        let browser = TestBrowser(town)
        try await browser.signInStaff("guichet")
        try await browser.get(path)
        #expect(browser.page.contains("a été informée") && browser.page.contains("Noter une attestation"))
        let name = [("civilite", "madame"), ("nom-naissance", adult.lastName), ("prenoms", adult.firstName), ("accord", "oui")]
        #expect(try await browser.post(path, name + birth) == .unprocessableContent)
        #expect(browser.page.contains("avis d'imposition"))
        let certificate = [("quotient", "abc"), ("organisme", "CNAF"), ("mois", "10/2026"), ("acte", "noter")]
        #expect(try await browser.post(path, certificate) == .unprocessableContent)
        #expect(try await browser.post(path, [("quotient", "712")] + certificate.dropFirst()) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("712") && browser.page.contains("attestation de la CAF, octobre 2026"))
    }
}
