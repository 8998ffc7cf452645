import PortalCore
import Testing

/// The booking town with documents to send: one for each child that blocks the Wednesdays, one for health, one for the household.
struct DocumentTown {
    static let now = "2026-10-01T10:00:00+02:00"

    let town: BookingTown
    let family: HouseholdAccess
    let portal: Portal

    init() async throws {
        var settings = try PortalCatalogue.bookingTown().settings
        settings.documents = [
            DocumentType(
                code: "assurance",
                name: "Attestation d'assurance",
                scope: .child,
                validity: .schoolYear,
                demand: .blocking,
                activities: ["mercredis"]
            ),
            DocumentType(code: "vaccins", name: "Vaccins", scope: .child, validity: .months(24), demand: .asked, isHealth: true),
            DocumentType(code: "domicile", name: "Justificatif de domicile", scope: .household, validity: .months(12), demand: .asked),
        ]
        let plain = try PortalCatalogue.bookingTown()
        let catalogue = PortalCatalogue(settings: settings, closures: plain.closures, activities: plain.activities)
        town = try await BookingTown.open(with: catalogue)
        try await town.database.write { [documents = settings.documents] in try DocumentTypeStore($0).replace(with: documents) }
        family = try await town.family("Dupont", children: ["Tom", "Léa"])
        // One portal, one key: the vault that seals is the one that opens.
        portal = try town.portal(at: Self.now)
    }

    var tom: Identifier<Child> { family.children[0].id }
    var lea: Identifier<Child> { family.children[1].id }

    func service(hasAntivirus: Bool = false) -> DocumentService { DocumentService(portal, town.catalogue, hasAntivirus: hasAntivirus) }
    var desk: DocumentDesk { DocumentDesk(portal, town.catalogue) }

    func staff(_ role: StaffRole) async throws -> StaffMember {
        let login = try #require(Login("agent-\(role.rawValue.lowercased())"))
        let id = try await town.database.write {
            try StaffStore($0).insert(login: login, passwordHash: "", firstName: "Nadia", lastName: "Benali", role: role)
        }
        return StaffMember(id: id, login: login.text, firstName: "Nadia", lastName: "Benali", role: role, scope: .everywhere, previousLoginAt: nil)
    }

    func standings() throws -> [String: DocumentStanding] {
        let asks = try service().asks(of: family)
        return Dictionary(asks.map { ("\($0.type.code) \($0.subjectName)", $0.standing) }, uniquingKeysWith: { $1 })
    }
}
