import Testing

@testable import PortalCore

/// What administrators publish of the pièces justificatives, beside what the definition says.
struct DocumentTypeServiceTests {
    private static let pdf = Array("%PDF-1.4 attestation".utf8)

    private struct Desk {
        let town: DocumentTown
        let admin: StaffMember

        init() async throws {
            town = try await DocumentTown()
            admin = try await town.staff(.administrator)
        }

        var service: DocumentTypeService { DocumentTypeService(town.portal, town.town.catalogue) }

        func codes() throws -> [String] { try town.town.database.read { try DocumentTypeStore($0).all() }.map(\.code) }
    }

    private func form(_ changes: [DocumentTypeForm.Field: String] = [:], activities: Set<String> = []) -> DocumentTypeForm {
        let usual: [DocumentTypeForm.Field: String] = [
            .name: "Certificat de scolarité", .scope: "enfant", .validity: "annee", .demand: "demandée",
        ]
        return DocumentTypeForm(values: usual.merging(changes) { $1 }, activities: activities)
    }

    @Test func `a type is added, changed, retired and asked for again, each time with a line in the journal`() async throws {
        let desk = try await Desk()
        let added = try #require(try await desk.service.publish(form(), code: nil, by: desk.admin))
        #expect(added.code == "certificat-de-scolarite" && added.validity == .schoolYear)
        #expect(try desk.codes() == ["assurance", "vaccins", "domicile", "certificat-de-scolarite"])
        let longer = form([.validity: "mois", .months: "6", .demand: "bloquante"], activities: ["mercredis"])
        #expect(try await desk.service.publish(longer, code: added.code, by: desk.admin)?.validity == .months(6))
        #expect(try await desk.service.publish(longer, code: added.code, by: desk.admin)?.activities == ["mercredis"])
        #expect(try await desk.service.setRetired(true, "domicile", by: desk.admin))
        #expect(try desk.codes() == ["assurance", "vaccins", "certificat-de-scolarite"])
        #expect(try await desk.service.setRetired(false, "domicile", by: desk.admin))
        #expect(try await desk.service.setRetired(true, "inconnue", by: desk.admin) == false)
        #expect(try await desk.service.publish(form(), code: "inconnue", by: desk.admin) == nil)
        #expect(try desk.codes() == ["assurance", "vaccins", "domicile", "certificat-de-scolarite"])
        #expect(try desk.town.town.count("SELECT count(*) FROM audit WHERE act LIKE 'documentType.%'") == 4)
    }

    @Test func `an import leaves what was published here, and a changed type goes back to its definition`() async throws {
        let desk = try await Desk()
        let defined = desk.town.town.catalogue.settings.documents
        _ = try await desk.service.publish(form(), code: nil, by: desk.admin)
        let assurance = try #require(try desk.service.type("assurance"))
        var changed = DocumentTypeForm(assurance.type)
        changed.values[.demand] = "demandée"
        _ = try await desk.service.publish(changed, code: "assurance", by: desk.admin)
        _ = try await desk.service.setRetired(true, "vaccins", by: desk.admin)
        try await desk.town.town.database.write { try DocumentTypeStore($0).replace(with: defined) }
        #expect(try desk.codes() == ["assurance", "domicile", "certificat-de-scolarite"])
        #expect(try desk.service.types().map(\.origin) == [.changed, .changed, .definition, .added])
        #expect(try desk.service.type("assurance")?.type.demand == .asked)
        #expect(try await desk.service.revert("assurance", by: desk.admin))
        #expect(try desk.service.type("assurance")?.type == defined[0])
        // What is asked is what families lack.
        let missing = try desk.town.desk.missing("certificat-de-scolarite", for: desk.admin)
        #expect(missing.isEmpty)
    }

    @Test func `each wrong field says its rule`() async throws {
        let desk = try await Desk()
        #expect(
            try await desk.town.service().send([Self.pdf], for: "assurance", of: .child(desk.town.lea), key: key(1), by: desk.town.family.account)
        )
        let assurance = try #require(try desk.service.type("assurance")).type
        let cases: [(DocumentTypeForm, String?, DocumentTypeForm.Field)] = [
            (form([.name: " "]), nil, .name), (form([.name: "Vaccins"]), nil, .name), (form([.scope: "voisin"]), nil, .scope),
            (form([.validity: ""]), nil, .validity), (form([.validity: "mois", .months: "0"]), nil, .months),
            (form([.validity: "jour", .lastDay: "2026-13-01"]), nil, .lastDay), (form([.validity: "jour", .lastDay: "2020-01-01"]), nil, .lastDay),
            (form([.demand: ""]), nil, .demand), (form(activities: ["judo"]), nil, .activities),
            (form([.name: assurance.name, .scope: "foyer"]), "assurance", .scope),
        ]
        for (form, code, field) in cases {
            await #expect(throws: FieldErrors.self) { try await desk.service.publish(form, code: code, by: desk.admin) }
            do {
                _ = try await desk.service.publish(form, code: code, by: desk.admin)
            } catch let errors as FieldErrors {
                #expect(errors.entries.map(\.field) == [field.rawValue])
            }
        }
        #expect(try desk.service.types().count == 3)
    }

    @Test func `what was sent before a type spoke of health is kept from the others too`() async throws {
        let desk = try await Desk()
        #expect(
            try await desk.town.service().send([Self.pdf], for: "assurance", of: .child(desk.town.lea), key: key(1), by: desk.town.family.account)
        )
        var changed = DocumentTypeForm(try #require(try desk.service.type("assurance")).type)
        changed.values[.isHealth] = "oui"
        _ = try await desk.service.publish(changed, code: "assurance", by: desk.admin)
        #expect(try desk.town.town.count("SELECT count(*) FROM documents WHERE is_health = 1") == 1)
        #expect(try desk.town.desk.inbox(nil, for: await desk.town.staff(.cashOffice)).isEmpty)
    }
}
