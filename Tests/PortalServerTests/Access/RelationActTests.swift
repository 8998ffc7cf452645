import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

/// What an adult is to a child × every act of the parents' pages on it: what is written, and what is not.
@Suite struct RelationActTests {
    @Test(arguments: RelationMatrixTests.relations)
    func `an act is done by whom it is for, and by nobody else`(_ relation: ChildRelation) async throws {
        let town = try await AccessTown()
        let facts = try await town.facts()
        var sent: Set<PageAddress> = []
        try await town.relate(relation)
        let browser = TestBrowser(town.town)
        try await browser.signIn("jeanne.guet")
        try await browser.get("mon-compte")
        let token = try #require(browser.hidden("jeton"))
        for page in ParentPage.examples {
            guard let own = town.page(page, about: .own), sent.insert(own.address).inserted, let act = RelationAct(own, facts) else { continue }
            let before = try town.rows(act.trace)
            let path = own.address.segments.joined(separator: "/")
            if act.hasFile {
                try await browser.upload(path, act.fields, file: ("justificatif", "%PDF-1.4"), token: token)
            } else {
                try await browser.post(path, act.fields, token: token)
            }
            let isDone = try town.rows(act.trace) > before
            #expect(isDone == act.need.isMet(by: relation), "\(own) for \(relation.words): \(browser.response.status.code)")
        }
    }
}

extension AccessTown {
    fileprivate func rows(_ sql: StaticString) throws -> Int { try town.portal.database.read { try $0.first(sql) { try $0[0] } } ?? 0 }

    /// What the forms speak of, as the parent finds it.
    fileprivate func facts() async throws -> RelationAct.Facts {
        let access = try town.access("marie.dupont")
        guard case .child(let child)? = page(.child(Identifier(1)), about: .own), let sibling = access.children.first(where: { $0.id != child }),
            let month = Month(iso: "2026-12")
        else { throw TestTown.Missing() }
        guard let phone = PhoneNumber("06 39 98 00 03") else { throw TestTown.Missing() }
        let contact = ContactDetails(
            firstName: "Ida",
            lastName: "Roux",
            kinship: "Tante",
            phone: phone,
            picksUp: true,
            callFirst: false,
            isForbidden: false
        )
        try await ContactService(town.portal).add(contact, around: [sibling.id], by: access.account)
        let planning = try BookingService(town.portal, try town.portalSite.catalogue(), waitingPage: nil).planning(month, of: access)
        let cells = planning.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells).filter { $0.slot.child == child && $0.mayChange }
        guard let free = cells.first(where: { $0.state == .free(placesLeft: nil) }), let booked = cells.first(where: \.isBooked) else {
            throw TestTown.Missing()
        }
        return RelationAct.Facts(child: child, sibling: sibling.id, free: free.slot, booked: booked.slot.date)
    }
}
