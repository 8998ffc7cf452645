import PortalCore
import Testing

@testable import PortalServer

/// A contract from its signing to the hours of a month, as the desk and a parent live it in Bondoufle (leave: 15 days, decided by the rule).
@Suite struct NurseryPagesTests {
    private let hours = [("lundi-arrivee", "08:30"), ("lundi-depart", "17:00"), ("jeudi-arrivee", "08:30"), ("jeudi-depart", "12:00")]

    @Test func `the desk signs a contract, the parent announces leave and an absence, the nursery notes who comes`() async throws {
        let town = try await TestTown(at: try TestTown.instant("2026-11-19T08:35:00+01:00"))
        let access = try town.access("marie.dupont")
        let (household, child) = (access.families[0].household.id.rawValue, access.children[0])
        let desk = TestBrowser(town)
        try await desk.signInStaff("guichet")
        let form = "agents/petite-enfance/contrat/\(household)/\(child.id.rawValue)"
        #expect(try await desk.get(form) == .ok)
        #expect(try await desk.post(form, [("structure", "petite-enfance"), ("du", "2026-11-02"), ("conges", "2")]) == .unprocessableContent)
        #expect(desk.page.contains("Donnez les heures d'un jour au moins."))
        let contract = [("structure", "petite-enfance"), ("du", "2026-11-02"), ("conges", "2")] + hours
        #expect(try await desk.post(form, contract) == .seeOther)
        try await desk.get(form)
        #expect(try await desk.post(form, contract) == .unprocessableContent)

        let parent = TestBrowser(town)
        try await parent.signIn("marie.dupont")
        try await parent.get("accueil")
        #expect(parent.page.contains("Contrat et congés de \(child.firstName)"))
        #expect(try await parent.get("petite-enfance") == .seeOther)
        try await parent.get("petite-enfance/1?mois=2026-11")
        // Five Mondays of 8 h 30 and four Thursdays of 3 h 30.
        #expect(plain(parent.page).contains("56 h 30"))
        for page in ["reservations?mois=2026-12", "agenda?jour=2026-11-23"] {
            try await parent.get(page)
            #expect(parent.page.lowercased().contains("accueil régulier"), "\(page)")
        }
        #expect(try await parent.post("petite-enfance/1/conges", [("du", "2026-11-01"), ("au", "")]) == .unprocessableContent)
        #expect(parent.page.contains("champ-du-erreur"))
        let days = [("du", "2026-12-07"), ("au", "2026-12-14")]
        #expect(try await parent.post("petite-enfance/1/conges", days) == .ok)
        #expect(parent.page.contains("1 jour dépasse les congés prévus"))
        let key = try #require(parent.hidden("cle"))
        #expect(try await parent.post("petite-enfance/1/conges/confirmation", days + [("cle", key)]) == .seeOther)
        try await parent.get("petite-enfance/1/conges")
        #expect(try await parent.post("petite-enfance/1/conges/confirmation", days + [("cle", key)]) == .seeOther)
        try await parent.get("petite-enfance/1?mois=2026-12")
        #expect(parent.page.contains("2 jours déduits, 1 facturé au-delà des congés prévus"))
        try await parent.get("absences/signaler?enfant=\(child.id.rawValue)")
        #expect(parent.page.contains("annoncez des congés") && parent.page.contains("Maison de la Petite Enfance"))
        let ill = [("enfant", String(child.id.rawValue)), ("du", "2026-11-23"), ("motif", "Maladie"), ("activite", "petite-enfance")]
        #expect(try await parent.post("absences/recapitulatif", ill) == .ok)
        #expect(plain(parent.page).contains("Jour de carence : 8 h 30 du contrat restent facturées"))
        let report = ill + [("cle", try #require(parent.hidden("cle")))]
        #expect(try await parent.upload("absences/confirmation", report, file: ("justificatif", "")) == .seeOther)
        try await parent.follow()
        #expect(parent.page.contains("accueil régulier"))
        let data = try await PersonalDataService(town.portal).collect(for: access.account)
        let asked = try #require(data.sections.first { $0.name == "demandes-lignes" }).rows
        #expect(asked.contains { $0.contains("Maison de la Petite Enfance, accueil régulier") })

        try await desk.get("agents/petite-enfance/conges?jour=2026-12-07")
        #expect(desk.page.contains(child.fullName))
        let today = "agents/pointage?activite=petite-enfance"
        try await desk.get(today)
        #expect(desk.page.contains("id=\"enfant-c1\"") && plain(desk.page).contains("8 h 30 – 12 h 00"))
        let place = ["activite", "unite", "jour"].map { ($0, desk.hidden($0) ?? "") }
        let tap = "page-0000000000000001-c1/-/c1.2026-11-19/present/-"
        #expect(try await desk.post("agents/pointage/saisies", place + [("saisie", tap)]) == .seeOther)
        #expect(desk.location?.hasSuffix("#enfant-c1") == true)
        try await desk.get(today)
        #expect(plain(desk.page).contains("Présent, arrivé à 8 h 35"))
        let correction = "agents/pointage/correction/c1.2026-11-19"
        try await desk.get(correction)
        let wrong = [("presence", "1"), ("arrivee", ""), ("depart", ""), ("heures", "1"), ("cle", try #require(desk.hidden("cle")))]
        #expect(try await desk.post(correction, wrong) == .unprocessableContent)
        #expect(desk.page.contains("champ-arrivee-erreur"))
        let unexplained = [("presence", "2"), ("heures", "2"), ("motif-absence", ""), ("cle", try #require(desk.hidden("cle")))]
        #expect(try await desk.post(correction, unexplained) == .unprocessableContent)
        #expect(desk.page.contains("champ-motif-absence-erreur"))
        let times = [("presence", "1"), ("arrivee", "08:30"), ("depart", "12:10"), ("heures", "1"), ("cle", try #require(desk.hidden("cle")))]
        #expect(try await desk.post(correction, times) == .seeOther)
        try await desk.get(today)
        #expect(plain(desk.page).contains("dépassement 30 min"))
        try await desk.get("agents/pointage?activite=petite-enfance&jour=2026-11-23")
        #expect(plain(desk.page).contains("Absence signalée"))
        // Who leads another place reaches none of it.
        let leader = TestBrowser(town)
        try await leader.signInStaff("structure")
        #expect(try await leader.get(today) == .notFound)
        #expect(try await leader.get(correction) == .notFound)
        try await leader.get("agents/pointage")
        let stolen = "page-0000000000000002-c1/-/c1.2026-11-19/absent/-"
        #expect(try await leader.post("agents/pointage/saisies", place + [("saisie", stolen)]) == .forbidden)
        try await desk.get(today)
        #expect(try await desk.get("agents/petite-enfance/heures?mois=2026-11&format=csv") == .ok)
        #expect(desk.page.contains(";3390;0;0;0;3390;220;30"))

        let change = [("acte", "avenant"), ("du", "2026-12-01"), ("conges", "30"), ("mardi-arrivee", "09:00"), ("mardi-depart", "11:00")]
        try await desk.get("agents/petite-enfance/contrats/1")
        #expect(try await desk.post("agents/petite-enfance/contrats/1", change) == .seeOther)
        try await desk.get("agents/petite-enfance/contrats/1")
        #expect(try await desk.post("agents/petite-enfance/contrats/1", [("acte", "fin"), ("au", "2026-01-01")]) == .unprocessableContent)
        #expect(try await desk.post("agents/petite-enfance/contrats/1", [("acte", "fin"), ("au", "2026-12-18")]) == .seeOther)
        try await parent.get("petite-enfance/1?mois=2026-12")
        #expect(parent.page.contains("au 18 décembre 2026") && plain(parent.page).contains("6 h"))
        try await parent.get("messages")
        #expect(parent.page.contains("contrat d'accueil"))
    }

    private func plain(_ text: String) -> String { String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }) }
}
