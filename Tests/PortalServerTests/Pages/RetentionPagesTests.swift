import PortalCore
import Testing

@testable import PortalServer

@Suite struct RetentionPagesTests {
    @Test func `an administrator reads the durations, sees who has left, and erases with a box ticked`() async throws {
        let town = try await TestTown()
        let staff = TestBrowser(town)
        try await staff.signInStaff("admin")
        try await staff.get("agents/conservation")
        #expect(staff.page.contains("Durées de conservation") && staff.page.contains("Rien à effacer"))
        let household = try await town.portal.database.write { transaction in
            let address = PostalAddress(street: "1 rue des Lilas", postalCode: try #require(PostalCode("91070")), city: "Bondoufle")
            let households = HouseholdStore(transaction)
            let id = try households.insertHousehold(name: "ANCIENS", address: address, at: Instant(seconds: 0))
            let details = AdultDetails(title: .madame, firstName: "Ana", lastName: "Partie", email: nil, phone: nil, address: address)
            try households.add(try households.insertAdult(details), to: id)
            return id
        }
        try await staff.get("agents/conservation")
        #expect(staff.page.contains("ANCIENS"))
        #expect(try await staff.post("agents/conservation", []) == .unprocessableContent)
        #expect(try await staff.post("agents/conservation", [("verifie", "oui")]) == .seeOther)
        try await staff.follow()
        #expect(!staff.page.contains("ANCIENS"))
        let family = try town.portal.database.read { try FamilyStore($0).family(household) }
        #expect(family?.adults.first?.firstName == "Personne")
        try await staff.get("agents/journal")
        #expect(staff.page.contains("Nom d'un adulte effacé"))
    }
}
