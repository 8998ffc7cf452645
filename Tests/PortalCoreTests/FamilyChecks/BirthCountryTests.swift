import PortalCore
import Testing

/// The countries of the Code officiel géographique.
struct BirthCountryTests {
    @Test(arguments: [
        ("Algérie", "99352"), ("algerie", "99352"), ("Cote d'ivoire", "99326"), ("CÔTE D’IVOIRE", "99326"), ("Burkina Faso", "99331"),
        ("Grande-Bretagne", "99132"), ("rdc", "99312"), ("99115", "99115"), ("Saint Martin (partie néerlandaise)", "99445"),
    ])
    func `a country is known by its names and its code, however they are written`(_ typed: String, _ code: String) {
        #expect(BirthCountry.code(typed: typed) == code)
    }

    @Test(arguments: ["", "France", "Syldavie", "9935", "12345", "993520"])
    func `what is no country gives no code`(_ typed: String) {
        #expect(BirthCountry.code(typed: typed) == nil)
    }

    @Test func `each country has one code, and they stand in the order of their names`() {
        let all = BirthCountry.all
        #expect(all.count == 204 && Set(all.map(\.code)).count == 204 && Set(all.map(\.name)).count == 204)
        #expect(all.allSatisfy { $0.code.utf8.count == 5 && $0.code.hasPrefix("99") })
        #expect(all.first?.name == "Afghanistan" && all.last?.name == "Zimbabwe")
    }
}
