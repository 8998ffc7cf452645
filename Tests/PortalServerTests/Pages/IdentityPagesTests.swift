import PortalCore
import Synchronization
import Testing

@testable import PortalServer

/// The pages of FranceConnect without a socket: what is shown, what keeps what was typed, and which ways are left open.
@Suite struct IdentityPagesTests {
    @Test func `nothing of FranceConnect is shown where it is not set up`() async throws {
        let browser = TestBrowser(try await TestTown())
        for path in ["connexion", "creer-mon-espace", ""] {
            try await browser.get(path)
            #expect(!browser.page.contains("FranceConnect"))
        }
    }

    @Test func `a return without a journey, or with an error, has a sentence and two ways on`() async throws {
        let browser = TestBrowser(try await TestTown(provider: AbsentProvider()))
        try await browser.get("connexion?suite=famille")
        #expect(browser.page.contains("/bondoufle/franceconnect?suite=famille"))
        #expect(try await browser.get("franceconnect/retour?state=x&code=y") == .unprocessableContent)
        #expect(browser.page.contains("aucune n'est en cours") && browser.page.contains("/bondoufle/connexion"))
        #expect(try await browser.get("franceconnect") == .serviceUnavailable)
        #expect(browser.page.contains("ne répond pas pour le moment"))
        #expect(try await browser.get("franceconnect/bienvenue") == .seeOther)
        #expect(browser.location == "/bondoufle/connexion")
        #expect(try await browser.get("franceconnect/retour?state=x", .post) == .methodNotAllowed)
    }

    @Test func `the account offers to attach it, and refuses to detach what is not attached without the password`() async throws {
        let browser = TestBrowser(try await TestTown(provider: AbsentProvider()))
        try await browser.signIn("marie.dupont")
        try await browser.get("mon-compte")
        #expect(browser.page.contains("Associer FranceConnect"))
        try await browser.get("mon-compte/franceconnect")
        #expect(browser.page.contains("S'identifier avec") && browser.page.contains("/bondoufle/franceconnect"))
        #expect(try await browser.post("mon-compte/franceconnect", [("acte", "detacher"), ("motdepasse", "")]) == .unprocessableContent)
        #expect(try await browser.post("mon-compte/franceconnect", [("acte", "associer"), ("motdepasse", "x")]) == .unprocessableContent)
        #expect(browser.page.contains("recommencer"))
        #expect(try await browser.post("mon-compte/franceconnect", [("acte", "autre")]) == .badRequest)
    }
}

/// A provider that does not answer.
struct AbsentProvider: RemoteExchange {
    func answer(to request: RemoteRequest) async throws(RemoteFailure) -> RemoteAnswer { throw .unreachable("Connection refused") }
}
