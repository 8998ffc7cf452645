import PortalCore
import Testing

@Suite struct ContactServiceTests {
    private let now = "2026-11-03T09:00:00+01:00"

    private func details(_ name: String = "Jeanne", picksUp: Bool = true) throws -> ContactDetails {
        ContactDetails(
            firstName: name,
            lastName: "Martin",
            kinship: "Grand-mère",
            phone: try #require(PhoneNumber("0639980000")),
            picksUp: picksUp,
            callFirst: false,
            isForbidden: false
        )
    }

    @Test func `what a form may say`() throws {
        let good: [ContactForm.Field: String] = [.firstName: " Jeanne ", .lastName: "Martin", .kinship: "Grand-mère", .phone: "06 39 98 00 00"]
        #expect(try ContactForm { good[$0] ?? "" }.checked() == details(picksUp: false))
        let wrong: [(ContactForm.Field, String)] = [
            (.firstName, ""), (.lastName, String(repeating: "a", count: 121)), (.kinship, "  "), (.phone, "06 12"), (.isForbidden, "oui"),
        ]
        for (field, value) in wrong {
            let form = ContactForm { $0 == field ? value : $0 == .picksUp ? "oui" : good[$0] ?? "" }
            let errors = #expect(throws: FieldErrors.self) { try form.checked() }
            #expect(errors?.entries.map(\.field) == [field.rawValue])
        }
    }

    @Test func `a parent adds for siblings, copies, corrects and asks; only the staff delete`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa", "Tom", "Zoé"])
        let portal = try town.portal(at: now)
        let (service, desk) = (ContactService(portal), HouseholdDesk(portal))
        let children = access.children.map(\.id)
        try await service.add(details(), around: Array(children.prefix(2)), by: access.account)
        for child in children.prefix(2) { #expect(try service.contacts(of: child, for: access).count == 1) }
        #expect(try await service.copy(from: children[0], to: children[2], by: access.account) == 1)
        #expect(try await service.copy(from: children[0], to: children[2], by: access.account) == 0)
        let contact = try #require(try service.contacts(of: children[2], for: access).first)
        try await service.correct(contact.id, to: details("Anne"), by: access.account)
        #expect(try service.contact(contact.id, of: children[2], for: access).details.firstName == "Anne")
        #expect(try service.contacts(of: children[0], for: access).map(\.details.firstName) == ["Jeanne"])
        try await service.askRemoval(of: contact.id, true, by: access.account)
        #expect(try desk.askedRemovals().map(\.contact.id) == [contact.id])
        try await service.askRemoval(of: contact.id, false, by: access.account)
        #expect(try desk.askedRemovals().isEmpty)
        try await service.askRemoval(of: contact.id, true, by: access.account)
        try await desk.settleRemoval(of: contact.id, deleting: false, by: Identifier(1))
        #expect(try desk.askedRemovals().isEmpty)
        try await desk.settleRemoval(of: contact.id, deleting: true, by: Identifier(1))
        #expect(try service.contacts(of: children[2], for: access).isEmpty)
        #expect(try town.count("SELECT count(*) FROM audit WHERE act = 'contact.deleted'") == 1)
    }

    @Test func `the child's other household and strangers know nothing of an entourage and change nothing`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa"])
        let child = try #require(access.children.first).id
        let other = try await town.secondHousehold("martin", of: [child])
        let stranger = try await town.family("petit", children: ["Ana"])
        let service = ContactService(try town.portal(at: now))
        try await service.add(details(), around: [child], by: access.account)
        let contact = try #require(try service.contacts(of: child, for: access).first)
        #expect(try service.contacts(of: child, for: other).isEmpty)
        for foreign in [other, stranger] {
            await #expect(throws: HouseholdRefusal.unknown) { try await service.correct(contact.id, to: details("X"), by: foreign.account) }
            await #expect(throws: HouseholdRefusal.unknown) { try await service.askRemoval(of: contact.id, true, by: foreign.account) }
        }
        await #expect(throws: HouseholdRefusal.unknown) { try await service.add(details(), around: [child], by: stranger.account) }
        try await town.put(.init(kinship: .stepParent, standing: .none, rights: [.sees, .books]), of: access, to: child)
        await #expect(throws: HouseholdRefusal.noAuthority) { try await service.add(details(), around: [child], by: access.account) }
    }

    @Test func `only the staff's members of a household may be related to its children`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa"])
        let stranger = try await town.family("petit", children: ["Ana"])
        let desk = HouseholdDesk(try town.portal(at: now))
        let (child, household) = (try #require(access.children.first).id, try #require(access.families.first).household.id)
        try await desk.put(
            .init(kinship: .mother, standing: .authority, rights: [.sees]),
            of: access.adult.id,
            to: child,
            in: household,
            by: Identifier(1)
        )
        #expect(try #require(try desk.file(of: household)).relation(of: access.adult.id, to: child).has(.books) == false)
        await #expect(throws: HouseholdRefusal.unknown) {
            try await desk.put(.usual, of: stranger.adult.id, to: child, in: household, by: Identifier(1))
        }
    }
}
