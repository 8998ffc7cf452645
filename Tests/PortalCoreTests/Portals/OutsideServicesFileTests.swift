import Testing

@testable import PortalCore

@Suite struct OutsideServicesFileTests {
    private func services(_ yaml: String, _ variables: [String: String] = [:]) throws -> [String: OutsideServices] {
        try OutsideServicesFile.services(yaml: Array(yaml.utf8), file: "services.yaml") { variables[$0] }
    }

    private let franceConnect = """
        bondoufle:
          franceconnect:
            adresse: https://fc.example/api/v2/
            client: abc
        """

    @Test func `a secret stands in the file or in the environment`() throws {
        let provider = try #require(try services(franceConnect + "\n    secret: xyz")["bondoufle"]?.identityProvider)
        #expect(provider.issuer.text == "https://fc.example/api/v2" && provider.client == "abc" && provider.secret == "xyz")
        let named = try services(franceConnect + "\n    variable du secret: FC", ["FC": "uvw"])
        #expect(named["bondoufle"]?.identityProvider?.secret == "uvw")
    }

    @Test func `what is wrong is told with its line, and no secret is repeated`() {
        for (yaml, words) in [
            (franceConnect, "secret"), (franceConnect + "\n    variable du secret: FC", "la variable d'environnement FC est vide"),
            (franceConnect.replacing("https", with: "http") + "\n    secret: xyz", "https://"), ("bondoufle:\n  autre: 1", "clé inconnue"),
            (franceConnect + "\n    secret: \"x y-secret\"", "sans espace"), ("- a", "noms des portails"),
        ] {
            let error = #expect(throws: DefinitionError.self) { try services(yaml) }
            #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
            #expect(error?.description.contains("y-secret") == false)
        }
    }

    @Test func `the access to API Particulier names the town by its SIRET`() throws {
        let yaml = """
            bondoufle:
              api particulier:
                adresse: https://particulier.example
                siret: 219 100 864 00011
                jeton: eyJ
            """
        let access = try #require(try services(yaml)["bondoufle"]?.particulier)
        #expect(access.recipient == "21910086400011" && access.token == "eyJ" && access.address.text == "https://particulier.example")
        #expect(throws: DefinitionError.self) { try services(yaml.replacing("00011", with: "11")) }
    }
}
