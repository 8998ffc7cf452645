import PortalCore
import Testing

@testable import HTMLTemplates

@Suite struct PageAddressTests {
    @Test func `every page is found again at its own address`() {
        for page in PublicPage.examples { #expect(PublicPage(page.address) == page) }
        for page in ParentPage.examples { #expect(ParentPage(page.address) == page) }
        for page in StaffPage.examples { #expect(StaffPage(page.address) == page) }
        for page in FamilyCheckDeskPage.examples { #expect(FamilyCheckDeskPage(page.address) == page) }
        for page in SchoolingDeskPage.examples { #expect(SchoolingDeskPage(page.address) == page) }
    }

    @Test func `no address belongs to two areas`() {
        let addresses = PublicPage.examples.map(\.address) + ParentPage.examples.map(\.address) + StaffPage.examples.map(\.address)
        for address in addresses {
            let areas = [PublicPage(address) != nil, ParentPage(address) != nil, StaffPage(address) != nil]
            #expect(areas.count { $0 } == 1, "\(address)")
        }
    }

    @Test func `addresses are written in French, with the portal first`() {
        #expect(ParentPage.planning(Month(iso: "2026-11")).address.text(portal: "bondoufle") == "/bondoufle/reservations?mois=2026-11")
        #expect(ParentPage.child(Identifier(12)).address.text(portal: "charost") == "/charost/enfants/12")
        #expect(
            PublicPage.signIn(next: .planning(Month(iso: "2026-11"))).address.text(portal: "b") == "/b/connexion?suite=reservations%3Fmois%3D2026-11"
        )
    }

    @Test func `a page that is asked for before signing in comes back out of the address`() {
        for page in ParentPage.examples {
            let signIn = PublicPage.signIn(next: page)
            #expect(PublicPage(signIn.address) == signIn)
        }
    }

    @Test func `nothing outside the parents' pages can be the next page`() {
        for suite in ["https://autre.example/", "//autre.example", "agents", "", "connexion", "\\autre", "accueil/../agents", "javascript:alert(1)"] {
            let address = PageAddress("connexion", query: [QueryItem("suite", suite)])
            #expect(PublicPage(address) == .signIn(next: nil), "\(suite)")
        }
    }

    @Test func `an address with a wrong number, month or day is no page`() {
        for text in [
            "enfants/0", "enfants/-1", "enfants/1a", "enfants/99999999999999999999", "reservations?mois=2026-13", "demandes/x", "enfants/1/2",
        ] {
            #expect(ParentPage(PageAddress(localText: text)) == nil, "\(text)")
        }
        #expect(StaffPage(PageAddress(localText: "agents/listes?jour=2026-02-30")) == nil)
    }

    @Test func `links of one portal stay in it`() {
        let links = PortalLinks(slug: "bondoufle")
        #expect(links.to(.family).address == "/bondoufle/famille")
        #expect(links.to(.dayList(activity: "a b&c", day: nil)).address == "/bondoufle/agents/listes?activite=a%20b%26c")
    }
}

@Suite struct MailAddressTests {
    @Test func `a mail's address leads to a page of the same portal only`() {
        let links = PortalLinks(slug: "essai")
        #expect(links.page(at: "https://famille.example/essai/demandes/12")?.address == "/essai/demandes/12")
        for other in ["https://famille.example/autre/x", "ftp://famille.example/essai/x", "/essai/x", "https://famille.example", Mail.secretMark] {
            #expect(links.page(at: other) == nil, "\(other)")
        }
    }
}
