import HTMLTemplates
import PortalCore

/// Reminds parents, in the background, of the certificates that are due soon. Several servers of one portal write one mail.
struct AbsenceReminders: Sendable {
    private let portals: [Portal]
    /// Where the site is reached from outside: "https://famille.example.fr".
    private let publicAddress: String

    init(_ portals: [Portal], publicAddress: String) {
        self.portals = portals
        self.publicAddress = publicAddress
    }

    /// Looks every few minutes, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await remindDue()
            try? await Task.sleep(for: .seconds(300))
        }
    }

    /// Writes what is due now.
    func remindDue() async {
        for portal in portals where !Task.isCancelled {
            do {
                guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }) else { continue }
                let (address, slug) = (publicAddress, portal.slug)
                _ = try await AbsenceService(portal, catalogue, hasAntivirus: false).remind { absence in
                    address + ParentPage.absences(.absence(absence)).address.text(portal: slug)
                }
            } catch {
                Terminal.complain("Rappels d'absences de \(portal.slug) : \(error)")
            }
        }
    }
}
